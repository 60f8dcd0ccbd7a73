"use strict";
// Into which lanes the events go, and what stands beside the figure about them.
const Laying = (() => {
  const { $ } = Dom;
  const MOST = 200; // lanes

  function make(board, { meta, columns }, extent) {
    const { state } = board;

    /** Whether the window has left most of the lanes, which are then those of what is in it. */
    function deserted() {
      const { drawing } = state;
      return (
        state.lanes !== "type" &&
        !!drawing &&
        drawing.inView.filter((n) => !n).length > drawing.inView.length / 2 &&
        drawing.visible > 0
      );
    }

    board.watch(["shown", "lanes", "more", "sized", "settled", "ready"], (changed) => {
      if (!state.ready || (changed.size === 1 && changed.has("settled") && !deserted())) return;
      const most = Math.min(Room.firstLanes() * state.more, MOST);
      board.set({ laid: Lanes.assign(columns, meta, state.lanes, state.shown, most, state.period) });
    });
    board.watch(["laid", "say"], () => {
      if (!state.laid) return;
      const { lanes, total } = state.laid;
      const button = $("lanes-more");
      button.hidden = total <= Room.firstLanes();
      button.textContent = state.say(lanes.some((lane) => lane.folded) ? "lanes.more" : "lanes.fewer");
      $("stage").hidden = !lanes.length || !Filter.dated(columns, state.shown);
      $("overview").parentElement.classList.toggle("undated", !extent());
    });
  }

  return Object.freeze({ make });
})();
