"use strict";
// What the page shows, in one place. Who changes it need not know who watches it: each watcher is told once, in the order
// in which they began to watch, so that what follows from something is worked out before it is drawn.
const Board = (() => {
  const SOON = 1,
    NOW = 2; // when a watcher is to be told

  /** ``many()``: whether there is so much that no two steps are taken in one breath. */
  function make(state, many) {
    const watchers = [];
    let when = NOW;
    let telling = false;
    let waits = 0;

    function write(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (Object.is(state[name], value)) continue;
        state[name] = value;
        for (const one of watchers) {
          if (!one.names.includes(name)) continue;
          one.changed.add(name);
          one.due = Math.max(one.due, when);
        }
      }
    }

    /** Tell the first watcher that is due; false where none is. */
    function tell(least) {
      const one = watchers.find(({ due }) => due >= least);
      if (!one) return false;
      const { changed } = one;
      Object.assign(one, { due: 0, changed: new Set() });
      one.told(changed);
      return true;
    }

    function during(next, act) {
      const before = { when, telling };
      [when, telling] = [next, true];
      try {
        return act();
      } finally {
        ({ when, telling } = before);
      }
    }

    return {
      state,
      /** Change some of it; watchers have been told when this returns, but for a change that one of them makes. */
      set(changes) {
        write(changes);
        if (telling) return;
        during(NOW, () => {
          while (tell(NOW));
        });
      },
      /** Change some of it after a while, unless this is called again before: the watchers are told one by one. */
      later(changes, ms) {
        clearTimeout(waits);
        const mine = setTimeout(async () => {
          during(SOON, () => write(changes));
          for (;;) {
            if (mine !== waits || !during(SOON, () => tell(SOON))) return;
            if (many()) await Pace.breathe();
          }
        }, ms);
        waits = mine;
      },
      /** Be told, with the names of what has changed, when any of these has. */
      watch: (names, told) => watchers.push({ names, told, due: 0, changed: new Set() }),
    };
  }

  return Object.freeze({ make });
})();
