"use strict";
// Which events the filters and the period leave.
const Filter = (() => {
  const UNDATED = 6;
  const INFERRED = 1;
  const CONFLICT = 2;
  const MINOR = 4;
  const LIMITS = [-719162, 2932895.99]; // the years 1 to 9999: as far as days are written, and as Plotly's axis goes
  const UNLIKELY = new Set(["hypothetical", "negated"]); // shown when asked for
  const UNREAL = new Set([...UNLIKELY, "cancelled", "attempted"]); // did not come to be, or only might
  const PLANNED = new Set(["scheduled", "pledged"]);

  const none = () => ({ query: "", type: [], quad: [], actor: [], source: [], status: [], unlikely: false, minor: false });

  /** The value numbers of one facet that an event has. */
  function values(columns, facet, i) {
    if (facet === "actor" || facet === "source") {
      const { starts, items } = columns[facet];
      return items.subarray(starts[i], starts[i + 1]);
    }
    return [columns[facet][i]];
  }

  /** One byte an event: 1 where every facet with a choice has one of its values. ``skip`` leaves out one facet. */
  function mask(columns, meta, filters, hits, skip) {
    const out = new Uint8Array(columns.n).fill(1);
    const hidden = meta.statuses.map((name) => UNLIKELY.has(name) && !filters.unlikely);
    for (const facet of ["type", "quad", "status", "actor", "source"]) {
      const chosen = filters[facet];
      if (facet === skip || !chosen.length) continue;
      const wanted = new Set(chosen);
      if (facet === "actor" || facet === "source") {
        const { starts, items } = columns[facet];
        for (let i = 0; i < columns.n; i++) {
          let found = 0;
          for (let k = starts[i]; k < starts[i + 1] && !found; k++) found = wanted.has(items[k]) ? 1 : 0;
          if (!found) out[i] = 0;
        }
      } else {
        const column = columns[facet];
        for (let i = 0; i < columns.n; i++) if (!wanted.has(column[i])) out[i] = 0;
      }
    }
    // A status that was asked for by name is shown, whatever is hidden otherwise.
    if (!filters.status.length && skip !== "status") for (let i = 0; i < columns.n; i++) if (hidden[columns.status[i]]) out[i] = 0;
    if (!filters.minor) for (let i = 0; i < columns.n; i++) if (columns.flags[i] & MINOR) out[i] = 0;
    if (hits) for (let i = 0; i < columns.n; i++) if (!hits[i]) out[i] = 0;
    return out;
  }

  /** How many events of the mask are minor, where a mask is given, else of all. */
  function minors(columns, shown) {
    let out = 0;
    for (let i = 0; i < columns.n; i++) if (columns.flags[i] & MINOR && (!shown || shown[i])) out++;
    return out;
  }

  /** How many events of the mask have each value of a facet. */
  function counts(columns, facet, size, shown) {
    const out = new Uint32Array(size);
    const column = columns[facet];
    if (column.starts) {
      for (let i = 0; i < columns.n; i++) if (shown[i]) for (let k = column.starts[i]; k < column.starts[i + 1]; k++) out[column.items[k]]++;
    } else for (let i = 0; i < columns.n; i++) if (shown[i]) out[column[i]]++;
    return out;
  }

  /** Whether an event's known days reach into the days from..to; null is all dates.  An open side does not count. */
  function touches(columns, i, period) {
    if (columns.kind[i] === UNDATED) return false;
    if (!period) return true;
    const low = columns.low[i] === Store.NONE ? columns.at[i] : columns.low[i];
    const high = columns.high[i] === Store.NONE ? columns.at[i] : columns.high[i];
    return low < period[1] && high + 1 > period[0];
  }

  /** Events come in the order of time, unless a correction has moved one. */
  const inOrder = (columns, events) => (columns.moved ? events.sort((a, b) => columns.at[a] - columns.at[b] || a - b) : events);

  /** Numbers of the events of the mask in the period, in order of time. */
  function inPeriod(columns, shown, period) {
    const out = new Uint32Array(columns.n);
    let size = 0;
    for (let i = 0; i < columns.n; i++) if (shown[i] && touches(columns, i, period)) out[size++] = i;
    return inOrder(columns, out.subarray(0, size));
  }

  /** How many events of the mask have a date. */
  function dated(columns, shown) {
    let out = 0;
    for (let i = 0; i < columns.n; i++) if (shown[i] && columns.kind[i] !== UNDATED) out++;
    return out;
  }

  /** Numbers of the events of the mask that no evidence places in time. */
  function undated(columns, shown) {
    const out = [];
    for (let i = 0; i < columns.n; i++) if (shown[i] && columns.kind[i] === UNDATED) out.push(i);
    return out;
  }

  return { UNDATED, INFERRED, CONFLICT, MINOR, UNLIKELY, UNREAL, PLANNED, LIMITS, none, values, mask, minors, counts, touches, inOrder, inPeriod, dated, undated };
})();
