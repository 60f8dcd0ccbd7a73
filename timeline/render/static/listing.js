"use strict";
// The list beside the figure: its order, how many there are, and what it says where there is none.
const Listing = (() => {
  const { $, el } = Dom;
  const BY_TIME = ["time", "newest"]; // orders that begin with what is known to the day

  function make(board, store, { stars, clear, choose, brief }) {
    const { state } = board;
    const { meta, columns } = store;
    const rows = Rows.make($("scroll"), $("rows"), {
      brief: brief.brief,
      onChoose: (i, byHand) => choose(i, { reveal: false, focus: byHand }),
    });
    let undated = [];
    let [loose, first] = [0, -1];

    /** Events of the list: in the period, then those without a date. */
    function order(changed) {
      if (changed.size === 1 && changed.has("starred") && state.sort !== "story") return;
      const now = Filter.loosely(
        columns,
        Filter.sorted(columns, Filter.inPeriod(columns, state.shown, state.period), state.sort, stars.numbers()),
        BY_TIME.includes(state.sort) ? state.period : null,
      );
      const dated = now.order;
      loose = now.loose;
      first = dated[dated.length - loose];
      undated = Filter.undated(columns, state.shown);
      board.set({ order: undated.length ? [...dated, ...undated] : dated });
    }

    function show() {
      const { say } = state;
      const { length } = state.order;
      // Events stand last of which only a longer time is known; a click goes to the first of them.
      $("loose").hidden = !loose;
      $("loose").textContent = loose ? say.count("list.loose", loose) : "";
      rows.set(state.order);
      $("rows").classList.toggle("none", !length);
      const none = $("none");
      if (none) none.remove();
      const total = meta.events - (state.filters.minor ? 0 : Filter.minors(columns));
      if (!length)
        $("scroll").prepend(
          el(
            "div",
            { class: "empty", id: "none" },
            el("p", null, say(total ? "page.none" : "page.empty.title")),
            total ? el("button", { type: "button", class: "plain", onclick: clear }, say("page.none.remedy")) : null,
          ),
        );
      $("shown").textContent =
        length === total
          ? say.count("count.events", total)
          : say("count.of", { shown: say.number(length), total: say.number(total) });
      tray();
    }

    const tray = () => Tray.show(state, store, { undated, choose, title: brief.title });

    $("loose").addEventListener("click", () => rows.focus(first));
    board.watch(["shown", "settled", "sort", "starred"], order);
    board.watch(["order", "say"], () => state.say && show());
    board.watch(["choice"], () => rows.choose(state.choice.i, state.choice.reveal));
    board.watch(["sheet"], () => state.ready && state.sheet !== "table" && rows.redraw());

    return {
      order: () => order(new Set()),
      focus: rows.focus,
      first: rows.first,
      /** The page has arrived: what had no title yet has one. */
      complete() {
        rows.redraw(true);
        tray();
      },
    };
  }

  return Object.freeze({ make });
})();
