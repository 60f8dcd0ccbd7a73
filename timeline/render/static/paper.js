"use strict";
// On paper: the whole table, and the figure in the width and the colours of paper.
const Paper = (() => {
  const { $ } = Dom;

  function make(board, { meta }) {
    const { state } = board;
    const print = (on) => {
      document.documentElement.classList.toggle("printing", on);
      const [from, to] = state.window;
      const speaker = state.speaker;
      $("printed").textContent = state.say("print.head", {
        period: speaker.range(Math.floor(from), Math.ceil(to) - 1),
        shown: $("shown").textContent,
        day: speaker.long(Math.floor(Date.now() / Time.DAY)),
      });
      board.set({ printing: on, look: Look.read(meta) });
    };
    window.addEventListener("beforeprint", () => print(true));
    window.addEventListener("afterprint", () => print(false));
  }

  return Object.freeze({ make });
})();
