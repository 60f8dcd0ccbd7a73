"use strict";
// The reader's story: events of the reader's choice in the reader's order, kept in this browser and in the file of corrections.
const Stars = (() => {
  const { el, glyph, foreign } = Dom;

  function kept(key) {
    try {
      const list = JSON.parse(localStorage.getItem(key));
      return Array.isArray(list) ? list.filter((one) => one && typeof one.event === "string") : [];
    } catch {
      return []; // nothing is kept here, or something else
    }
  }

  /** ``find``: the number of an event by its id, -1 for none; ``changed``: what follows from another story. */
  function make(store, find, key, changed) {
    const describe = Describe.make(store);
    let story = kept(key); // [{event: id, i: where it was when it was chosen, was: what it was, by its id}]
    let stored = true;

    function set(next) {
      story = next;
      try {
        localStorage.setItem(key, JSON.stringify(story));
        stored = true;
      } catch {
        stored = false;
      }
      changed();
    }

    /** The number of an event of the story; -1 where this timeline has it no more. */
    function number({ event, i }) {
      try {
        return i >= 0 && i < store.meta.events && store.id(i) === event ? i : find(event);
      } catch {
        return i; // the page is still arriving
      }
    }

    const numbers = () => story.map(number).filter((i) => i >= 0);
    const has = (i) => numbers().includes(i);
    const without = (i) => story.filter((one) => number(one) !== i);

    return {
      has,
      numbers,
      stored: () => stored,
      ids: () => story.map(({ event }) => event),
      /** What the events of the story were when they were chosen, by their ids. */
      described: () => Object.assign({}, ...story.map(({ was }) => was)),
      toggle: (i) => set(has(i) ? without(i) : [...story, { event: store.id(i), i, was: describe.all([i]) }]),
      /** Put an event before the one above it, or behind the one below it. */
      move(i, by) {
        const at = story.findIndex((one) => number(one) === i);
        const to = at + by;
        if (at < 0 || to < 0 || to >= story.length) return;
        const next = story.slice();
        next.splice(to, 0, ...next.splice(at, 1));
        set(next);
      },
      /** Add the events that a file names, behind those that are chosen already. */
      add: ({ ids, descriptions }) =>
        set([
          ...story,
          ...ids
            .filter((id) => !story.some(({ event }) => event === id))
            .map((event) => ({ event, i: -1, was: descriptions[event] && { [event]: descriptions[event] } })),
        ]),
    };
  }

  /** The part of the panel that holds the story, with what orders it; none where nothing is chosen. */
  function section(stars, { say, brief, onChoose }) {
    const events = stars.numbers();
    if (!events.length) return [];
    const button = (label, title, words, disabled, onclick) =>
      el(
        "button",
        { type: "button", class: "square", disabled, title: label, "aria-label": `${label}: ${title}`, onclick },
        words,
      );
    const row = (i, place) => {
      const view = brief(i);
      return el(
        "li",
        null,
        el(
          "button",
          { type: "button", class: "linkish", onclick: () => onChoose(i) },
          glyph("q-" + view.quad, `glyph q-${view.quad}`),
          el("span", null, el("span", { class: "row-when" }, view.short), " ", foreign(view.title)),
        ),
        button(say("story.up"), view.title, "↑", place === 0, () => stars.move(i, -1)),
        button(say("story.down"), view.title, "↓", place === events.length - 1, () => stars.move(i, 1)),
        button(say("story.remove"), view.title, glyph("i-close", "icon"), false, () => stars.toggle(i)),
      );
    };
    return [
      el(
        "section",
        { class: "story" },
        el("h2", { class: "legend-title" }, say("story.title")),
        el("ol", null, events.map(row)),
        el("p", { class: "note" }, say(stars.stored() ? "story.note" : "edit.file.unkept")),
      ),
    ];
  }

  return Object.freeze({ make, section });
})();
