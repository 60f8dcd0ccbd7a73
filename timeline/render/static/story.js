"use strict";
// Which days the figure opens on, what lies outside of them, and about which day it zooms.
const Story = (() => {
  const MOST = 0.25; // part of the events that may lie outside of the first window
  const HALVING = 10; // a halving of the window is worth a tenth of the events
  const WORTH = 1; // halvings beyond that price, below which all dates are shown
  const EDGE = 9; // pixels between the edge and the first mark
  const LEAST = 7; // days of a window made to fit

  /** Whether an event stands in the figure. */
  const dated = (columns, i) => columns.kind[i] !== Filter.UNDATED;

  /** First and last known day of an event. */
  const known = (columns, i) => [
    columns.low[i] === Store.NONE ? columns.at[i] : columns.low[i],
    Filter.last(columns, i),
  ];

  /** The middle of an event's days, of the known ones where a side is open. */
  function middle(columns, i) {
    const [first, last] = known(columns, i);
    return (first + last) / 2;
  }

  /** How many events may be left out at one end: few are tried one by one, many in steps. */
  function cuts(most) {
    const out = [0];
    for (let n = 1; n <= most; n = Math.max(n + 1, Math.floor(n * 1.3))) out.push(n);
    return out;
  }

  /** Days between which the events lie densely: the first and last middle; those of all events where leaving some out saves little. */
  function dense(columns, events) {
    const n = events.length;
    const days = new Float64Array(n);
    for (let k = 0; k < n; k++) days[k] = middle(columns, events[k]);
    days.sort();
    const length = (a, b) => Math.max(1, days[n - 1 - b] - days[a]);
    const all = length(0, 0);
    const steps = cuts(n * MOST);
    let best = { value: WORTH, a: 0, b: 0 };
    for (const a of steps)
      for (const b of steps) {
        if (a + b > n * MOST) break;
        const value = Math.log2(all / length(a, b)) - (HALVING * (a + b)) / n;
        if (value > best.value) best = { value, a, b };
      }
    return [days[best.a], days[n - 1 - best.b]];
  }

  /** A window of ``width`` pixels around events whose middles lie between two days, with room for their marks.
   * @type {(columns: any, events: any, days: number[], width: number) => number[]} */
  const around = (columns, events, [first, last], width) => {
    let [from, to] = [first, last];
    const length = Math.max(LEAST, last - first);
    for (const i of events) {
      const [low, high] = known(columns, i);
      const day = (low + high) / 2;
      if (day < first || day > last || high - low > length) continue;
      from = Math.min(from, low);
      to = Math.max(to, high);
    }
    to += 1;
    const spare = (LEAST - (to - from)) / 2;
    if (spare > 0) [from, to] = [from - spare, to + spare];
    // The arrow of an open side must not leave the window.
    const scale = Math.max(1, width - 2 * (Marks.TAIL + EDGE)) / (to - from);
    const tail = (Marks.TAIL + EDGE) / scale;
    const arrow = (kind, inside) => events.some((i) => columns.kind[i] === kind && inside(columns.at[i]));
    const left =
      arrow(Marks.BEFORE, (day) => day >= from && day - from < tail) ||
      events.some(
        (i) =>
          columns.low[i] === Store.NONE &&
          columns.kind[i] === Marks.FUZZY &&
          columns.at[i] - from < tail &&
          columns.at[i] >= from,
      );
    const right =
      arrow(Marks.AFTER, (day) => day < to && to - day < tail) ||
      events.some(
        (i) =>
          columns.high[i] === Store.NONE &&
          columns.kind[i] === Marks.FUZZY &&
          to - Filter.last(columns, i) < tail &&
          Filter.last(columns, i) < to,
      );
    return [from - (left ? tail : EDGE / scale), to + (right ? tail : EDGE / scale)];
  };

  const listed = (columns, shown) => {
    const out = new Uint32Array(columns.n);
    let size = 0;
    for (let i = 0; i < columns.n; i++) if (shown[i] && dated(columns, i)) out[size++] = i;
    return out.subarray(0, size);
  };

  /** The window on the dense part of the events of the mask; null where there are none. */
  function fit(columns, shown, width) {
    const events = listed(columns, shown);
    return events.length ? around(columns, events, dense(columns, events), width) : null;
  }

  /** The window on all events of the mask; null where there are none. */
  function whole(columns, shown, width) {
    const events = listed(columns, shown);
    let [first, last] = [Infinity, -Infinity];
    for (const i of events) {
      const [low, high] = known(columns, i);
      first = Math.min(first, low);
      last = Math.max(last, high);
    }
    return events.length ? around(columns, events, [first, last], width) : null;
  }

  /** What the events of the mask that lie before and after a window are: {n, first, last, i: the nearest} each. */
  function outside(columns, shown, [from, to]) {
    const none = () => ({ n: 0, first: Infinity, last: -Infinity, i: -1 });
    const sides = { earlier: none(), later: none() };
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || !dated(columns, i)) continue;
      const [low, high] = known(columns, i);
      if (high + 1 > from && low < to) continue;
      const side = low >= to ? sides.later : sides.earlier;
      side.n++;
      if (side === sides.earlier ? high > side.last : low < side.first) side.i = i;
      side.first = Math.min(side.first, low);
      side.last = Math.max(side.last, high);
    }
    return sides;
  }

  /** The day that stays where it is when the window grows or shrinks: the chosen event's, the pointer's, that of the events in view. */
  function pivot(columns, shown, view, chosen, pointer) {
    const inside = (day) => day >= view[0] && day <= view[1];
    if (chosen >= 0 && shown[chosen] && dated(columns, chosen) && inside(middle(columns, chosen) + 0.5))
      return middle(columns, chosen) + 0.5;
    if (pointer !== null && inside(pointer)) return pointer;
    const days = [];
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || !dated(columns, i)) continue;
      const day = middle(columns, i) + 0.5;
      if (inside(day)) days.push(day);
    }
    if (!days.length) return (view[0] + view[1]) / 2;
    days.sort((a, b) => a - b);
    return days[days.length >> 1];
  }

  /** A window larger or smaller by a factor about a day. */
  const zoom = ([from, to], factor, day) => [day - (day - from) * factor, day + (to - day) * factor];

  /** The window, moved to the nearest event of the mask where it has come to lie beside all of them. */
  function onto(columns, shown, view) {
    let nearest = null;
    let away = Infinity;
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || !dated(columns, i)) continue;
      const [low, high] = known(columns, i);
      const gap = low >= view[1] ? low - view[1] : high + 1 <= view[0] ? view[0] - high : 0;
      if (!gap && low < view[1] && high + 1 > view[0]) return view;
      if (gap < away) [away, nearest] = [gap, middle(columns, i) + 0.5];
    }
    if (nearest === null) return view;
    const half = (view[1] - view[0]) / 2;
    return [nearest - half, nearest + half];
  }

  return Object.freeze({ dense, fit, whole, outside, pivot, zoom, onto, middle, known });
})();
