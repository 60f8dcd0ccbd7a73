"use strict";
// What keys do anywhere on the page, and the sheet that tells it.
const Keys = (() => {
  const { $, el } = Dom;
  const LETTERS = ["/", "?", "+", "=", "-", "_"]; // keys that write something: a reader who dictates may switch them off
  const KEPT = "diplomatic-timeline:letters";

  function make({ state }, store, { filtering, frame, figure, panel, correct, first }) {
    const zoom = (by) => frame.zoom(by, figure.pointed());
    let letters = true;
    try {
      letters = localStorage.getItem(KEPT) !== "off";
    } catch {
      // Without local storage they are on until the page is closed.
    }

    function setLetters(on) {
      letters = on;
      try {
        localStorage.setItem(KEPT, on ? "on" : "off");
      } catch {
        // As above.
      }
    }

    /** Ctrl+Z takes the last correction back, Ctrl+Shift+Z or Ctrl+Y makes it again; in a field they are the field's. */
    function undone(event) {
      const key = event.key.toLowerCase();
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        !"zy".includes(key) ||
        event.target.closest("input, select, textarea") ||
        document.querySelector("dialog[open]")
      )
        return false;
      event.preventDefault();
      if (key === "y" || event.shiftKey) correct.redo();
      else correct.undo();
      return true;
    }

    /** From the search field to the first event found. */
    $("query").addEventListener("keydown", (event) => {
      if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
      event.preventDefault();
      if (state.order.length) first();
    });

    function keys(event) {
      const target = event.target;
      if (event.isComposing) return;
      if (undone(event)) return;
      if (document.querySelector("dialog[open]")) return;
      if (target.closest("input, select, textarea, summary") || event.ctrlKey || event.metaKey || event.altKey) return;
      const actions = {
        "/": () => $("query").focus(),
        "?": help,
        "+": () => zoom(0.5),
        "=": () => zoom(0.5),
        "-": () => zoom(2),
        _: () => zoom(2),
        ArrowLeft: () => (event.shiftKey ? frame.pan(-0.25) : panel.step(-1)),
        ArrowRight: () => (event.shiftKey ? frame.pan(0.25) : panel.step(1)),
        Enter: () => $("details-title") && $("details-title").focus(),
        ArrowUp: () => hop(-1),
        ArrowDown: () => hop(1),
        Home: () => state.order.length && panel.choose(state.order[0], { reveal: true }),
        End: () => state.order.length && panel.choose(state.order[state.order.length - 1], { reveal: true }),
      };
      const onPlot = target.closest("#plot");
      const action = actions[event.key];
      if (LETTERS.includes(event.key) && !letters) return;
      if (
        !action ||
        (/^(Arrow(Up|Down)|Home|End|Enter)$/.test(event.key) && !onPlot) ||
        (target.closest("[role=slider], .table-scroll, .article-text") && event.key.startsWith("Arrow"))
      )
        return;
      event.preventDefault();
      action();
    }

    function hop(by) {
      const i = figure.neighbour(state.choice.i, by);
      if (i !== null) panel.choose(i, { reveal: true });
      else if (state.choice.i < 0) panel.step(1);
    }

    function help() {
      const say = state.say;
      /** @type {[string[], string][]} */
      const entries = [
        [["←", "→"], "help.arrows"],
        [["↑", "↓"], "help.lanes"],
        [["Shift ←", "Shift →"], "help.pan"],
        [["+", "−"], "help.zoom"],
        [["Home", "End"], "help.home"],
        [["/"], "help.search"],
        [["Enter", "↓"], "help.hit"],
        [["Ctrl Z"], "help.undo"],
        [["Esc"], "help.escape"],
        [["?"], "help.help"],
      ];
      const legend = el(
        "div",
        null,
        el("h2", { class: "legend-title" }, say("legend.title")),
        Legend.classes({ state, filtering }, store),
        Legend.marks(say),
      );
      $("help").replaceChildren(
        el(
          "div",
          { class: "details-top" },
          el("h2", { id: "help-title" }, say("help.title")),
          el("span", { class: "gap" }),
          el("button", { type: "button", class: "plain", onclick: () => $("help").close() }, say("details.close")),
        ),
        el(
          "dl",
          { class: "keys" },
          entries.map(([marks, key]) => [
            el(
              "dt",
              null,
              marks.map((mark) => el("kbd", null, mark)),
            ),
            el("dd", null, say(key)),
          ]),
        ),
        el(
          "label",
          { class: "choice" },
          el("input", { type: "checkbox", checked: letters, onchange: (event) => setLetters(event.target.checked) }),
          say("help.letters"),
        ),
        el("p", { class: "note" }, say("figure.wheel")),
        legend,
      );
      $("help").showModal();
    }

    return { keys, help };
  }

  return Object.freeze({ make });
})();
