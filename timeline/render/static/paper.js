"use strict";
// On paper: the whole table, and the figure in the width and the colours of paper.
const Paper = (() => {
  const { $ } = Dom;

  /** ``redraw(on)``: draw table and figure for paper, or for the screen again. */
  function make(app, redraw) {
    const print = (on) => {
      document.documentElement.classList.toggle("printing", on);
      const [from, to] = app.period();
      const speaker = app.speaker();
      $("printed").textContent = app.say()("print.head", {
        period: speaker.range(Math.floor(from), Math.ceil(to) - 1),
        shown: $("shown").textContent,
        day: speaker.long(Math.floor(Date.now() / Time.DAY)),
      });
      redraw(on);
    };
    window.addEventListener("beforeprint", () => print(true));
    window.addEventListener("afterprint", () => print(false));
  }

  return { make };
})();
