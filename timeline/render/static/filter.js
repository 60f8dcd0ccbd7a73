"use strict";
// Which events the filters and the period leave.
const Filter = (() => {
  const UNDATED = 6;
  const INFERRED = 1;
  const DISPUTED = 2;
  const MINOR = 4;
  const LIMITS = [-719162, 2932897]; // the years 1 to 9999: as far as days are written
  const UNLIKELY = new Set(["hypothetical", "negated"]); // shown when asked for
  const UNREAL = new Set([...UNLIKELY, "cancelled", "attempted"]); // did not come to be, or only might
  const PLANNED = new Set(["scheduled", "pledged"]);

  const EVIDENCE = ["several", "disagree", "own", "inferred"];

  const none = () => ({
    query: "",
    type: [],
    quad: [],
    country: [],
    actor: [],
    source: [],
    status: [],
    evidence: [],
    tag: [],
    together: [],
    unlikely: false,
    minor: false,
  });

  /** Whether an event has a kind of evidence: several sources, reports that contradict one another, a date of its own, an inferred one. */
  const HAS = [
    ({ sources }, i) => sources[i] > 1,
    ({ flags }, i) => !!(flags[i] & DISPUTED),
    ({ flags, kind }, i) => !(flags[i] & INFERRED) && kind[i] !== UNDATED,
    ({ flags }, i) => !!(flags[i] & INFERRED),
  ];

  /** The value numbers of one facet that an event has. */
  function values(columns, facet, i) {
    if (facet === "evidence") return HAS.flatMap((has, k) => (has(columns, i) ? [k] : []));
    const column = columns[facet];
    return column.starts ? column.items.subarray(column.starts[i], column.starts[i + 1]) : [column[i]];
  }

  /** Take out of the mask what has none of the wanted values, or not all of them where these must stand together. */
  function narrow(out, columns, facet, wanted, together) {
    const column = columns[facet];
    if (facet === "evidence") {
      for (let i = 0; i < columns.n; i++) if (out[i] && !wanted.every((k) => HAS[k](columns, i))) out[i] = 0;
    } else if (column.starts) {
      const chosen = new Set(wanted);
      const least = together ? chosen.size : 1;
      for (let i = 0; i < columns.n; i++) {
        let found = 0;
        for (let k = column.starts[i]; k < column.starts[i + 1] && found < least; k++)
          if (chosen.has(column.items[k])) found++;
        if (found < least) out[i] = 0;
      }
    } else {
      const chosen = new Set(wanted);
      for (let i = 0; i < columns.n; i++) if (!chosen.has(column[i])) out[i] = 0;
    }
  }

  /** One byte an event: 1 where every facet with a choice has one of its values. ``skip`` leaves out one facet. */
  function mask(columns, meta, filters, hits, skip) {
    const out = new Uint8Array(columns.n).fill(1);
    const hidden = meta.statuses.map((name) => UNLIKELY.has(name) && !filters.unlikely);
    for (const facet of State.FACETS) {
      // How many more would stand together with those chosen is told by the events that have these.
      const counts = !filters.together.includes(facet) && facet !== "evidence";
      if (filters[facet].length && (facet !== skip || !counts))
        narrow(out, columns, facet, filters[facet], filters.together.includes(facet));
    }
    // A status that was asked for by name is shown, whatever is hidden otherwise.
    if (!filters.status.length && skip !== "status")
      for (let i = 0; i < columns.n; i++) if (hidden[columns.status[i]]) out[i] = 0;
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
    if (facet === "evidence") {
      for (let i = 0; i < columns.n; i++)
        if (shown[i])
          HAS.forEach((has, k) => {
            out[k] += has(columns, i) ? 1 : 0;
          });
    } else if (column.starts) {
      for (let i = 0; i < columns.n; i++)
        if (shown[i]) for (let k = column.starts[i]; k < column.starts[i + 1]; k++) out[column.items[k]]++;
    } else for (let i = 0; i < columns.n; i++) if (shown[i]) out[column[i]]++;
    return out;
  }

  /** The last day that is known of an event, also where its end is open. */
  const last = ({ low, high, at, inner }, i) =>
    high[i] !== Store.NONE ? high[i] : Math.max(at[i], low[i], ...(inner[i] || []).filter((day) => day !== null));

  /** Whether an event's known days reach into the days from..to; null is all dates.  An open side does not count. */
  function touches(columns, i, period) {
    if (columns.kind[i] === UNDATED) return false;
    if (!period) return true;
    const low = columns.low[i] === Store.NONE ? columns.at[i] : columns.low[i];
    const high = last(columns, i);
    return low < period[1] && high + 1 > period[0];
  }

  /** Events come in the order of time, unless a correction has moved one. */
  const inOrder = (columns, events) =>
    columns.moved ? events.sort((a, b) => columns.at[a] - columns.at[b] || a - b) : events;

  /** Numbers of the events of the mask in the period, in order of time. */
  function inPeriod(columns, shown, period) {
    const out = new Uint32Array(columns.n);
    let size = 0;
    for (let i = 0; i < columns.n; i++) if (shown[i] && touches(columns, i, period)) out[size++] = i;
    return inOrder(columns, out.subarray(0, size));
  }

  /** Whether one event matters more than another: by importance, then by how many tell of it, then by time. */
  const before =
    ({ importance, mentions }) =>
    (a, b) =>
      importance[b] - importance[a] || mentions[b] - mentions[a] || a - b;

  /** The most important of some events, at most ``most``, the first of them first. */
  function best(columns, events, most) {
    const compare = before(columns);
    const out = [];
    for (const i of events) {
      if (out.length === most && compare(i, out[most - 1]) > 0) continue;
      let at = out.length;
      while (at && compare(i, out[at - 1]) < 0) at--;
      out.splice(at, 0, i);
      if (out.length > most) out.pop();
    }
    return out;
  }

  /** The mask with the most important events of a period alone. */
  function key(columns, shown, period, most) {
    const out = new Uint8Array(columns.n);
    for (const i of best(columns, inPeriod(columns, shown, period), most)) out[i] = 1;
    return out;
  }

  /** The mask with some events alone. */
  function only(shown, events) {
    const out = new Uint8Array(shown.length);
    for (const i of events) out[i] = shown[i];
    return out;
  }

  /** Events in the order that was asked for; they come in order of time. */
  function sorted(columns, events, sort, story = []) {
    if (sort === "time") return events;
    if (sort === "newest") return events.reverse();
    if (sort === "story") {
      const place = new Map(story.map((i, k) => [i, k]));
      return events.sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || a - b);
    }
    const { sources, mentions } = columns;
    const by =
      sort === "importance" ? before(columns) : (a, b) => sources[b] - sources[a] || mentions[b] - mentions[a] || a - b;
    return events.sort(by);
  }

  /** Whether an event is known only to lie some time in a stretch that is longer than a period. */
  const looser = ({ kind, low, high }, i, [from, to]) => kind[i] === Marks.WITHIN && high[i] + 1 - low[i] > to - from;

  /** Events of a period as an array, those last that are known only to lie some time in a longer stretch; and how many these are. */
  function loosely(columns, events, period) {
    const [exact, loose] = [[], []];
    for (const i of events) (period && looser(columns, i, period) ? loose : exact).push(i);
    return { order: loose.length ? exact.concat(loose) : events, loose: loose.length };
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

  return Object.freeze({
    EVIDENCE,
    UNDATED,
    INFERRED,
    DISPUTED,
    MINOR,
    UNLIKELY,
    UNREAL,
    PLANNED,
    LIMITS,
    none,
    values,
    mask,
    minors,
    counts,
    last,
    touches,
    inOrder,
    inPeriod,
    best,
    key,
    only,
    sorted,
    loosely,
    dated,
    undated,
  });
})();
