"use strict";
// Tags of an event: the words of its note that have # before them, as columns.tags_of has it.
const Tags = (() => {
  const TAG = /(?<![\p{L}\p{N}_#&/])#([\p{L}\p{N}_][\p{L}\p{N}_-]*)/gu;

  const of = (note) => [...new Set([...(note || "").matchAll(TAG)].map(([, word]) => "#" + word.toLowerCase()))];

  return Object.freeze({ of });
})();
