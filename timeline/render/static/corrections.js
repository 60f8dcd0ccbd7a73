"use strict";
// What the reader knows better: a list of changes that can be undone, and the file that a later build applies.
const Corrections = (() => {
  const FIELDS = ["title", "date", "type", "status", "note"];

  const none = () => ({ done: [], undone: [] });

  /** Add a change {event, i, title, fields: {title, date, type, status, note, hide}}; a field that is null goes back. */
  const add = (log, change) => ({ done: [...log.done, change], undone: [] });
  const undo = (log) => (log.done.length ? { done: log.done.slice(0, -1), undone: [log.done[log.done.length - 1], ...log.undone] } : log);
  const redo = (log) => (log.undone.length ? { done: [...log.done, log.undone[0]], undone: log.undone.slice(1) } : log);

  /** What holds in the end: for each event id its fields, without those that went back. */
  function result(log) {
    const out = new Map();
    for (const { event, i, title, fields } of log.done) {
      const entry = out.get(event) || { i, was: title, fields: {} };
      for (const [key, value] of Object.entries(fields)) {
        if (value === null || value === false) delete entry.fields[key];
        else entry.fields[key] = value;
      }
      out.set(event, entry);
    }
    for (const [event, entry] of out) if (!Object.keys(entry.fields).length) out.delete(event);
    return out;
  }

  /** The file for ``timeline build --corrections``. */
  function file(log) {
    const corrections = [...result(log)].map(([event, { fields }]) => {
      const out = { event };
      if (fields.hide) out.hide = true;
      for (const key of FIELDS) if (fields[key] !== undefined) out[key] = fields[key];
      return out;
    });
    return JSON.stringify({ corrections }, null, 2) + "\n";
  }

  /** Read what was kept; null for what is none of ours. */
  function read(text) {
    try {
      const { done, undone } = JSON.parse(text);
      const sound = (list) => Array.isArray(list) && list.every((one) => one && typeof one.event === "string" && typeof one.fields === "object");
      return sound(done) && sound(undone) ? { done, undone } : null;
    } catch {
      return null;
    }
  }

  /** Days that a corrected date means: where a thing has a length, those it lasted. */
  function time([low, high], span) {
    const lasts = span && low !== null && high !== null && low !== high;
    return { span: lasts, low, high, inner: lasts ? [low, high] : [high, low] };
  }

  return { FIELDS, none, add, undo, redo, result, file, read, time };
})();
if (typeof module !== "undefined") module.exports = Corrections;
