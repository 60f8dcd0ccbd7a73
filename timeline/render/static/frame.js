"use strict";
// The window of days: what moves it, and what lies beside it.
const Frame = (() => {
  const { $ } = Dom;
  const REST = 120; // ms after which the list follows a finger

  function make(board, store, { days }) {
    const { state } = board;
    const { columns } = store;
    const { domain } = days;

    /** ``how``: "set" by a control, "panned" by a finger, "moving" and "moved" by Plotly, whose axis is there already. */
    function go(next, how) {
      if (next) turn({ period: days.all(next) ? null : next, wide: days.all(next) }, how);
    }

    function turn(window, how) {
      board.set({ ...window, how });
      // The list follows a breath later, so that no step does two things.
      board.later({ settled: {} }, how === "moving" || how === "panned" ? REST : 0);
    }

    /** Zoom about the chosen event, else the pointer, else the events in view; never to where none is. */
    function zoom(factor, pointed) {
      const [from, to] = state.window;
      const day = Story.pivot(columns, state.passed, state.window, state.choice.i, pointed);
      const next = Story.zoom(state.window, Math.max(factor, Overview.LEAST / (to - from)), day);
      go(Story.onto(columns, state.passed, factor < 1 ? next : Overview.clamp(next, domain)), "set");
    }

    function pan(part) {
      const [from, to] = state.window;
      const by = (to - from) * part;
      go(Overview.clamp([from + by, to + by], domain), "set");
    }

    const fit = (mask) => go(Story.fit(columns, mask, Room.width()), "set");

    /** Go to the events on one side of the window. */
    function aside(name, side) {
      const mask = state.passed.map((on, i) =>
        on &&
        Filter.touches(columns, i, [side.first, side.last + 1]) &&
        (name === "earlier"
          ? Story.known(columns, i)[1] < state.window[0]
          : Story.known(columns, i)[0] >= state.window[1])
          ? 1
          : 0,
      );
      fit(mask);
      $("plot").focus({ preventScroll: true });
    }

    /** Show all dates. */
    const wide = () => turn({ period: null, wide: true }, "set");

    board.watch(["passed", "settled", "ready"], () => {
      if (!state.ready) return;
      board.set({ sides: Story.outside(columns, state.passed, state.window) });
      const fits = $("zoom-fit");
      fits.hidden = !State.filtered(state.filters);
      fits.disabled = !Filter.dated(columns, state.passed);
      $("zoom-all").disabled = $("zoom-out").disabled = days.all(state.window);
    });

    return { go, zoom, pan, aside, wide, fit: () => fit(state.passed) };
  }

  return Object.freeze({ make });
})();
