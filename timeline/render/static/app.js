"use strict";
// Wires the parts of the page: one state, and what follows from it.
const App = (() => {
  const { $, el } = Dom;
  const NARROW = "(max-width: 760px)";
  const FIRST_LANES = 12;

  const json = (id) => JSON.parse($(id).textContent);
  const messages = json("tl-messages");
  const meta = json("tl-meta");
  const store = Store.make(meta, json("tl-columns"), (name) => {
    const block = $(name);
    // A block is whole once something follows it.
    return block && (block.nextElementSibling || document.readyState !== "loading") ? block.textContent : null;
  });
  const columns = store.columns;
  const media = (query) => window.matchMedia(query);
  const domain = Filter.domain(columns, media(NARROW).matches ? 0.22 : 0.09) || [0, 1];

  const state = State.parse(location.hash, meta, Time.fromIso, Filter.none());
  let say = null;
  let speaker = null;
  let written = "en"; // the language of the texts in the document
  let shown = new Uint8Array(meta.events).fill(1);
  let hits = null;
  let lanes = null;
  let mostLanes = FIRST_LANES;
  let chosen = -1;
  let order = []; // events of the list: in the period, then those without a date
  let look = null;

  function speak() {
    const known = Object.keys(messages);
    const wanted = state.language ? [state.language] : navigator.languages || [];
    const language = Words.choose(wanted, known);
    // The reader's own region decides how dates are written, where it is of the language that is shown.
    const locale = (navigator.languages || []).find((tag) => tag.toLowerCase().split("-")[0] === language) || language;
    say = Words.make(messages, language);
    speaker = Time.speaker(say, locale);
    document.documentElement.lang = language;
    $("language").value = language;
    if (language === written) return; // the page is written in English
    written = language;
    counts();
    for (const node of document.querySelectorAll("[data-t]")) node.textContent = say(node.dataset.t);
    for (const [key, attribute] of [["tLabel", "aria-label"], ["tTitle", "title"], ["tPlaceholder", "placeholder"]])
      for (const node of document.querySelectorAll(`[data-${key.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase())}]`)) node.setAttribute(attribute, say(node.dataset[key]));
  }

  /** The line under the title, which the page brings in English. */
  function counts() {
    let [first, last] = [Infinity, -Infinity];
    let undated = 0;
    for (let i = 0; i < meta.events; i++) {
      if (columns.kind[i] === Filter.UNDATED) {
        undated++;
        continue;
      }
      first = Math.min(first, columns.low[i] === Store.NONE ? columns.at[i] : columns.low[i]);
      last = Math.max(last, columns.high[i] === Store.NONE ? columns.at[i] : columns.high[i]);
    }
    $("counts").replaceChildren(...[
      say.count("count.events", meta.events), say.count("count.articles", meta.articles),
      first <= last ? speaker.range(first, last) : null, undated ? say.count("count.undated", undated) : null,
    ].filter(Boolean).map((text) => el("span", null, text)));
  }

  function readLook() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    return {
      quads: meta.quadNames.map((name) => get("--q-" + name)), text: get("--ink"), muted: get("--ink-soft"), grid: get("--line"),
      paper: get("--paper"), accent: get("--accent"), faint: get("--faint"), focus: get("--focus"), font: get("--sans"),
    };
  }

  const time = (i) => [meta.kinds[columns.kind[i]], Store.open(columns.low[i]), Store.open(columns.high[i]), columns.inner[i]];
  const names = (facet, i) => Array.from(Filter.values(columns, facet, i), (k) => (facet === "actor" ? meta.actors : meta.sources)[k]);

  function title(i) {
    try {
      return store.title(i);
    } catch {
      return "…"; // the page is still arriving; drawn again when it has
    }
  }

  /** What rows, marks and headings say of an event. */
  function brief(i) {
    const quad = meta.quadNames[columns.quad[i]];
    const status = meta.statuses[columns.status[i]];
    const actors = names("actor", i);
    return {
      i, quad, status, title: title(i), kind: meta.kinds[columns.kind[i]],
      typeLabel: say.label("type", meta.types[columns.type[i]]), statusLabel: say.label("status", status),
      short: speaker.short(...time(i)), words: speaker.words(...time(i)),
      actors: actors.slice(0, 3), allActors: actors, sources: names("source", i),
      mentions: columns.mentions[i], mentionsLabel: say.count("count.mentions", columns.mentions[i]),
      inferred: !!(columns.flags[i] & Filter.INFERRED), conflict: !!(columns.flags[i] & Filter.CONFLICT),
      snippet: snippet(i),
    };
  }

  /** Around the first word found in a report, when the title does not show it. */
  function snippet(i) {
    if (!hits || !state.filters.query) return null;
    const wanted = Search.terms(state.filters.query);
    try {
      if (Search.locate(store.title(i), wanted)) return null;
      for (const mention of store.event(i).mentions.slice(0, 20)) {
        const text = store.article(mention.article).text.slice(...mention.sentence).replace(/\s+/g, " ");
        const found = Search.locate(text, wanted);
        if (!found) continue;
        const from = Math.max(0, found[0] - 40);
        return [(from ? "…" : "") + text.slice(from, found[0]), text.slice(...found), text.slice(found[1], found[1] + 120)];
      }
    } catch {
      return null;
    }
    return null;
  }

  // ---- what is shown ------------------------------------------------------------------------------------------------

  const period = () => state.period || domain;
  const view = () => state.view || (media(NARROW).matches ? "list" : "timeline");
  const index = Index.make(store, (i) => [say.label("type", meta.types[columns.type[i]]), meta.types[columns.type[i]], meta.statuses[columns.status[i]]].join(" "));

  const rows = Rows.make($("scroll"), $("rows"), { brief, onChoose: (i, byHand) => choose(i, { reveal: false, focus: byHand }) });
  const overview = Overview.make(columns, domain, { onPeriod: (next) => setPeriod(next, "set"), speaker: () => speaker });
  const app = {
    store, domain, brief, title,
    say: () => say, speaker: () => speaker, look: () => look, filters: () => state.filters, period: () => state.period,
    lanesBy: () => state.lanes,
    room: () => (media(NARROW).matches ? 230 : Math.max(230, Math.min(470, window.innerHeight * 0.37))),
    counts: (facet) => Filter.counts(columns, facet, State.names(meta, facet).length, Filter.mask(columns, meta, facet === "status" ? { ...state.filters, unlikely: true } : state.filters, hits, facet)),
    candidates: (i) => {
      try {
        const days = store.event(i).mentions.flatMap(({ time: t }) => [t.low, t.high]).filter((day) => day !== null);
        return [...new Set(days)].sort((a, b) => a - b).map((day) => day + 0.5);
      } catch {
        return [];
      }
    },
    laneName: (lane) => Lanes.label(meta, state.lanes, lanes.lanes[lane], say),
    binWords: (bin) => say("figure.bin", { n: say.number(inBin(bin).length), range: speaker.range(bin.low, bin.high) }),
    onChoose: (i) => choose(i, { reveal: true }),
    onBin: (bin) => showBin(bin),
    onPeriod: (next, how) => setPeriod(next, how),
    onLaid: (laid, size) => nameLanes(laid, size),
    order: () => order, lanes: () => lanes.lanes, chosen: () => chosen, figure: () => figure,
    quads: () => meta.quadNames.filter((_, k) => meta.quads.includes(k)),
    arrived: () => arrived(), choose: (i, how) => choose(i, how), close: () => close(), step: (by) => step(by), zoom: (by) => zoom(by), pan: (by) => pan(by),
    onFilter(facet, k, on) {
      const list = state.filters[facet].filter((other) => other !== k);
      if (on) list.push(k);
      state.filters[facet] = list.sort((a, b) => a - b);
      refilter();
    },
  };
  const figure = Figure.make(json("tl-figure"), $("figure"), app);
  const facets = Facets.make($("facets"), app);
  const table = Table.make($("table-panel"), app);
  const { take } = Takeaway.make(app);
  const { keys, help } = Keys.make(app);
  const { startFigure } = Boot.make(app);

  const correct = Correct.make(store, "diplomatic-timeline:" + location.pathname, () => {
    refilter();
    corrections();
    if (chosen >= 0) choose(chosen, {});
  });

  function corrections() {
    Edit.menu(correct.log, {
      say, onUndo: correct.undo, onRedo: correct.redo, onClear: correct.clear,
      onSave: () => Dom.save("corrections.json", "application/json", Corrections.file(correct.log)),
      onChoose: (id, hint) => {
        const i = correct.find(id, hint);
        if (i >= 0) choose(i, { reveal: true });
      },
      words: (key, value) => (key === "type" || key === "status" ? say.label(key, value) : value),
    });
  }

  function refilter() {
    shown = Filter.mask(columns, meta, state.filters, hits);
    for (const i of correct.hidden) shown[i] = 0;
    relane();
    overview.show(shown, look);
    list();
    facets.show();
    tell();
    remember();
  }

  function relane() {
    lanes = Lanes.assign(columns, meta, state.lanes, shown, mostLanes);
    const more = $("lanes-more");
    more.hidden = lanes.total <= FIRST_LANES;
    more.textContent = say(lanes.lanes.some((lane) => lane.folded) ? "lanes.more" : "lanes.fewer");
    figure.view(period());
    $("stage").hidden = !lanes.lanes.length;
    if (view() === "timeline") figure.set(lanes, shown);
  }

  function list() {
    const dated = Filter.inPeriod(columns, shown, state.period);
    const undated = Filter.undated(columns, shown);
    order = undated.length ? [...dated, ...undated] : dated;
    rows.set(order);
    table.set(order);
    $("rows").classList.toggle("none", !order.length);
    const none = $("none");
    if (none) none.remove();
    if (!order.length)
      $("scroll").prepend(el("div", { class: "empty", id: "none" }, el("p", null, say("page.none")), el("button", { type: "button", class: "plain", onclick: clear }, say("page.none.remedy"))));
    const total = shown.reduce((sum, bit) => sum + bit, 0);
    $("shown").textContent = order.length === meta.events ? say.count("count.events", meta.events) : say("count.of", { shown: say.number(order.length), total: say.number(meta.events) });
    const tray = $("tray");
    tray.hidden = !undated.length;
    tray.replaceChildren(el("b", null, say("tray.title")), ...undated.slice(0, 30).map((i) =>
      el("button", { type: "button", class: "chip", onclick: () => choose(i, { reveal: true }) }, Dom.glyph("q-" + meta.quadNames[columns.quad[i]], "glyph q-" + meta.quadNames[columns.quad[i]]), Dom.foreign(Marks.clip(title(i))))),
    undated.length > 30 ? say("count.more", { n: say.number(undated.length - 30) }) : "");
    return total;
  }

  /** Say what is filtered away, and how to have it back. */
  function tell() {
    const counts = app.counts("status");
    const unlikely = meta.statuses.reduce((sum, name, k) => sum + (Filter.UNLIKELY.has(name) ? counts[k] : 0), 0);
    const button = $("unlikely");
    button.hidden = !unlikely;
    button.setAttribute("aria-pressed", String(state.filters.unlikely));
    button.textContent = say(state.filters.unlikely ? "filter.unlikely.on" : "filter.unlikely", { n: say.number(unlikely) });
    $("clear").hidden = !(state.period || state.filters.query || State.FACETS.some((facet) => state.filters[facet].length));
  }

  function clear() {
    Object.assign(state.filters, Filter.none());
    $("query").value = "";
    hits = null;
    setPeriod(null, "set");
    refilter();
  }

  function nameLanes(laid, size) {
    const box = $("lane-names");
    box.style.setProperty("--lane", size.height + "px");
    box.replaceChildren(...lanes.lanes.map((lane, k) => el("li", { class: state.lanes === "type" && lane.key >= 0 ? `q-${meta.quadNames[meta.quads[lane.key]]}` : "", title: app.laneName(k) },
      el("span", { class: "lane-name" }, Dom.foreign(app.laneName(k))), el("span", { class: "lane-count" }, say.number(state.period ? laid.inView[k] : lane.count)))));
    $("plot").setAttribute("aria-label", say("figure.label", {
      n: say.number(laid.visible), from: speaker.day(Math.floor(period()[0])), to: speaker.day(Math.ceil(period()[1]) - 1), lanes: say.number(lanes.lanes.length),
    }));
  }

  let listing = 0;
  let remembering = 0;
  /** ``how``: "set" by a control, "panned" by a finger, "moving" and "moved" by Plotly, whose axis is there already. */
  function setPeriod(next, how) {
    const whole = !next || (next[0] <= domain[0] && next[1] >= domain[1]);
    state.period = whole ? null : Overview.clamp(next, domain);
    overview.period(state.period);
    if (how !== "moving") figure.follow(period(), how === "moved");
    // The list follows a breath later, so that no step does two things.
    clearTimeout(listing);
    listing = setTimeout(() => {
      list();
      facets.show();
      tell();
    }, how === "moving" || how === "panned" ? 120 : 0);
    remember();
  }

  function zoom(factor) {
    const [from, to] = period();
    const middle = (from + to) / 2;
    const half = Math.max(1, ((to - from) * factor) / 2);
    setPeriod([middle - half, middle + half], "set");
  }

  function pan(part) {
    const [from, to] = period();
    const by = (to - from) * part;
    setPeriod(Overview.clamp([from + by, to + by], domain), "set");
  }

  /** Put the state into the address; not at every step, which browsers slow down. */
  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      const hash = State.format(state, meta, Time.toIso);
      try {
        history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
      } catch {
        // A frame of another page may not change its address; the page works without.
      }
    }, 250);
  }

  // ---- one event ----------------------------------------------------------------------------------------------------

  const arrived = () => document.readyState === "loading" ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true })) : Promise.resolve();

  async function choose(i, { reveal, focus } = {}) {
    chosen = i;
    let event;
    try {
      event = store.event(i);
      event.mentions.slice(0, 5).forEach((mention) => store.article(mention.article));
    } catch {
      await arrived();
      if (chosen !== i) return;
      event = store.event(i);
    }
    const panel = $("details");
    const b = brief(i);
    Details.show(panel, event, b, {
      say, speaker, article: store.article, onArticle: openArticle, onClose: () => close(), onStep: step,
      onCopy: (click) => copy(click.target), was: correct.was(i),
      onEdit: () => Edit.form(panel, correct.now(i, event), {
        say, types: meta.ontology.map(([name]) => name), statuses: meta.statuses, onCancel: () => choose(i, {}),
        onSave: (fields) => correct.save(i, store.original(i).title, fields),
      }),
    });
    panel.scrollTop = 0;
    document.body.classList.add("chosen");
    state.event = event.id;
    figure.choose(i);
    remember();
    rows.choose(i, reveal);
    if (focus && media(NARROW).matches) panel.querySelector("h2").focus();
    $("live").textContent = `${event.title}, ${b.words}`;
  }

  function close() {
    const last = chosen;
    chosen = -1;
    state.event = null;
    document.body.classList.remove("chosen");
    figure.choose(-1);
    rows.choose(-1, false);
    Details.empty($("details"), { say, quads: app.quads() });
    remember();
    if (last >= 0 && view() !== "table") rows.focus(last);
  }

  function step(by) {
    if (!order.length) return;
    const here = Array.prototype.indexOf.call(order, chosen);
    const place = here < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, here + by));
    choose(order[place], { reveal: true });
  }

  /** The events of a lane that can lie in the days of a bin. */
  function inBin(bin) {
    const found = [];
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || !Filter.touches(columns, i, [bin.low, bin.high + 1])) continue;
      for (let k = lanes.starts[i]; k < lanes.starts[i + 1]; k++) if (lanes.items[k] === bin.lane) found.push(i);
    }
    return found;
  }

  function showBin(bin) {
    const found = inBin(bin);
    if (found.length === 1) return choose(found[0], { reveal: true });
    Details.group($("details"), `${app.laneName(bin.lane)}: ${app.binWords(bin)}`, found.slice(0, 500).map(brief), { say, onChoose: (i) => choose(i, { reveal: true }), onClose: close });
    document.body.classList.add("chosen");
    $("live").textContent = app.binWords(bin);
    return undefined;
  }

  async function openArticle(number, event, mention) {
    await arrived();
    const events = [];
    for (let i = 0; i < columns.n; i++) {
      if (!names("source", i).length) continue;
      // Only events of this article's source can stand in it; their chunks alone are read.
      if (!names("source", i).includes(sourceOf(number))) continue;
      for (const m of store.event(i).mentions) if (m.article === number) events.push({ i, title: store.title(i), short: speaker.short(...time(i)), mention: m });
    }
    Article.open($("article"), store.article(number), events, mention, { say, speaker, onChoose: (i) => choose(i, { reveal: true }) });
  }

  const sourceOf = (number) => {
    const article = store.article(number);
    return article.source || article.title || article.path || article.id;
  };

  async function copy(button) {
    const link = location.href.split("#")[0] + "#" + State.format(state, meta, Time.toIso);
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      const area = el("textarea", { value: link, class: "unseen" });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = say("details.copied");
  }

  // ---- search -------------------------------------------------------------------------------------------------------

  let searches = 0;
  async function search(query) {
    const mine = ++searches;
    state.filters.query = query.trim();
    if (state.filters.query) $("shown").textContent = say("search.working");
    await arrived();
    const found = await index.find(state.filters.query, () => mine !== searches);
    if (mine !== searches || found === undefined) return;
    hits = found;
    refilter();
  }

  // ---- views and start ----------------------------------------------------------------------------------------------

  function setView(next, redraw) {
    if (next) state.view = next;
    const now = view();
    document.body.dataset.view = now;
    for (const button of document.querySelectorAll("[data-view]")) if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.view === now));
    $("figure-panel").hidden = now !== "timeline";
    $("list-panel").hidden = now === "table";
    $("table-panel").hidden = now !== "table";
    if (now === "table") table.draw();
    else if (redraw) rows.redraw();
    if (now === "timeline" && redraw) figure.set(lanes, shown);
    if (redraw) remember();
  }

  function wire() {
    for (const button of document.querySelectorAll(".tabs [data-view]")) button.addEventListener("click", () => setView(button.dataset.view, true));
    for (const button of document.querySelectorAll("[data-export]")) button.addEventListener("click", () => {
      $("export-menu").open = false;
      take(button.dataset.export);
    });
    let typing = 0;
    $("query").addEventListener("input", (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => search(event.target.value), 150);
    });
    $("unlikely").addEventListener("click", () => {
      state.filters.unlikely = !state.filters.unlikely;
      refilter();
    });
    $("clear").addEventListener("click", clear);
    $("lanes").value = state.lanes;
    $("lanes").addEventListener("change", (event) => {
      state.lanes = event.target.value;
      mostLanes = FIRST_LANES;
      relane();
      remember();
    });
    $("lanes-more").addEventListener("click", () => {
      mostLanes = lanes.lanes.some((lane) => lane.folded) ? Math.min(mostLanes * 2, 200) : FIRST_LANES;
      relane();
    });
    $("zoom-in").addEventListener("click", () => zoom(0.5));
    $("zoom-out").addEventListener("click", () => zoom(2));
    $("pan-left").addEventListener("click", () => pan(-0.25));
    $("pan-right").addEventListener("click", () => pan(0.25));
    $("zoom-all").addEventListener("click", () => setPeriod(null, "set"));
    $("help-button").addEventListener("click", help);
    $("language").addEventListener("change", (event) => {
      state.language = event.target.value;
      speak();
      facets.build();
      corrections();
      setView();
      refilter();
      setPeriod(state.period, "set");
      if (chosen >= 0) choose(chosen, {});
      else close();
    });
    document.addEventListener("keydown", keys);
    const restyle = () => {
      look = readLook();
      overview.show(shown, look);
      if (view() === "timeline") figure.draw();
    };
    media("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    media(NARROW).addEventListener("change", () => setView(null, true));
    let sizing = 0;
    window.addEventListener("resize", () => {
      clearTimeout(sizing);
      sizing = setTimeout(restyle, 120);
    });
    window.addEventListener("beforeprint", () => table.draw(true));
    window.addEventListener("afterprint", () => table.draw());
    window.addEventListener("hashchange", () => {
      const next = State.parse(location.hash, meta, Time.fromIso, Filter.none());
      if (State.format(next, meta, Time.toIso) === State.format(state, meta, Time.toIso)) return;
      Object.assign(state, next);
      $("query").value = state.filters.query;
      $("lanes").value = state.lanes;
      speak();
      setView();
      setPeriod(state.period, "set");
      search(state.filters.query);
      if (state.event) openLinked();
    });
  }

  /** Open the event that the address names. */
  async function openLinked() {
    await arrived();
    for (let i = 0; i < meta.events; i++)
      if (store.id(i) === state.event) {
        if (!shown[i]) {
          state.filters.unlikely = true;
          refilter();
        }
        return choose(i, { reveal: true });
      }
    state.event = null;
    return undefined;
  }

  function start() {
    look = readLook();
    speak();
    facets.build();
    wire();
    $("query").value = state.filters.query;
    shown = Filter.mask(columns, meta, state.filters, null);
    lanes = Lanes.assign(columns, meta, state.lanes, shown, mostLanes);
    list();
    setView();
    relane();
    tell();
    overview.show(shown, look);
    overview.period(state.period);
    Details.empty($("details"), { say, quads: app.quads() });
    document.addEventListener("DOMContentLoaded", () => {
      rows.redraw();
      if (correct.log.done.length || correct.log.undone.length) {
        correct.apply();
        refilter();
        corrections();
      }
      if (state.filters.query) search(state.filters.query);
      if (state.event) openLinked();
    }, { once: true });
  }

  return { start, startFigure, state, store, figure, index };
})();
App.start();
if (typeof module !== "undefined") module.exports = App;
