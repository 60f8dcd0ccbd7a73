"use strict";
// What an event was before any correction, in words by which a later build finds it where its id is gone.
const Describe = (() => {
  function make(store) {
    const { meta, own } = store;

    function quotation(mention) {
      const { id, text } = store.article(mention.article);
      const sentence = text.slice(...mention.sentence).split(/\s+/);
      return { article: id, sentence: sentence.filter(Boolean).join(" "), trigger: text.slice(...mention.trigger) };
    }

    /** Whether the page came with an event, and gave it its id. */
    const isGiven = (i) => i >= 0 && i < store.base && !Object.hasOwn(meta.byHand, store.id(i));

    /** A description as models.Description has it; ``mentions``: those of an event that are to be quoted. */
    function of(i, mentions) {
      const event = store.original(i);
      return {
        title: event.title,
        type: meta.types[own.type[i]],
        date: event.edtf,
        parties: [...new Set([...event.actors, ...event.recipients].map((party) => party.name))],
        quotations: (mentions || event.mentions.slice(0, meta.quoted)).map(quotation),
      };
    }

    /** Descriptions of events by their ids; none of those that the page did not come with. */
    const all = (numbers) => Object.fromEntries(numbers.filter(isGiven).map((i) => [store.id(i), of(i)]));

    return { of, all };
  }

  return Object.freeze({ make });
})();
