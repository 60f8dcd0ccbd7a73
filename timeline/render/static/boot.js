"use strict";
// When Plotly starts: after the list and the overview are there, while the reader does nothing.
const Boot = (() => {
  const { $ } = Dom;
  // How long the reader has the list alone: a part of what it took to come, which is longer on a slow machine.
  const PART = 0.6,
    LEAST = 220,
    MOST = 700,
    LONGEST = 2000; // ms

  function make({ state }, figure) {
    /** When the list stood on the screen or the reader last did something. */
    let touched = 0;
    let shown = 0; // when the list stood there
    const painted = new Promise((resolve) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          shown = touched = performance.now();
          resolve(undefined);
        }),
      ),
    );
    for (const name of ["pointermove", "pointerdown", "pointerup", "keydown", "wheel"])
      window.addEventListener(
        name,
        () => {
          touched = performance.now();
        },
        { capture: true, passive: true },
      );

    /** When the reader has done nothing for a while, or has been busy for too long to wait for. */
    async function quiet() {
      const pause = Math.min(MOST, Math.max(LEAST, shown * PART));
      for (;;) {
        const left = Math.min(touched + pause, shown + LONGEST) - performance.now();
        if (left <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, left));
      }
    }

    /** Start Plotly once the list and the overview are there and the reader does nothing. */
    async function startFigure() {
      const note = $("figure-note");
      if (typeof DecompressionStream === "undefined") {
        note.dataset.t = "figure.needs";
        note.textContent = state.say("figure.needs");
        return;
      }
      try {
        await painted;
        await quiet();
        const text = await Library.unpack($("tl-plotly"));
        $("tl-plotly").remove();
        await quiet();
        Library.run(text);
        await figure.draw();
        note.hidden = true;
      } catch (error) {
        note.dataset.t = "figure.failed";
        note.textContent = state.say("figure.failed");
        console.warn(error);
      }
    }

    return { startFigure };
  }

  return Object.freeze({ make });
})();
