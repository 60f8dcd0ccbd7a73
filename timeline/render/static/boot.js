"use strict";
// When Plotly starts: after the list and the overview are there, while the reader does nothing.
const Boot = (() => {
  const { $ } = Dom;
  const WAIT = 130; // ms after the list is painted before the library may start: the list answers first

  function make(app) {
    /** When the list stood on the screen or the reader last did something. */
    let touched = 0;
    const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => {
      touched = performance.now();
      resolve();
    })));
    for (const name of ["pointerdown", "keydown", "wheel"]) window.addEventListener(name, () => { touched = performance.now(); }, { capture: true, passive: true });

    const idle = () => new Promise((resolve) => (window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1500 }) : setTimeout(resolve, 50)));

    /** Start Plotly once the list and the overview are there and the reader does nothing. */
    async function startFigure() {
      const note = $("figure-note");
      if (typeof DecompressionStream === "undefined") {
        note.dataset.t = "figure.needs";
        note.textContent = app.say()("figure.needs");
        return;
      }
      try {
        const text = await Figure.unpack($("tl-plotly").textContent);
        $("tl-plotly").remove();
        await app.arrived();
        await Promise.all([painted, idle()]);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, touched + WAIT - performance.now())));
        Figure.run(text);
        await app.figure().draw();
        note.hidden = true;
      } catch (error) {
        note.dataset.t = "figure.failed";
        note.textContent = app.say()("figure.failed");
        console.warn(error);
      }
    }

    return { startFigure };
  }

  return { make };
})();
if (typeof module !== "undefined") module.exports = Boot;
