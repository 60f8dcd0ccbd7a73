"use strict";
// Long work in slices, so that the page answers in between.
const Pace = (() => {
  const SLICE = 24; // milliseconds between two breaths
  const RUN = 1024; // items sorted at once

  // A timer waits 4 ms after a few rounds; the browser's own way of giving way does not.
  const breathe = () =>
    window.scheduler && scheduler.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));

  /** A function to await between two steps: it gives way once the slice is used up. */
  function pacer(slice = SLICE) {
    let last = performance.now();
    return async () => {
      if (performance.now() - last < slice) return;
      await breathe();
      last = performance.now();
    };
  }

  /** Two sorted runs as one; of equal items that of the left one is first. */
  function merge(left, right, compare) {
    const out = [];
    let [a, b] = [0, 0];
    while (a < left.length && b < right.length) out.push(compare(right[b], left[a]) < 0 ? right[b++] : left[a++]);
    while (a < left.length) out.push(left[a++]);
    while (b < right.length) out.push(right[b++]);
    return out;
  }

  /** Sort a list in slices; ``stale`` tells that no one waits for it any more, which gives null. */
  async function sort(items, compare, stale) {
    const pause = pacer();
    let runs = [];
    for (let k = 0; k < items.length; k += RUN) {
      runs.push(items.slice(k, k + RUN).sort(compare));
      await pause();
    }
    while (runs.length > 1) {
      const next = [];
      for (let k = 0; k < runs.length; k += 2) {
        next.push(k + 1 < runs.length ? await merging(runs[k], runs[k + 1], compare, pause) : runs[k]);
        if (stale()) return null;
      }
      runs = next;
    }
    return runs[0] || [];
  }

  /** Merge in pieces: each takes as many of the right run as belong before the end of a piece of the left one. */
  async function merging(left, right, compare, pause) {
    const out = [];
    let b = 0;
    for (let a = 0; a < left.length; a += RUN) {
      const piece = left.slice(a, a + RUN);
      const end = b;
      while (b < right.length && compare(right[b], piece[piece.length - 1]) < 0) b++;
      for (const item of merge(piece, right.slice(end, b), compare)) out.push(item);
      await pause();
    }
    for (; b < right.length; b++) out.push(right[b]);
    return out;
  }

  return Object.freeze({ breathe, pacer, merge, sort });
})();
