"use strict";
// Which events the filters leave, which of these are shown, and all that changes a filter.
const Filtering = (() => {
  const { $ } = Dom;

  function make(board, store, { days, correct, stars, find }) {
    const { state } = board;
    const { meta, columns } = store;

    /** The events that filters leave; ``skip``: a facet that does not count. */
    function passing(filters, skip) {
      const out = Filter.mask(columns, meta, filters, state.hits, skip);
      for (const i of correct.hidden) out[i] = 0;
      return out;
    }

    let minor = state.filters.minor; // for which the days were last told
    board.watch(["filters", "hits", "edits"], (changed) => {
      const passed = passing(state.filters);
      if (changed.has("edits")) days.forget();
      // Other events can change which days there are.
      if (changed.has("edits") || minor !== state.filters.minor) days.respan(passed);
      else days.tell(passed);
      minor = state.filters.minor;
      board.set({ passed });
    });
    board.watch(["passed", "period", "wide", "ready"], () => {
      const window = days.period();
      if (window.some((day, k) => day !== state.window[k])) board.set({ window: window.slice() });
    });
    board.watch(["passed", "key", "starred", "settled", "ready"], () => {
      const { key, passed, window } = state;
      if (!state.ready || !key) board.set({ shown: passed });
      else if (key === State.STORY) board.set({ shown: Filter.only(passed, stars.numbers()) });
      else board.set({ shown: Filter.key(columns, passed, window, key) });
    });
    // What was corrected is looked for anew.
    board.watch(["edits"], () => state.filters.query && search(state.filters.query));

    const ask = (filters) => board.set({ filters: { ...state.filters, ...filters } });
    const together = (facet, on) =>
      State.MANY.filter((one) => (one === facet ? on : state.filters.together.includes(one)));

    const isOnly = (facet, numbers) =>
      state.filters[facet].length === numbers.length && numbers.every((k) => state.filters[facet].includes(k));

    let searches = 0;
    async function search(query) {
      const mine = ++searches;
      state.filters.query = query.trim(); // told with what is found
      if (state.filters.query) $("shown").textContent = state.say("search.working");
      await Dom.arrived();
      const hits = await find(state.filters.query, () => mine !== searches);
      if (mine === searches && hits !== undefined) board.set({ hits, filters: { ...state.filters } });
    }

    return {
      passing,
      search,
      ask,
      isOnly,
      /** Show one value of a facet alone, or two of them together; all again where they are alone already. */
      only(facet, numbers) {
        const off = isOnly(facet, numbers);
        ask({
          [facet]: off ? [] : numbers.slice().sort((a, b) => a - b),
          together: together(facet, !off && numbers.length > 1),
        });
      },
      together: (facet, on) => ask({ together: together(facet, on) }),
      tick(facet, k, on) {
        const others = state.filters[facet].filter((other) => other !== k);
        ask({ [facet]: (on ? [...others, k] : others).sort((a, b) => a - b) });
      },
      clear() {
        searches++;
        $("query").value = "";
        board.set({ filters: Filter.none(), hits: null, period: null, wide: false, key: 0, sort: "time", how: "set" });
      },
      /** How many events each value of a facet would leave. */
      counts: (facet) =>
        Filter.counts(
          columns,
          facet,
          State.names(meta, facet).length,
          passing(facet === "status" ? { ...state.filters, unlikely: true } : state.filters, facet),
        ),
      /** The events that matter most in the window, as they follow each other. */
      best: (most) =>
        [...Filter.best(columns, Filter.inPeriod(columns, state.passed, state.window), most)].sort((a, b) => a - b),
    };
  }

  return Object.freeze({ make });
})();
