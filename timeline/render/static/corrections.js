"use strict";
// What the reader knows better: a list of changes that can be undone, and the file that a later build applies.
const Corrections = (() => {
  const FIELDS = ["title", "date", "lasting", "type", "status", "actors", "recipients", "note"];

  const none = () => ({ done: [], undone: [] });

  /** Add a change {event, i, title, fields: {title, date, …}, near}; a field that is null goes back.  See models.Correction. */
  const add = (log, change) => ({ done: [...log.done, change], undone: [] });
  const undo = (log) =>
    log.done.length ? { done: log.done.slice(0, -1), undone: [log.done[log.done.length - 1], ...log.undone] } : log;
  const redo = (log) => (log.undone.length ? { done: [...log.done, log.undone[0]], undone: log.undone.slice(1) } : log);

  /** What holds in the end: for each event id its fields, without those that went back. */
  function result(log) {
    const out = new Map();
    for (const { event, i, title, fields } of log.done) {
      const entry = out.get(event) || { i, was: title, fields: {} };
      for (const [key, value] of Object.entries(fields)) {
        if (value === null || (value === false && key !== "lasting")) delete entry.fields[key];
        else entry.fields[key] = value;
      }
      out.set(event, entry);
    }
    for (const [event, entry] of out) if (!Object.keys(entry.fields).length) out.delete(event);
    return out;
  }

  /** What the events were that a log names, by their ids: as they stood when they were first corrected. */
  const described = (log) => log.done.reduceRight((all, change) => ({ ...all, ...change.described }), {});

  /** The file for ``timeline build --corrections``; ``built``: what the page was built with, ``was``: of the story.
   * @type {(log: any, known?: { story?: any[], was?: object, built?: any }) => string} */
  const file = (log, { story = [], was = {}, built } = {}) => {
    const before = built ? changes(built, () => null) : [];
    const all = result({ done: [...before, ...log.done] });
    const corrections = [...all].map(([event, { fields }]) => {
      const out = { event };
      for (const key of ["hide", "added"]) if (fields[key]) out[key] = true;
      if (fields.same_as) out.same_as = fields.same_as;
      if (fields.mention) {
        const { article, start, end } = fields.mention;
        out.mention = { article, start, end };
      }
      for (const key of FIELDS) if (fields[key] !== undefined) out[key] = fields[key];
      return out;
    });
    const out = { corrections };
    const chosen = story.length ? story : (built && built.story) || [];
    if (chosen.length) out.story = chosen;
    const known = { ...was, ...described(log), ...(built && built.descriptions) };
    const named = [...corrections.flatMap(({ event, same_as }) => [event, same_as]), ...chosen];
    const kept = Object.entries(known).filter(([id]) => named.includes(id));
    if (kept.length) out.descriptions = Object.fromEntries(kept);
    return JSON.stringify(out, null, 2) + "\n";
  };

  /** The log without what it says of one field of an event, or of all its fields: that change alone is taken back. */
  const without = (log, event, field) => {
    const done = log.done.map((one) => {
      if (one.event !== event) return one;
      const { [field]: _, ...rest } = one.fields;
      return { ...one, fields: field ? rest : {} };
    });
    return { done: done.filter((one) => Object.keys(one.fields).length), undone: [] };
  };

  /** The ids of the story that such a file holds, and what these events were. */
  function story(text) {
    const { story: ids = [], descriptions = {} } = JSON.parse(text);
    return { ids: ids.filter((id) => typeof id === "string"), descriptions };
  }

  /** Changes as a file of corrections holds them; ``owner`` finds the event that holds a report. Throws for what is no such file. */
  const load = (text, owner) => changes(JSON.parse(text), owner);

  function changes({ corrections, descriptions = {}, story: chosen }, owner) {
    if (!corrections && Array.isArray(chosen)) return [];
    if (!Array.isArray(corrections) || !corrections.every((one) => one && typeof one.event === "string"))
      throw new TypeError("no corrections");
    return corrections.map(({ event, mention, ...rest }) => {
      const fields = Object.fromEntries(
        ["hide", "added", "same_as", ...FIELDS]
          .filter(
            (name) =>
              (rest[name] !== undefined && rest[name] !== null && rest[name] !== false) ||
              (name === "lasting" && rest.lasting === false),
          )
          .map((name) => [name, rest[name]]),
      );
      if (mention) fields.mention = { ...mention, from: owner(mention) };
      const named = [event, rest.same_as].filter((id) => Object.hasOwn(descriptions, id));
      return {
        event,
        i: -1,
        title: rest.title || event,
        fields,
        described: Object.fromEntries(named.map((id) => [id, descriptions[id]])),
      };
    });
  }

  /** Read what was kept; null for what is none of ours. */
  function read(text) {
    try {
      const { done, undone } = JSON.parse(text) || {};
      const sound = (list) =>
        Array.isArray(list) &&
        list.every((one) => one && typeof one.event === "string" && typeof one.fields === "object");
      return sound(done) && sound(undone) ? { done, undone } : null;
    } catch {
      return null;
    }
  }

  /** Days that a corrected date means: where a thing has a length, those it lasted.
   * @type {(days: number[], span: boolean) => any} */
  const time = ([low, high], span) => {
    const lasts = span && low !== null && high !== null && low !== high;
    return { span: lasts, low, high, inner: lasts ? [low, high] : [high, low] };
  };

  /** An id for an event of the reader's own: the same text gives the same id (FNV-1a, twice). */
  function name(text) {
    const half = (seed) => {
      let hash = seed;
      for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 16777619);
      return (hash >>> 0).toString(16).padStart(8, "0");
    };
    return "x" + half(2166136261) + half(3332679571).slice(0, 2);
  }

  const listed = (parties) => parties.map((party) => party.name).join("; ");
  const unlisted = (text) => [
    ...new Set(
      text
        .split(";")
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];

  return Object.freeze({
    FIELDS,
    none,
    name,
    listed,
    unlisted,
    add,
    undo,
    redo,
    without,
    load,
    story,
    result,
    file,
    read,
    time,
  });
})();
