"use strict";
// What the reader does to correct: the forms, the menu, and what the page shows after it.
const Amend = (() => {
  const NEAR = 60; // events offered as the same as one: the nearest in time

  function make(board, store, { correct, stars, find, brief, panel }) {
    const { state } = board;
    const { meta } = store;
    const choices = () => ({
      say: state.say,
      types: meta.ontology.map(([name]) => name),
      statuses: meta.statuses,
      names: meta.actors,
    });
    /** Events that one can be the same as: those nearest in time that a query finds. */
    async function near(i, query, stale) {
      await Dom.arrived();
      const hits = await find(query, stale);
      const { columns } = store;
      const found = [];
      for (let other = 0; other < columns.n; other++)
        if (other !== i && (!hits || hits[other]) && columns.mentions[other] && !correct.hidden.has(other))
          found.push(other);
      const away = (other) => Math.abs(columns.at[other] - columns.at[i]);
      return found
        .sort((a, b) => away(a) - away(b) || a - b)
        .slice(0, NEAR)
        .map(brief);
    }

    /** Open an event of this id, or nothing where it is not there. */
    function open(id) {
      const i = correct.find(id);
      if (i >= 0) panel.choose(i, { reveal: true });
    }

    /** Whether the timeline has such an event, as far as it has arrived. */
    function here(id) {
      try {
        return correct.find(id) >= 0;
      } catch {
        return true;
      }
    }

    function words(key, value) {
      if (key === "lasting") return state.say(`edit.lasting.${value ? "days" : "day"}`);
      if (key === "type" || key === "status") return state.say.label(key, value);
      if (key !== "same_as") return Array.isArray(value) ? value.join("; ") : value;
      const i = correct.find(value);
      return i < 0 ? value : store.title(i);
    }

    /** Take in a file of corrections; false where it is none. */
    async function load(text) {
      await Dom.arrived();
      try {
        correct.load(text);
        stars.add(Corrections.story(text));
        return true;
      } catch (error) {
        console.info(error);
        return false;
      }
    }

    /** The menu in the head. */
    function menu() {
      Edit.menu(correct.log, {
        say: state.say,
        words,
        here,
        stored: correct.stored(),
        chosen: stars.ids().length || !!meta.built,
        onBack: correct.without,
        onLoad: load,
        onUndo: correct.undo,
        onRedo: correct.redo,
        onClear: correct.clear,
        onChoose: open,
        onSave: () =>
          Dom.save(
            "corrections.json",
            "application/json",
            Corrections.file(correct.log, {
              story: stars.ids(),
              was: stars.described(),
              built: meta.built,
            }),
          ),
        onAdd: () =>
          Edit.leave(state.say) &&
          panel.blank() &&
          Edit.adding(Dom.$("details"), {
            ...choices(),
            onCancel: panel.close,
            onSave: (fields) => open(correct.add(fields)),
          }),
      });
    }

    /** What the panel offers for an event. */
    const tools = (i, event, box) => ({
      was: correct.was(i),
      onEdit: () =>
        Edit.form(box, correct.now(i, event), {
          ...choices(),
          onCancel: () => panel.choose(i, {}),
          onSave: (fields) => correct.save(i, fields),
        }),
      onMerge: event.mentions.length
        ? () =>
            Edit.merging(box, (query, stale) => near(i, query, stale), {
              say: state.say,
              onCancel: () => panel.choose(i, {}),
              onSave: (other) => {
                const id = store.id(other);
                correct.merge(i, other);
                open(id);
              },
            })
        : null,
      onSplit: event.mentions.length > 1 ? (mention) => open(correct.split({ of: i, ...mention })) : null,
    });

    board.watch(["say", "starred", "edits"], menu);
    board.watch(["edits"], () => {
      const { i } = state.choice;
      const inside = Dom.$("details").contains(document.activeElement);
      if (i >= 0 && i < meta.events) panel.choose(i, {});
      else if (i >= 0) panel.close();
      if (inside && Dom.$("details-title")) Dom.$("details-title").focus({ preventScroll: true });
    });

    return { tools };
  }

  return Object.freeze({ make });
})();
