"use strict";
// The columns with a reader's corrections laid over them; those that the page came with stay as they are.
const Overlay = (() => {
  const PLAIN = ["low", "high", "at", "kind", "type", "quad", "status", "flags", "mentions", "sources", "importance"];
  const LISTS = ["actor", "source", "country", "tag"];

  /** The kind of a time, as the page's own columns have it. */
  function kind({ span, low, high, inner }) {
    if (span) {
      if (low === null && high === null && inner.every((day) => day === null)) return "undated";
      return low !== null && high !== null && low === inner[0] && high === inner[1] ? "interval" : "fuzzy";
    }
    if (low === null) return high === null ? "undated" : "before";
    if (high === null) return "after";
    return low === high ? "point" : "within";
  }

  /** What the columns say of a time. */
  function place(time, kinds) {
    const close = (day) => (day === null || day === undefined ? Store.NONE : day);
    const name = kind(time);
    const at =
      time.low ??
      [...time.inner, time.high].reduce(
        (least, day) => (day === null || (least !== null && least < day) ? least : day),
        null,
      );
    return {
      low: close(time.low),
      high: close(time.high),
      at: close(at),
      kind: kinds.indexOf(name),
      inner: name === "fuzzy" ? time.inner : undefined,
    };
  }

  /** Lists of numbers, some of them replaced and some added at the end. */
  function relist({ starts, items }, own, n, rows, name) {
    const lists = Array.from({ length: n }, (_, i) => {
      const row = rows.get(i);
      return row && row[name] ? row[name] : i < own ? items.subarray(starts[i], starts[i + 1]) : [];
    });
    return Store.flatten(lists);
  }

  /** Columns of ``n`` events, the first of them as they came; ``rows``: what differs, by the number of the event. */
  function columns(own, n, rows) {
    const out = { n, inner: Object.create(own.inner), hangs: own.hangs, moved: false };
    for (const name of PLAIN) {
      out[name] = new own[name].constructor(n);
      out[name].set(own[name]);
    }
    for (const [i, row] of rows) {
      for (const name of PLAIN) if (row[name] !== undefined) out[name][i] = row[name];
      if (row.at === undefined) continue;
      out.inner[i] = row.inner;
      out.moved = true;
    }
    for (const name of LISTS)
      out[name] =
        n > own.n || [...rows.values()].some((row) => row[name]) ? relist(own[name], own.n, n, rows, name) : own[name];
    return out;
  }

  return Object.freeze({ kind, place, columns });
})();
