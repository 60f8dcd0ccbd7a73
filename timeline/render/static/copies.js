"use strict";
// Which articles copy one another, told as a build counts the sources of an event (merge/copies.py).
const Copies = (() => {
  const WORDS = /[\p{L}\p{N}_]+/gu;

  /** All runs of so many words that follow each other in a text. */
  function runs(text, length) {
    const words = text.toLowerCase().match(WORDS) || [];
    const out = new Set();
    for (let k = 0; k < Math.max(1, words.length - length + 1); k++) out.add(words.slice(k, k + length).join(" "));
    return out;
  }

  /**
   * For each text the place of the first one of which it has most runs, its own where it has not; ``run``: words of a
   * run, ``article``: the share of its runs that makes a copy.  ``pause`` is awaited between two texts.
   */
  async function of(texts, { run, article }, pause) {
    const first = new Map(); // the text that has a run first
    const out = [];
    for (const [k, text] of texts.entries()) {
      const own = runs(text, run);
      const shared = new Map();
      for (const one of own) if (first.has(one)) shared.set(first.get(one), (shared.get(first.get(one)) || 0) + 1);
      const [source, most] = [...shared].reduce((best, next) => (next[1] > best[1] ? next : best), [k, 0]);
      const copies = most >= article * own.size;
      out.push(copies ? source : k);
      if (!copies) for (const one of own) if (!first.has(one)) first.set(one, k);
      await pause();
    }
    return out;
  }

  return { of };
})();
