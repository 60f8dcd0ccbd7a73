"use strict";
// The search index: built in slices when the first search is made, so that the page never stalls.
const Index = (() => {
  /** What is searched of an event: title, labels, actors, places, and of each report its sentence and source. */
  function text(event, labels, texts, sources) {
    let out = `${event.title} ${labels} ${event.edtf || ""} ${event.claimedBy || ""} ${event.note || ""}`;
    for (const place of event.places) out += " " + place;
    for (const list of [event.actors, event.recipients])
      for (const party of list) out += ` ${party.name} ${party.code || ""}`;
    for (const mention of event.mentions)
      out += ` ${texts[mention.article].slice(mention.sentence[0], mention.sentence[1])} ${sources[mention.article]}`;
    return out;
  }

  function make(store, labels) {
    const haystacks = [];
    let building = null;

    async function build() {
      const pause = Pace.pacer();
      const texts = [];
      const sources = [];
      for (let g = 0; g < store.meta.articleStarts.length; g++) {
        for (const article of store.group(g)) {
          texts.push(article[9]);
          sources.push(article[3] || "");
        }
        await pause();
      }
      for (let k = 0; k < store.chunks; k++) {
        const events = store.parse(k);
        haystacks.push(
          Search.haystack(
            events.map((list, n) => text(Store.event(list), labels(k * store.meta.chunk + n), texts, sources)),
          ),
        );
        await pause();
      }
    }

    /** One byte an event, 1 where all words of the query stand; null for an empty query. */
    async function find(query, stale) {
      const wanted = Search.terms(query);
      if (!wanted.length) return null;
      building = building || build();
      await building;
      const hits = new Uint8Array(store.meta.events);
      const pause = Pace.pacer();
      for (let k = 0; k < haystacks.length; k++) {
        Search.find(haystacks[k], wanted, hits, k * store.meta.chunk);
        await pause();
        if (stale()) return undefined;
      }
      // What the reader corrected is found by what it says now; so are events of the reader's own.
      const own = [...store.patches().keys()].filter((i) => i < store.base);
      for (let i = store.base; i < hits.length; i++) own.push(i);
      for (const i of own) {
        hits[i] = 0;
        const event = store.event(i);
        const told = event.mentions.map((mention) => [mention.article, store.article(mention.article)]);
        const [texts, sources] = ["text", "source"].map((name) =>
          Object.fromEntries(told.map(([k, article]) => [k, article[name] || ""])),
        );
        Search.find(Search.haystack([text(event, labels(i), texts, sources)]), wanted, hits, i);
      }
      return hits;
    }

    return { find };
  }

  return Object.freeze({ text, make });
})();
