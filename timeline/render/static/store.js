"use strict";
// The page's data: columns read at once, events and articles parsed when they are looked at.
const Store = (() => {
  const NONE = -2147483648; // an open bound, in the columns of days

  const TYPES = { B: Uint8Array, H: Uint16Array, I: Uint32Array, i: Int32Array };

  /** Numbers as the page brings them: their type, and their bytes in base 64. */
  function numbers([type, text]) {
    if (Uint8Array.fromBase64) return new TYPES[type](Uint8Array.fromBase64(text).buffer);
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let k = 0; k < letters.length; k++) bytes[k] = letters.charCodeAt(k);
    return new TYPES[type](bytes.buffer);
  }

  /** Lists of numbers as the page brings them: how long each is, and all numbers. */
  function lists([sizes, items]) {
    const lengths = numbers(sizes);
    const starts = new Uint32Array(lengths.length + 1);
    for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + lengths[i];
    return { starts, items: new Uint32Array(numbers(items)) };
  }

  const open = (day) => (day === NONE ? null : day);

  /** Lists of numbers as one array and where each list starts: 100,000 small arrays would cost 20 MB. */
  function flatten(lists) {
    const starts = new Uint32Array(lists.length + 1);
    for (let i = 0; i < lists.length; i++) starts[i + 1] = starts[i] + lists[i].length;
    const items = new Uint32Array(starts[lists.length]);
    for (let i = 0, k = 0; i < lists.length; i++) for (const item of lists[i]) items[k++] = item;
    return { starts, items };
  }

  /** Columns of the page as typed arrays; ``at`` is the day that puts an event in order (NONE: undated). */
  function columns(meta, raw) {
    const low = numbers(raw.low);
    const high = numbers(raw.high);
    const type = new Uint16Array(numbers(raw.type));
    const at = new Int32Array(meta.events);
    const inner = raw.inner;
    for (let i = 0; i < meta.events; i++) {
      at[i] = low[i] !== NONE ? low[i] : high[i];
      if (at[i] === NONE && inner[i]) at[i] = Math.min(...inner[i].filter((day) => day !== null));
      else if (low[i] === NONE && inner[i]) at[i] = Math.min(at[i], ...inner[i].filter((day) => day !== null));
    }
    return {
      n: meta.events,
      low,
      high,
      at,
      inner,
      kind: numbers(raw.kind),
      type,
      status: numbers(raw.status),
      flags: numbers(raw.flags),
      mentions: new Uint16Array(numbers(raw.mentions)),
      sources: new Uint16Array(numbers(raw.sources)),
      hangs: raw.hangs,
      importance: new Uint16Array(numbers(raw.importance)),
      actor: lists(raw.actor),
      source: lists(raw.source),
      country: lists(raw.country),
      tag: lists(raw.tag),
      quad: Uint8Array.from(type, (k) => meta.quads[k]),
    };
  }

  const time = (list) => {
    const [kind, ...bounds] = list;
    const [low, beginHigh] = bounds;
    const [endLow, high] = kind === "day" ? [low, beginHigh] : [bounds[2], bounds[3]];
    return { span: kind === "span", low, high, inner: [beginHigh, endLow] };
  };
  const party = ([name, code = null, sector = null]) => ({ name, code, sector });
  const attributed = ([by = null, certainty = "asserted"]) => [by, certainty];

  /** A report; what it shares with its event is not repeated in the page. */
  function mention(list, shared) {
    const [
      article,
      start,
      end,
      triggerStart,
      triggerEnd,
      timex,
      reason,
      rule,
      status,
      when,
      attribution,
      root,
      joined,
      copyOf,
    ] = list;
    const [claimedBy, certainty] = attribution ? attributed(attribution) : [shared.claimedBy, shared.certainty];
    return {
      article,
      sentence: [start, end],
      trigger: [triggerStart, triggerEnd],
      timex: timex && { span: [timex[0], timex[1]], value: timex[2], rule: timex[3] },
      reason,
      rule,
      status: status || null,
      time: when ? time(when) : shared.time,
      claimedBy,
      certainty,
      root: root ?? null,
      joined: joined ? { mention: joined[0], signs: joined[1] } : null,
      copyOf: copyOf ?? null,
    };
  }

  function event(list) {
    const [
      id,
      title,
      edtf,
      when,
      mode,
      actors,
      recipients,
      places,
      attribution,
      context,
      mentions,
      conflicts,
      codes,
      [note = null, corrected = []],
      history,
    ] = list;
    const [claimedBy, certainty] = attributed(attribution);
    const shared = { time: time(when), claimedBy, certainty };
    return {
      id,
      title,
      edtf,
      time: shared.time,
      mode,
      actors: actors.map(party),
      recipients: recipients.map(party),
      places,
      claimedBy,
      certainty,
      context,
      mentions: mentions.map((one) => mention(one, shared)),
      conflicts: conflicts.map(([field, values, groups, disputed]) => ({
        field,
        values,
        groups,
        disputed: !!disputed,
      })),
      plover: codes[0],
      cameo: codes[1],
      importance: codes[2],
      confidence: codes[3],
      note,
      corrected,
      history: (history || []).map(([stage, told, low, high, reports]) => ({ stage, told, low, high, reports })),
    };
  }

  function article(list) {
    const [id, title, url, source, language, path, dct, claims, blocks, text, timexes] = list;
    return {
      id,
      title,
      url,
      source,
      language,
      path,
      text,
      dct: { value: dct[0], low: dct[1], high: dct[2], evidence: dct[3] },
      claims: claims.map(([found, words, low, high, evidence]) => ({ found, words, low, high, evidence })),
      blocks: blocks.map(([kind, start, end]) => ({ kind, start, end })),
      timexes: timexes.map(([start, end, type, value, low, high, rule]) => ({
        start,
        end,
        type,
        value,
        low,
        high,
        rule,
      })),
    };
  }

  const CHUNKS = 12; // kept in memory

  /** Keep the ``limit`` values used last. */
  function cache(limit, make) {
    const kept = new Map();
    const read = (key) => {
      let value = kept.get(key);
      if (value === undefined) value = make(key);
      else kept.delete(key);
      kept.set(key, value);
      if (kept.size > limit) kept.delete(kept.keys().next().value);
      return value;
    };
    return Object.assign(read, { has: (key) => kept.has(key) });
  }

  /** Which group an article is in: the last one that starts at or before it. */
  function group(starts, number) {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= number) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Readers over the blocks; ``read(name)`` gives a block's text, null while the page is still arriving. */
  function make(meta, raw, read) {
    const parse = (name) => {
      const text = read(name);
      if (text === null) throw new Error("not here yet: " + name);
      return JSON.parse(text);
    };
    const chunk = cache(CHUNKS, (k) => parse("tl-e" + k));
    const articles = cache(12, (k) => parse("tl-a" + k));
    const at = (i) => chunk(Math.floor(i / meta.chunk))[i % meta.chunk];
    const base = meta.events;
    const own = columns(meta, raw);
    const shown = { ...own }; // what the page reads: the same, or with corrections
    let patches = new Map(); // event number to what the reader corrected
    let extra = []; // events that the page did not come with
    const original = (i) => (i < base ? event(at(i)) : extra[i - base]);
    return {
      meta,
      base,
      own,
      columns: shown,
      patches: () => patches,
      original,
      chunks: Math.ceil(meta.events / meta.chunk),
      chunk,
      /** Whether an event can be read without parsing much. */
      ready: (i) => i >= base || meta.events <= CHUNKS * meta.chunk || chunk.has(Math.floor(i / meta.chunk)),
      id: (i) => (i < base ? at(i)[0] : extra[i - base].id),
      title: (i) => (patches.has(i) && patches.get(i).title) || (i < base ? at(i)[1] : extra[i - base].title),
      event: (i) => ({ ...original(i), ...patches.get(i) }),
      /** Lay corrections over: fields by event number, columns by event number, events of the reader's own. */
      lay(fields, rows, events) {
        patches = fields;
        extra = events;
        meta.events = base + events.length;
        Object.assign(
          shown,
          rows.size || events.length ? Overlay.columns(own, meta.events, rows) : { moved: false, ...own },
        );
      },
      article: (k) => {
        const g = group(meta.articleStarts, k);
        return article(articles(g)[k - meta.articleStarts[g]]);
      },
      // For the search index, which reads everything once: not kept.
      group: (g) => parse("tl-a" + g),
      parse: (k) => parse("tl-e" + k),
    };
  }

  return Object.freeze({ NONE, open, flatten, columns, event, mention, article, time, cache, group, make });
})();
