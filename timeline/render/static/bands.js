"use strict";
// Behind the events, when asked for: terms of office of their parties and named periods, in rows above the lanes.
const Bands = (() => {
  const { $, el } = Dom;
  const ROWS = 6; // at most
  const ROW = 18; // pixels
  const LEAST = 3; // pixels of a band, that it can be seen
  const NAMED = 30; // pixels below which a name is no more than a letter

  /** When a band was, in words; its begin and end are pairs of days, which are one where the day is known. */
  function when([, , , first, begun, ended, last], { say, speaker }) {
    if (first !== null && ended === null && last === null) return say("bands.since", { day: speaker.day(first) });
    return first === begun && ended === last
      ? speaker.range(first, last)
      : speaker.short("fuzzy", first, last, [begun, ended]);
  }

  /** What a band is called: a period, or who held which office of which state. */
  function named([name, office, code], codes, say) {
    return office ? say("bands.term", { name, office: say.label("office", office), state: codes[code] || code }) : name;
  }

  /** Put bands, first ones first, into rows in which none covers another; -1 where there is no row left. */
  function rows(spans) {
    const ends = [];
    return spans.map(([from, to]) => {
      const free = ends.findIndex((end) => end <= from);
      const row = free >= 0 ? free : ends.length < ROWS ? ends.length : -1;
      if (row >= 0) ends[row] = to;
      return row;
    });
  }

  function make(board, { meta }, plot) {
    const { state } = board;
    const list = $("bands");
    const tints = el("div", { class: "tints", "aria-hidden": "true" });
    plot.prepend(tints);
    let said = null; // in which language the bands are written
    let bars = [];

    function write() {
      said = state.say;
      const context = { say: said, speaker: state.speaker };
      bars = meta.bands.map((band) => {
        const name = named(band, meta.codes, said);
        return el("li", { title: `${name}: ${when(band, context)}` }, Dom.foreign(name));
      });
      list.setAttribute("aria-label", said("bands.label"));
      list.replaceChildren(...bars);
      tints.replaceChildren(...bars.map(() => el("div")));
    }

    /** The bands in the window, each with its place and row. */
    function inside([from, to], width) {
      const x = (day) => Math.min(width, Math.max(0, ((day - from) / (to - from)) * width));
      const found = meta.bands.flatMap(([, , , first, , , last], k) =>
        (first === null || first < to) && (last === null || last + 1 > from)
          ? [{ k, left: first === null ? 0 : x(first), right: last === null ? width : x(last + 1) }]
          : [],
      );
      const row = rows(found.map(({ left, right }) => [left, right]));
      return found.map((one, n) => ({ ...one, row: row[n] }));
    }

    /** Move the bands to where the window has them. */
    function place([from, to], width) {
      if (!meta.bands.length) return;
      const on = state.bands;
      $("bands-toggle").setAttribute("aria-pressed", String(on));
      for (const node of [list, tints, $("bands-note")]) node.hidden = !on;
      if (!on) return;
      if (said !== state.say) write();
      const found = inside([from, to], width);
      bars.forEach((bar, k) => {
        bar.hidden = tints.children[k].hidden = true;
      });
      found.forEach(({ k, left, right, row }) => {
        if (row < 0) return;
        const place = { left: left + "px", width: Math.max(LEAST, right - left) + "px" };
        bars[k].hidden = false;
        bars[k].classList.toggle("slim", right - left < NAMED);
        Object.assign(bars[k].style, { ...place, top: row * ROW + "px" });
        // One that covers the whole window tells nothing apart.
        tints.children[k].hidden = left <= 0 && right >= width;
        Object.assign(tints.children[k].style, place);
      });
      list.style.height = (Math.max(-1, ...found.map(({ row }) => row)) + 1) * ROW + "px";
      $("bands-note").textContent = note(found);
    }

    /** What is said beside the bands. */
    function note(found) {
      const left = found.filter(({ row }) => row < 0).length;
      if (left) return state.say("count.more", { n: state.say.number(left) });
      return state.say(found.length ? "bands.label" : "bands.none");
    }

    /** What an image shows of them; null where they are not asked for. */
    function pictured(view, width) {
      if (!state.bands || !meta.bands.length) return null;
      const found = inside(view, width);
      const told = found.filter(({ row }) => row >= 0);
      return {
        note: note(found),
        bars: told.map((one) => ({ ...one, name: named(meta.bands[one.k], meta.codes, state.say) })),
      };
    }

    return { place, pictured };
  }

  return Object.freeze({ ROWS, ROW, NAMED, rows, when, named, make });
})();
