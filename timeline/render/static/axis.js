"use strict";
// The dates below the figure, which stay in sight while its lanes scroll, and what lies outside of them.
const Axis = (() => {
  const { $, el } = Dom;

  /** A tick's label; the year stands where it is new, and at the first one. */
  function label(say, [day, grain], before) {
    if (grain === "year") return say.year(day);
    const fresh = before === undefined || say.year(before) !== say.year(day);
    if (grain === "month") return fresh ? say.month(day) : say.monthAlone(day);
    return fresh ? say.day(day) : say.dayAlone(day);
  }

  const EDGE = 5; // pixels before the letters of a date

  function make(board, { span, aside }) {
    const { state } = board;
    const box = $("axis");
    let ticks = [];
    const paint = el("canvas").getContext("2d"); // tells the width of a text without a layout of the page
    const wide = (text) => EDGE + paint.measureText(text).width;
    let first = -1; // the tick that bears its year because it is the first in sight

    /** The ticks of the days laid out, in a window of so many pixels. */
    const of = (days, width) =>
      Time.ticks(days[0], days[1], (width * (days[1] - days[0])) / span(), state.speaker.firstDay);

    /** Write them. */
    function write(days, width) {
      const say = state.speaker;
      ticks = of(days, width);
      box.replaceChildren(
        ...ticks.map((tick, k) => el("span", null, label(say, tick, k ? ticks[k - 1][0] : undefined))),
      );
      first = 0;
      paint.font = getComputedStyle(box).font;
      return ticks;
    }

    /** Move them to where the window has them. */
    function place([from, to], width) {
      const nodes = box.children;
      const x = (day) => ((day - from) / (to - from)) * width;
      const out = (day) => x(day) < -1 || x(day) > width - 34;
      const seen = ticks.findIndex(([day]) => !out(day));
      if (seen >= 0 && seen !== first) {
        const say = state.speaker;
        if (first > 0) nodes[first].textContent = label(say, ticks[first], ticks[first - 1][0]);
        nodes[seen].textContent = label(say, ticks[seen]);
        first = seen;
      }
      let free = -Infinity; // a date that would cover the one before it, which has its year, is left out
      ticks.forEach(([day], k) => {
        const end = x(day) + wide(nodes[k].textContent);
        const hidden = out(day) || x(day) < free || (end > width && free > 0);
        nodes[k].style.transform = `translateX(${x(day)}px)`;
        nodes[k].style.visibility = hidden ? "hidden" : "visible";
        if (!hidden) free = end;
      });
    }

    /** Name the events beside the window; a click goes to the nearest of them. */
    function beside() {
      const { say, sides } = state;
      if (!sides) return;
      for (const [name, side] of Object.entries(sides)) {
        const button = $(name);
        button.hidden = !side.n;
        if (!side.n) continue;
        button.textContent = say.count(`figure.${name}`, side.n, { when: state.speaker.years(side.first, side.last) });
        button.onclick = () => aside(name, side);
      }
      $("beside").hidden = !sides.earlier.n && !sides.later.n;
    }

    board.watch(["sides", "say"], beside);

    return { write, place, ticks: of };
  }

  return Object.freeze({ make, label });
})();
