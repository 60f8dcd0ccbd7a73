"use strict";
// Full-text search over titles, actors, labels, sentences and sources: one folded string a chunk, kept once it is made.
const Search = (() => {
  const END = "\u0001"; // between two texts: no query holds it
  /** Lower case without accents, so that "erdogan" finds "Erdoğan"; keeps one line a text. */
  function fold(text) {
    const lower = text.toLowerCase();
    // Plain letters need no decomposition, and most texts are plain.
    return /[^\x00-\x7f]/.test(lower)
      ? lower
          .normalize("NFKD")
          .replace(/[\u0300-\u036f]/g, "")
          .replace(/ı/g, "i")
      : lower;
  }

  /** The words of a query, all of which must be found; "quoted words" stay together. */
  function terms(query) {
    const out = [];
    for (const found of fold(query).matchAll(/"([^"]+)"|[^\s"]+/g)) out.push((found[1] || found[0]).trim());
    return out.filter(Boolean);
  }

  /** Join texts to one folded haystack and note where each begins. */
  function haystack(texts) {
    let joined = texts.join(END) + END;
    if (/[\n\r\t\u00a0]| {2}/.test(joined)) joined = joined.replace(/[ \n\r\t\u00a0]+/g, " ");
    const text = fold(joined);
    const starts = new Uint32Array(texts.length + 1);
    let k = 0;
    for (let place = text.indexOf(END); place >= 0 && k < texts.length; place = text.indexOf(END, place + 1))
      starts[++k] = place + 1;
    // A text that holds the separator itself would shift all that follow.
    return starts[texts.length] === text.length
      ? { text, starts }
      : haystack(texts.map((one) => one.replaceAll(END, " ")));
  }

  /** Mark in ``hits`` (from ``offset``) the texts of a haystack that hold every term. */
  function find({ text, starts }, wanted, hits, offset) {
    const size = starts.length - 1;
    const seen = new Uint8Array(size);
    wanted.forEach((term, round) => {
      let i = 0;
      for (let place = text.indexOf(term); place >= 0; place = text.indexOf(term, starts[i])) {
        while (starts[i + 1] <= place) i++;
        if (seen[i] === round) seen[i] = round + 1;
        i++;
        if (i >= size) break;
      }
    });
    for (let i = 0; i < size; i++) if (seen[i] === wanted.length) hits[offset + i] = 1;
  }

  /** Where a term stands in a text, for showing it: [start, end] in the text itself, null where it does not. */
  function locate(text, wanted) {
    // Folding can change lengths, so letters are folded one by one and mapped back.
    const map = [];
    let folded = "";
    for (let i = 0; i < text.length; i++) {
      const piece = fold(text[i]);
      for (let k = 0; k < piece.length; k++) map.push(i);
      folded += piece;
    }
    for (const term of wanted) {
      const place = folded.indexOf(term);
      if (place >= 0) return [map[place], map[place + term.length - 1] + 1];
    }
    return null;
  }

  return Object.freeze({ fold, terms, haystack, find, locate });
})();
