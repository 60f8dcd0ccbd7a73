"use strict";
// Cooperation against conflict over time, and who is in it with whom: drawn, and in words that a screen reader says.
const Balance = (() => {
  const { el } = Dom;
  const SVG = "http://www.w3.org/2000/svg";
  const BINS = 24; // of a window
  const WIDTH = 360,
    HEIGHT = 92,
    LABEL = 14; // of the drawing, in its own units
  const PAIRS = 8; // named
  const WIDE = 65536; // a pair of countries a < b is the key a * WIDE + b
  const SLICE = 1000; // events counted between two looks at the clock
  const LEAST = 6; // events, fewer of which need no curve
  const SIDE = [1, 1, -1, -1, 0]; // of the classes: cooperation, conflict, neither

  const side = (columns, i) => SIDE[columns.quad[i]] || 0;
  const middle = (columns, i) => (Story.known(columns, i)[0] + Story.known(columns, i)[1] + 1) / 2;

  /** Counts of cooperation and of conflict: in equal parts of a period, and of each pair of countries that an event names together. */
  function tally(columns, [from, to]) {
    const { starts, items } = columns.country;
    const width = (to - from) / BINS;
    const bins = Array.from({ length: BINS }, (_, k) => ({
      from: from + k * width,
      to: from + (k + 1) * width,
      cooperation: 0,
      conflict: 0,
    }));
    const found = new Map();
    let n = 0;

    function count(i) {
      const name = [null, "cooperation", "conflict"].at(side(columns, i));
      if (!name) return;
      n++;
      const bin = bins[Math.floor((middle(columns, i) - from) / width)];
      if (bin) bin[name]++;
      for (let k = starts[i]; k < starts[i + 1]; k++)
        for (let j = k + 1; j < starts[i + 1]; j++) {
          const [one, other] = items[k] < items[j] ? [items[k], items[j]] : [items[j], items[k]];
          const key = one * WIDE + other;
          if (!found.has(key)) found.set(key, { pair: [one, other], cooperation: 0, conflict: 0 });
          found.get(key)[name]++;
        }
    }

    const all = (one) => one.cooperation + one.conflict;
    /** The pairs that most events name, the most named first: [{pair, cooperation, conflict}]. */
    const pairs = () =>
      [...found.values()]
        .sort((x, y) => all(y) - all(x) || x.pair[0] - y.pair[0] || x.pair[1] - y.pair[1])
        .slice(0, PAIRS);
    return { count, bins, pairs, size: () => n };
  }

  const shape = (tag, attributes, ...children) => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** Bars of cooperation up and of conflict down, and the line of their difference. */
  function curve(bins, say, speaker) {
    const most = Math.max(1, ...bins.flatMap(({ cooperation, conflict }) => [cooperation, conflict]));
    const zero = HEIGHT / 2;
    const wide = WIDTH / BINS;
    const tall = (n) => (n / most) * (zero - 2);
    const words = ({ from, to, cooperation, conflict }) =>
      say("balance.say", {
        range: speaker.range(Math.floor(from), Math.max(Math.floor(from), Math.ceil(to) - 1)),
        cooperation: say.number(cooperation),
        conflict: say.number(conflict),
      });
    const bar = (name, k, n, y) =>
      shape("rect", { class: name, x: k * wide + 0.5, y, width: wide - 1, height: tall(n) });
    const net = bins
      .map(({ cooperation, conflict }, k) => `${(k + 0.5) * wide},${zero - tall(cooperation - conflict)}`)
      .join(" ");
    return el(
      "figure",
      { class: "balance" },
      shape(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT + LABEL}`, "aria-hidden": "true" },
        ...bins.map((bin, k) => {
          const title = document.createElementNS(SVG, "title");
          title.textContent = words(bin);
          return shape(
            "g",
            {},
            title,
            bar("cooperation", k, bin.cooperation, zero - tall(bin.cooperation)),
            bar("conflict", k, bin.conflict, zero),
          );
        }),
        shape("path", { class: "zero", d: `M0 ${zero}H${WIDTH}` }),
        shape("polyline", { class: "net", points: net }),
        ...[
          [0, bins[0].from, "start"],
          [WIDTH, bins[BINS - 1].to - 1, "end"],
        ].map(([x, day, anchor]) =>
          shape("text", { x, y: HEIGHT + LABEL - 3, "text-anchor": anchor }, speaker.day(Math.floor(day))),
        ),
      ),
      el(
        "figcaption",
        null,
        ["cooperation", "conflict", "net"].map((name) => el("span", { class: name }, say("balance." + name))),
      ),
      el(
        "ul",
        { class: "unseen" },
        bins.filter(({ cooperation, conflict }) => cooperation + conflict).map((bin) => el("li", null, words(bin))),
      ),
    );
  }

  /** The pairs as buttons that show them alone. */
  function listed(found, shows, { meta }) {
    const { say } = shows.state;
    const most = Math.max(...found.map(({ cooperation, conflict }) => Math.max(cooperation, conflict)));
    const bar = (name, n) => {
      const node = el("span", { class: name }, n ? say.number(n) : "");
      node.style.setProperty("--part", String(n / most));
      return node;
    };
    return el(
      "ul",
      { class: "pairs" },
      found.map(({ pair, cooperation, conflict }) => {
        const name = pair.map((k) => meta.countries[k]).join(" – ");
        const counts = { cooperation: say.number(cooperation), conflict: say.number(conflict) };
        const label = { "aria-label": say("balance.pair", { pair: name, ...counts }) };
        const bars = [bar("conflict", conflict), bar("cooperation", cooperation)];
        const told = el("span", { class: "pair" }, Dom.foreign(name));
        return el("li", null, Legend.alone(shows, "country", pair, name, label, told, ...bars));
      }),
    );
  }

  let asked = 0;
  /** Fill a place of the panel, in slices; it stays empty where there are too few events, or something else is asked for. */
  async function fill(box, shows, store) {
    const { state } = shows;
    const { passed, window: period } = state;
    const mine = ++asked;
    const { columns } = store;
    const told = tally(columns, period);
    const pause = Pace.pacer(8);
    for (let i = 0; i < columns.n; i++) {
      if (passed[i] && Filter.touches(columns, i, period)) told.count(i);
      if (i % SLICE === 0) await pause();
      if (mine !== asked) return;
    }
    if (told.size() < LEAST) return;
    const found = told.pairs();
    const heading = (key) => el("h3", null, state.say(key));
    box.replaceChildren(
      heading("balance.title"),
      curve(told.bins, state.say, state.speaker),
      ...(found.length ? [heading("balance.pairs"), listed(found, shows, store)] : []),
    );
  }

  return Object.freeze({ BINS, tally, fill });
})();
