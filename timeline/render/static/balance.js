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
  const LEAST = 6; // events, fewer of which need no curve
  const SIDE = [1, 1, -1, -1, 0]; // of the classes: cooperation, conflict, neither

  const side = (columns, i) => SIDE[columns.quad[i]] || 0;
  const middle = (columns, i) => (Story.known(columns, i)[0] + Story.known(columns, i)[1] + 1) / 2;

  /** How many events of cooperation and of conflict lie in each of some equal parts of a period. */
  function overTime(columns, events, [from, to]) {
    const width = (to - from) / BINS;
    const out = Array.from({ length: BINS }, (_, k) => ({
      from: from + k * width,
      to: from + (k + 1) * width,
      cooperation: 0,
      conflict: 0,
    }));
    for (const i of events) {
      const bin = out[Math.floor((middle(columns, i) - from) / width)];
      const way = side(columns, i);
      if (bin && way) bin[way > 0 ? "cooperation" : "conflict"]++;
    }
    return out;
  }

  /** The pairs of countries that most events name together: [{pair, cooperation, conflict}], the most named first. */
  function pairs(columns, events) {
    const { starts, items } = columns.country;
    const found = new Map();
    for (const i of events) {
      const way = side(columns, i);
      if (!way) continue;
      for (let a = starts[i]; a < starts[i + 1]; a++)
        for (let b = a + 1; b < starts[i + 1]; b++) {
          const pair = [items[a], items[b]].sort((x, y) => x - y);
          const key = pair.join(" ");
          if (!found.has(key)) found.set(key, { pair, cooperation: 0, conflict: 0 });
          found.get(key)[way > 0 ? "cooperation" : "conflict"]++;
        }
    }
    const all = (one) => one.cooperation + one.conflict;
    return [...found.values()]
      .sort((a, b) => all(b) - all(a) || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
      .slice(0, PAIRS);
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
  function listed(found, app) {
    const say = app.say();
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
        const name = pair.map((k) => app.store.meta.countries[k]).join(" – ");
        const on = app.isOnly("country", pair);
        return el(
          "li",
          null,
          el(
            "button",
            {
              type: "button",
              "aria-pressed": String(on),
              title: say(on ? "lanes.all" : "lanes.only", { name }),
              "aria-label": say("balance.pair", {
                pair: name,
                cooperation: say.number(cooperation),
                conflict: say.number(conflict),
              }),
              onclick: () => app.only("country", pair),
            },
            el("span", { class: "pair" }, Dom.foreign(name)),
            bar("conflict", conflict),
            bar("cooperation", cooperation),
          ),
        );
      }),
    );
  }

  /** The parts of the panel; none where there are too few events. */
  function section(app, events, period) {
    const { columns } = app.store;
    const told = Array.from(events).filter((i) => side(columns, i));
    if (told.length < LEAST) return [];
    const found = pairs(columns, told);
    const heading = (key) => el("h3", null, app.say()(key));
    return [
      el(
        "section",
        { class: "balances" },
        heading("balance.title"),
        curve(overTime(columns, told, period), app.say(), app.speaker()),
        ...(found.length ? [heading("balance.pairs"), listed(found, app)] : []),
      ),
    ];
  }

  return { BINS, overTime, pairs, section };
})();
