"use strict";
// Corrections at work: kept in the browser, laid over the page's data, taken back again.
const Correct = (() => {
  const LONGEST = 90; // letters of the name that a report gets when it becomes an event

  function make(store, key, changed) {
    const { meta, own } = store;
    const describe = Describe.make(store);
    const given = new Map(); // event number to the fields that a reader gave
    const hidden = new Set();
    let numbers = new Map(); // ids of the reader's own events
    let stored = true; // whether the browser keeps them
    let hints = {}; // where an event was when it was corrected
    let log = Corrections.none();

    try {
      log = Corrections.read(localStorage.getItem(key)) || log;
    } catch {
      stored = false; // they last until the page is closed
    }

    function keep() {
      try {
        if (log.done.length || log.undone.length) localStorage.setItem(key, JSON.stringify(log));
        else localStorage.removeItem(key);
        stored = true;
      } catch {
        stored = false;
      }
    }

    /** The number of an event: where it was when it was corrected, or anywhere after a rebuild; -1 where it is gone. */
    function find(id) {
      if (numbers.has(id)) return numbers.get(id);
      if (Object.hasOwn(meta.byHand, id)) return meta.byHand[id];
      const hint = hints[id];
      if (hint >= 0 && hint < store.base && store.id(hint) === id) return hint;
      for (let i = 0; i < store.base; i++) if (store.id(i) === id) return i;
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

    const nameNumber = (names, name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
    /** The columns of the names of an event's parties; the states are those that these names mostly count for. */
    const who = (names) => {
      const actor = [...new Set(names.map((name) => nameNumber(meta.actors, name)))];
      return { actor, country: [...new Set(actor.map((k) => meta.homes[k] ?? -1).filter((k) => k >= 0))] };
    };
    const ofType = (code) => {
      const type = typeNumber(code);
      return { type, quad: meta.quads[type] };
    };

    const isKey = (mention, wanted) => {
      const article = store.article(mention.article);
      return (
        article.id === wanted.article &&
        Regroup.characters(article.text, mention.trigger[0]) === wanted.start &&
        Regroup.characters(article.text, mention.trigger[1]) === wanted.end
      );
    };

    const sourceNumber = (mention) => {
      const article = store.article(mention.article);
      return nameNumber(meta.sources, article.source || article.title || article.path || article.id);
    };

    /** How many articles tell it and copy none: one at least, where a copy has lost its original. */
    const sourcesOf = (mentions) =>
      Math.max(1, new Set(mentions.filter((one) => one.copyOf === null).map((one) => one.article)).size);

    /** What the columns and the details say of an event whose reports have changed. */
    function retold(i, event, mentions, joined) {
      const { time, conflicts } = Regroup.placed(mentions);
      const source = [...new Set(mentions.map(sourceNumber))];
      const flags =
        (mentions.some((one) => one.timex) ? 0 : Filter.INFERRED) |
        (conflicts.some((one) => one.disputed) ? Filter.DISPUTED : 0) |
        (joined || i >= store.base ? 0 : own.flags[i] & Filter.MINOR);
      return {
        // Which reports joined which, and the stages they tell, is for the next build to say.
        fields: {
          mentions: mentions.map((one) => ({ ...one, joined: null })),
          history: [],
          time,
          conflicts,
          edtf: Regroup.edtf(time),
          corrected: joined ? [...event.corrected, "same_as"] : event.corrected,
        },
        row: {
          ...Overlay.place(time, meta.kinds),
          flags,
          mentions: mentions.length,
          sources: sourcesOf(mentions),
          source,
        },
      };
    }

    /** An event that no article tells. */
    const blank = (id) => ({
      id,
      title: "",
      edtf: null,
      time: { span: false, low: null, high: null, inner: [null, null] },
      mode: null,
      actors: [],
      recipients: [],
      places: [],
      claimedBy: null,
      certainty: "asserted",
      context: [],
      mentions: [],
      conflicts: [],
      plover: null,
      cameo: null,
      importance: 1,
      confidence: 1,
      note: null,
      corrected: ["added"],
      history: [],
    });

    /** Lay all corrections over the data as it came. */
    function apply() {
      const all = Corrections.result(log);
      const fields = new Map();
      const rows = new Map();
      const extra = [];
      const left = new Map(); // reports of an event that lost one
      hints = Object.assign({}, ...log.done.map(({ event, i, near }) => ({ [event]: i, ...near })));
      numbers = new Map();
      given.clear();
      hidden.clear();
      const put = (map, i, values) => map.set(i, { ...map.get(i), ...values });
      const reports = (i) =>
        left.get(i) ||
        (i < store.base ? store.original(i) : extra[i - store.base]).mentions.map((one) => ({ ...one, of: i }));
      const changedReports = new Set();

      const extend = (event, row) => {
        const i = store.base + extra.push(event) - 1;
        numbers.set(event.id, i);
        rows.set(i, { ...Overlay.place(event.time, meta.kinds), ...row });
        return i;
      };
      for (const [id, { fields: one }] of all) {
        if (Object.hasOwn(meta.byHand, id)) continue;
        if (one.added)
          extend(blank(id), {
            ...ofType(one.type || meta.types[0]),
            status: 0,
            actor: [],
            source: [],
            country: [],
            importance: own.importance.reduce((a, b) => Math.max(a, b), 0),
          });
        if (!one.mention) continue;
        const i = find(one.mention.from);
        const told = i < 0 || i >= store.base ? [] : reports(i);
        const taken = told.filter((mention) => isKey(mention, one.mention));
        if (!taken.length) continue;
        left.set(
          i,
          told.filter((mention) => !taken.includes(mention)),
        );
        changedReports.add(i);
        const [mention] = taken;
        const said = store
          .article(mention.article)
          .text.slice(...mention.sentence)
          .replace(/\s+/g, " ")
          .trim();
        const title = said.length > LONGEST ? said.slice(0, LONGEST - 1).trimEnd() + "…" : said;
        const listed = (name) => own[name].items.slice(own[name].starts[i], own[name].starts[i + 1]);
        const n = extend(
          { ...store.original(i), id, title, mentions: taken, conflicts: [], note: null, corrected: ["mention"] },
          {
            type: own.type[i],
            quad: own.quad[i],
            status: mention.status ? meta.statuses.indexOf(mention.status) : own.status[i],
            actor: listed("actor"),
            country: listed("country"),
            importance: own.importance[i],
          },
        );
        extra[n - store.base].mentions = taken.map((each) => ({ ...each, of: n }));
        changedReports.add(n);
      }

      const into = new Map();
      for (const [id, { fields: one }] of all)
        if (one.same_as && find(id) >= 0 && find(one.same_as) >= 0) into.set(id, one.same_as);
      const joined = new Map();
      for (const id of into.keys()) {
        const root = Regroup.root(id, into);
        if (root === null) continue;
        hidden.add(find(id));
        joined.set(find(root), [...(joined.get(find(root)) || []), find(id)]);
      }
      for (const i of new Set([...changedReports, ...joined.keys()])) {
        const mentions = [i, ...(joined.get(i) || [])].flatMap(reports);
        if (!mentions.length) continue;
        const now = retold(i, i < store.base ? store.original(i) : extra[i - store.base], mentions, joined.has(i));
        put(fields, i, now.fields);
        put(rows, i, now.row);
      }

      for (const [id, { fields: one }] of all) {
        const i = find(id);
        if (i < 0) continue;
        given.set(i, one);
        // What a reader corrects is worth showing, as timeline.events.is_minor has it.
        if (i < store.base && own.flags[i] & Filter.MINOR)
          put(rows, i, { flags: ((rows.get(i) || {}).flags ?? own.flags[i]) & ~Filter.MINOR });
        const event = { ...(i < store.base ? store.original(i) : extra[i - store.base]), ...fields.get(i) };
        for (const name of ["title", "note"]) if (one[name]) put(fields, i, { [name]: one[name] });
        if (one.note) put(rows, i, { tag: Tags.of(one.note).map((tag) => nameNumber(meta.tags, tag)) });
        if (one.date || one.lasting !== undefined) {
          const days = one.date ? Time.parseEdtf(one.date) : [event.time.low, event.time.high];
          const time = Corrections.time(days, one.lasting ?? event.time.span);
          put(fields, i, { edtf: one.date || event.edtf, time });
          put(rows, i, Overlay.place(time, meta.kinds));
        }
        if (one.type) put(rows, i, ofType(one.type));
        if (one.status) put(rows, i, { status: meta.statuses.indexOf(one.status) });
        if (one.hide) hidden.add(i);
        if (one.actors || one.recipients) {
          const parties = [...event.actors, ...event.recipients];
          const named = (list, old) =>
            list
              ? list.map((name) => parties.find((party) => party.name === name) || { name, code: null, sector: null })
              : old;
          const [actors, recipients] = [named(one.actors, event.actors), named(one.recipients, event.recipients)];
          put(fields, i, { actors, recipients });
          put(rows, i, { ...who([...actors, ...recipients].map((party) => party.name)) });
        }
      }
      store.lay(fields, rows, extra);
    }

    function set(next) {
      log = next;
      keep();
      apply();
      changed();
    }

    /** What a build has already made of the corrections is no longer to be made. */
    function settle() {
      const built = (change) => {
        const i = find(change.event);
        const event = i >= 0 && i < store.base ? store.original(i) : null;
        if (!event || !event.corrected.length) return change;
        const now = {
          ...values(event, own, i),
          actors: event.actors.map((one) => one.name),
          recipients: event.recipients.map((one) => one.name),
        };
        const made = (name, value) =>
          event.corrected.includes(name) &&
          JSON.stringify(value) === JSON.stringify(name === "lasting" ? now.lasting === "days" : now[name]);
        const rest = Object.entries(change.fields).filter(
          ([name, value]) =>
            !made(name, value) &&
            !(
              event.corrected.includes("added") &&
              (name === "added" || JSON.stringify(value) === JSON.stringify(now[name]))
            ) &&
            !(name === "mention" && event.corrected.includes("mention")),
        );
        return { ...change, fields: Object.fromEntries(rest) };
      };
      const done = log.done.map(built).filter((change) => Object.keys(change.fields).length);
      if (JSON.stringify(done) === JSON.stringify(log.done)) return;
      log = { done, undone: [] };
      keep();
    }

    /** The event that holds a report; null where none does. */
    function owner(wanted) {
      for (let i = 0; i < store.base; i++)
        if (store.original(i).mentions.some((mention) => isKey(mention, wanted))) return store.id(i);
      return null;
    }

    const values = (event, columns, i) => ({
      title: event.title,
      date: event.edtf || "",
      lasting: event.time.span ? "days" : "day",
      type: meta.types[columns.type[i]],
      status: meta.statuses[columns.status[i]],
      actors: Corrections.listed(event.actors),
      recipients: Corrections.listed(event.recipients),
      note: event.note || "",
    });
    const save = (id, i, title, fields, near, described) => {
      const known = describe.all([i, ...Object.values(near || {})]);
      set(Corrections.add(log, { event: id, i, title, fields, near, described: { ...known, ...described } }));
    };

    return {
      apply,
      hidden,
      find,
      get log() {
        return log;
      },
      /** How an event stands now, as the form shows it. */
      now: (i, event) => ({ ...values(event, store.columns, i), hide: !!(given.get(i) || {}).hide }),
      /** The values of an event that are corrected, as they were; none of an event that is the reader's own. */
      was(i) {
        const fields = Object.keys(given.get(i) || {}).filter((name) => Corrections.FIELDS.includes(name));
        return fields.length && i < store.base ? { ...values(store.original(i), own, i), fields } : null;
      },
      save: (i, fields) =>
        Object.keys(fields).length && save(store.id(i), i, store.original(i).title || store.title(i), fields),
      /** Say that an event is the same as another one. */
      merge: (i, other) =>
        save(store.id(i), i, store.title(i), { same_as: store.id(other) }, { [store.id(other)]: other }),
      /** Take a report out of an event, or an event that was merged in; returns its id. */
      split(mention) {
        const from = mention.of;
        const id = store.id(from);
        if (hidden.has(from) && store.original(from).mentions.length === 1) {
          save(id, from, store.title(from), { same_as: null });
          return id;
        }
        const article = store.article(mention.article);
        const [start, end] = mention.trigger.map((place) => Regroup.characters(article.text, place));
        const name = Corrections.name([article.id, start, end].join(" "));
        const fields = { mention: { article: article.id, start, end, from: id } };
        const described = from < store.base ? { [name]: describe.of(from, [mention]) } : {};
        save(name, -1, store.title(from), fields, { [id]: from }, described);
        return name;
      },
      /** Bring in an event by hand; returns its id. */
      add(fields) {
        const id = Corrections.name(`${fields.title} ${Date.now()}`);
        save(id, -1, fields.title, { ...fields, added: true });
        return id;
      },
      settle,
      stored: () => stored,
      /** Take one change back, or all that is changed of an event. */
      without: (event, field) => set(Corrections.without(log, event, field)),
      /** Add the corrections of a file to those that are here; throws where it is none. */
      load: (text) => set(Corrections.load(text, owner).reduce((all, change) => Corrections.add(all, change), log)),
      undo: () => set(Corrections.undo(log)),
      redo: () => set(Corrections.redo(log)),
      clear: () => set(Corrections.none()),
    };
  }

  return Object.freeze({ make });
})();
