"use strict";
// Corrections at work: kept in the browser, laid over the page's data, taken back again.
const Correct = (() => {
  const KINDS = { undated: 6, before: 4, after: 5, point: 0, within: 1, interval: 2 };
  const COLUMNS = ["low", "high", "at", "kind", "type", "quad", "status"];

  /** The kind of a time whose bounds a reader gave. */
  function kind({ span, low, high }) {
    if (low === null && high === null) return "undated";
    if (low === null) return "before";
    if (high === null) return "after";
    return low === high ? "point" : span ? "interval" : "within";
  }

  function make(store, key, changed) {
    const { columns, meta } = store;
    const before = new Map(); // event number to the values that the page came with
    const hidden = new Set();
    let log = Corrections.none();

    try {
      log = Corrections.read(localStorage.getItem(key)) || log;
    } catch {
      // Without local storage corrections last until the page is closed.
    }

    function keep() {
      try {
        if (log.done.length || log.undone.length) localStorage.setItem(key, JSON.stringify(log));
        else localStorage.removeItem(key);
      } catch {
        // As above.
      }
    }

    /** The number of an event: where it was when it was corrected, or anywhere after a rebuild; -1 where it is gone. */
    function find(id, hint) {
      if (hint >= 0 && hint < meta.events && store.id(hint) === id) return hint;
      for (let i = 0; i < meta.events; i++) if (store.id(i) === id) return i;
      return -1;
    }

    function typeNumber(code) {
      let number = meta.types.indexOf(code);
      if (number < 0) {
        number = meta.types.push(code) - 1;
        meta.quads.push((meta.ontology.find(([name]) => name === code) || [code, meta.quadNames.length - 1])[1]);
      }
      return number;
    }

    /** Lay all corrections over the data as it came. */
    function apply() {
      for (const [i, values] of before) {
        COLUMNS.forEach((name, k) => { columns[name][i] = values[k]; });
        if (values.inner) columns.inner[i] = values.inner;
      }
      store.patches.clear();
      hidden.clear();
      columns.moved = false;
      for (const [id, { i: hint, fields }] of Corrections.result(log)) {
        const i = find(id, hint);
        if (i < 0) continue;
        if (!before.has(i)) before.set(i, Object.assign(COLUMNS.map((name) => columns[name][i]), { inner: columns.inner[i] }));
        const patch = { ...fields };
        if (fields.date) {
          const bounds = Time.parseEdtf(fields.date);
          patch.time = Corrections.time(bounds, store.event(i).time.span);
          const { low, high } = patch.time;
          columns.low[i] = low === null ? Store.NONE : low;
          columns.high[i] = high === null ? Store.NONE : high;
          columns.at[i] = low !== null ? low : high;
          columns.kind[i] = KINDS[kind(patch.time)];
          columns.moved = true;
        }
        if (fields.type) {
          columns.type[i] = typeNumber(fields.type);
          columns.quad[i] = meta.quads[columns.type[i]];
        }
        if (fields.status) columns.status[i] = meta.statuses.indexOf(fields.status);
        if (fields.hide) hidden.add(i);
        store.patches.set(i, patch);
      }
    }

    function set(next) {
      log = next;
      keep();
      apply();
      changed();
    }

    return {
      apply,
      hidden,
      find,
      get log() { return log; },
      /** How an event stands now, as the form shows it. */
      now(i, event) {
        const patch = store.patches.get(i) || {};
        return { title: event.title, date: event.edtf || "", type: meta.types[columns.type[i]], status: meta.statuses[columns.status[i]], note: event.note || "", hide: !!patch.hide };
      },
      /** The values of an event that are corrected, as they were. */
      was(i) {
        const fields = Object.keys(store.patches.get(i) || {});
        if (!fields.length) return null;
        const values = before.get(i);
        const event = store.original(i);
        return { title: event.title, date: event.edtf || "", type: meta.types[values[4]], status: meta.statuses[values[6]], note: event.note || "", fields: fields.filter((name) => Corrections.FIELDS.includes(name)) };
      },
      save: (i, title, fields) => Object.keys(fields).length && set(Corrections.add(log, { event: store.id(i), i, title, fields })),
      undo: () => set(Corrections.undo(log)),
      redo: () => set(Corrections.redo(log)),
      clear: () => set(Corrections.none()),
    };
  }

  return { kind, make };
})();
if (typeof module !== "undefined") module.exports = Correct;
