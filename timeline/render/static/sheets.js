"use strict";
// Which of timeline, list and table is shown; told before these draw themselves, as what is hidden has no width.
const Sheets = (() => {
  const { $ } = Dom;

  function make(board) {
    const { state } = board;
    const choose = () => board.set({ sheet: state.view || (Room.narrow.matches ? "list" : "timeline") });
    board.watch(["view"], choose);
    board.watch(["sheet"], () => {
      document.body.dataset.view = state.sheet;
      for (const button of document.querySelectorAll("button[data-view]"))
        button.setAttribute("aria-pressed", String(button.dataset.view === state.sheet));
      $("figure-panel").hidden = state.sheet !== "timeline";
      $("list-panel").hidden = state.sheet === "table";
      $("table-panel").hidden = state.sheet !== "table";
    });
    Room.narrow.addEventListener("change", choose);
    for (const button of document.querySelectorAll(".tabs [data-view]"))
      button.addEventListener("click", () => board.set({ view: button.dataset.view }));

    return { choose };
  }

  return Object.freeze({ make });
})();
