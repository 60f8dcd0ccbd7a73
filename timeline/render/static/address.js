"use strict";
// What the page shows, kept in its address, and what the address says shown again.
const Address = (() => {
  const { $ } = Dom;
  const PARTS = ["event", "period", "wide", "lanes", "bands", "view", "key", "sort", "language", "filters"];
  const REST = 250; // ms: not at every step, which browsers slow down

  function make(board, store, { search, choose, close }) {
    const { state } = board;
    const { meta, columns } = store;
    let waits = 0;
    let stepped = State.step(state, meta); // of the browser's history
    let addressed = location.hash; // the last that was written or read

    function write() {
      // The reader went back or forth, and that has not been read yet: to write now would undo it.
      if (location.hash !== addressed) return;
      const hash = State.format(state, meta, Time.toIso);
      const step = State.step(state, meta);
      try {
        // Back goes to what was looked at before, not through every window on the way.
        history[step === stepped ? "replaceState" : "pushState"](
          null,
          "",
          hash ? "#" + hash : location.pathname + location.search,
        );
        stepped = step;
        addressed = location.hash;
      } catch {
        // A frame of another page may not change its address; the page works without.
      }
    }
    board.watch(PARTS, () => {
      clearTimeout(waits);
      waits = setTimeout(write, REST);
    });

    window.addEventListener("hashchange", () => {
      addressed = location.hash;
      const next = State.parse(location.hash, meta, Time.fromIso, Filter.none());
      if (State.format(next, meta, Time.toIso) === State.format(state, meta, Time.toIso)) return;
      stepped = State.step(next, meta);
      $("query").value = next.filters.query;
      board.set({ ...next, how: "set" });
      search(state.filters.query);
      if (state.event) open();
      else if (state.choice.i >= 0) close();
    });

    /** Open the event that the address names. */
    async function open() {
      await Dom.arrived();
      for (let i = 0; i < meta.events; i++)
        if (store.id(i) === state.event) {
          const unlikely = Filter.UNLIKELY.has(meta.statuses[columns.status[i]]);
          const minor = !!(columns.flags[i] & Filter.MINOR);
          if (!state.shown[i] && (unlikely || minor))
            board.set({
              filters: {
                ...state.filters,
                unlikely: unlikely || state.filters.unlikely,
                minor: minor || state.filters.minor,
              },
            });
          return choose(i, { reveal: true });
        }
      board.set({ event: null });
      return undefined;
    }

    return { open };
  }

  return Object.freeze({ make });
})();
