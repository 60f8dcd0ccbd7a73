"use strict";
// Mouse, wheel and fingers on the figure: choosing, panning, and zooming about the place that is meant.
const Pointer = (() => {
  const SLACK = 4; // pixels that a click may move

  /**
   * Listen on ``plot``.  ``view``: the days in the window now; ``width``: pixels of it; ``onPick(event)``: a click or tap;
   * ``onPan(view)``: a finger moved, or two of them apart or together.
   */
  function make(plot, { view, width, onPick, onPan }) {
    const fingers = new Map(); // where each finger is
    let press = null;
    let last = null; // where the pointer was last over the plot, in pixels of the screen

    const part = (x) => (x - plot.getBoundingClientRect().left) / width();

    /** What two fingers hold: the days under them. */
    function grip() {
      const [a, b] = [...fingers.values()].map(part);
      const [from, to] = view();
      return { days: [from + a * (to - from), from + b * (to - from)] };
    }

    /** The window in which the days that were under two fingers are under them still. */
    function pinched({ days }) {
      const [a, b] = [...fingers.values()].map(part);
      if (Math.abs(a - b) < 0.02) return null;
      const span = Math.abs((days[1] - days[0]) / (b - a));
      const from = days[0] - a * span;
      return [from, from + span];
    }

    plot.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button) return;
        const touch = event.pointerType === "touch";
        if (touch) fingers.set(event.pointerId, event.clientX);
        press = {
          x: event.clientX,
          y: event.clientY,
          view: view(),
          touch,
          moved: fingers.size > 1,
          grip: fingers.size === 2 ? grip() : null,
        };
        plot.focus({ preventScroll: true, focusVisible: false });
      },
      true,
    );
    window.addEventListener("pointermove", (event) => {
      if (plot.contains(event.target)) last = event.clientX;
      if (!press) return;
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLACK) press.moved = true;
      if (!press.touch || !press.moved) return;
      if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event.clientX);
      if (press.grip) {
        const next = fingers.size === 2 && pinched(press.grip);
        if (next) onPan(next);
      } else {
        const days = ((press.x - event.clientX) / width()) * (press.view[1] - press.view[0]);
        onPan([press.view[0] + days, press.view[1] + days]);
      }
    });
    const release = (event) => {
      fingers.delete(event.pointerId);
      // The finger that stays goes on from where it is.
      if (press && press.grip && fingers.size === 1)
        press = { ...press, x: [...fingers.values()][0], view: view(), grip: null };
    };
    window.addEventListener("pointercancel", (event) => {
      release(event);
      if (!fingers.size) press = null;
    });
    window.addEventListener(
      "pointerup",
      (event) => {
        const still = press && !press.moved;
        release(event);
        if (fingers.size) return;
        press = null;
        // Plotly lays a cover over the page while a button is down, so the place counts and not the target.
        if (still) onPick(event);
      },
      true,
    );
    plot.addEventListener("pointerleave", () => {
      last = null;
    });
    // Plotly would keep a finger from scrolling the page; fingers pan and zoom by the listeners above.
    for (const name of ["touchstart", "touchmove", "touchend"])
      plot.addEventListener(name, (event) => event.stopPropagation(), { capture: true, passive: true });
    // The wheel scrolls the page unless the figure was chosen before, or Ctrl says that zooming is meant.
    plot.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && document.activeElement !== plot) event.stopPropagation();
      },
      { capture: true },
    );

    return {
      /** The day under the pointer; null where it is not over the plot. */
      day() {
        if (last === null || !plot.matches(":hover")) return null;
        const [from, to] = view();
        return from + part(last) * (to - from);
      },
    };
  }

  return Object.freeze({ make });
})();
