"use strict";
// Wires the parts of the page: one state, and what follows from it.
const App = (() => {
  const { $, el } = Dom;
  const BY_TIME = ["time", "newest"]; // orders of the list that begin with what is known to the day
  const MANY = 20_000; // events of which no two steps are taken in one breath

  const json = (id) => JSON.parse($(id).textContent);
  const messages = json("tl-messages");
  const meta = json("tl-meta");
  const store = Store.make(meta, json("tl-columns"), (name) => {
    const block = $(name);
    // A block is whole once something follows it.
    return block && (block.nextElementSibling || document.readyState !== "loading") ? block.textContent : null;
  });
  const columns = store.columns;
  const state = State.parse(location.hash, meta, Time.fromIso, Filter.none());
  const days = Days.make(columns, meta, state);
  const { domain, period, extent } = days;

  let passed = new Uint8Array(meta.events).fill(1); // events that the filters leave
  let shown = passed; // of these the ones that matter, where only they are wanted
  let hits = null;
  let lanes = null;
  let more = 1; // how many times as many lanes as at first
  let order = []; // events of the list: in the period, then those without a date
  let look = null;

  // ---- what is shown ------------------------------------------------------------------------------------------------

  const view = () => state.view || (Room.narrow.matches ? "list" : "timeline");
  const index = Index.make(store, (i) =>
    [
      app.say().label("type", meta.types[columns.type[i]]),
      meta.types[columns.type[i]],
      meta.statuses[columns.status[i]],
    ].join(" "),
  );

  const say = (key, values) => app.say()(key, values);
  const rows = Rows.make($("scroll"), $("rows"), {
    brief: (i) => app.brief(i),
    onChoose: (i, byHand) => choose(i, { reveal: false, focus: byHand }),
  });
  const overview = Overview.make(columns, domain, {
    onPeriod: (next) => setPeriod(next, "set"),
    speaker: () => app.speaker(),
  });
  const app = {
    store,
    state,
    domain,
    look: () => look,
    filters: () => state.filters,
    period,
    lanesBy: () => state.lanes,
    room: () => Room.height(lanes.lanes.length),
    counts: (facet) =>
      Filter.counts(
        columns,
        facet,
        State.names(meta, facet).length,
        passing(facet === "status" ? { ...state.filters, unlikely: true } : state.filters, facet),
      ),
    candidates: (i) => {
      try {
        const told = store
          .event(i)
          .mentions.flatMap(({ time: t }) => [t.low, t.high])
          .filter((day) => day !== null);
        return [...new Set(told)].sort((a, b) => a - b).map((day) => day + 0.5);
      } catch {
        return [];
      }
    },
    laneName: (lane) => Lanes.label(meta, state.lanes, lanes.lanes[lane], app.say()),
    binWords: (bin) =>
      say("figure.bin", {
        n: app.say().number(panel.inBin(bin).length),
        range: app.speaker().range(bin.low, bin.high),
      }),
    onChoose: (i) => choose(i, { reveal: true }),
    onBin: (bin) => panel.showBin(bin),
    onPeriod: (next, how) => setPeriod(next, how),
    onBeside,
    onAll: () => wide(),
    extent,
    onLaid: (laid) => LaneNames.show(app, laid),
    order: () => order,
    lanes: () => lanes.lanes,
    laid: () => lanes,
    shown: () => shown,
    passed: () => passed,
    hits: () => hits,
    rows: () => rows,
    amend: () => amend,
    chosen: () => panel.chosen(),
    resting: () => panel.resting(),
    figure: () => figure,
    quads: () => meta.quadNames.filter((_, k) => meta.quads.includes(k)),
    view: () => view(),
    remember: () => remember(),
    arrived: () => arrived(),
    find: index.find,
    choose: (i, how) => choose(i, how),
    close: () => panel.close(),
    blank: () => panel.blank(),
    first: () => (view() === "table" ? $("table-panel").querySelector("tbody button").focus() : rows.first()),
    step: (by) => panel.step(by),
    zoom: (by) => zoom(by),
    pan: (by) => pan(by),
    onTogether(facet, on) {
      state.filters.together = State.MANY.filter((one) => (one === facet ? on : state.filters.together.includes(one)));
      refilter();
    },
    stars: () => stars,
    ready: () => unfolded,
    only,
    isOnly,
    leave: () => Edit.leave(app.say()),
    key: (most) => [...Filter.best(columns, Filter.inPeriod(columns, passed, period()), most)].sort((a, b) => a - b),
    onFilter(facet, k, on) {
      const list = state.filters[facet].filter((other) => other !== k);
      if (on) list.push(k);
      state.filters[facet] = list.sort((a, b) => a - b);
      refilter();
    },
  };
  const language = Language.make(app, messages);
  Object.assign(
    app,
    { say: language.say, speaker: language.speaker, english: () => Words.make(messages, "en") },
    Brief.make(app),
  );
  const panel = Panel.make(app);
  const choose = panel.choose;
  const figure = Figure.make(json("tl-figure"), $("figure"), app);
  const facets = Facets.make($("facets"), app);
  const table = Table.make($("table-panel"), app);
  const { take } = Takeaway.make(app);
  const { keys, help } = Keys.make(app);
  const { startFigure } = Boot.make(app);
  const amend = Amend.make(app, corrected);
  const stars = Stars.make(
    store,
    (id) => amend.correct.find(id),
    "diplomatic-timeline-story:" + location.pathname,
    () => {
      amend.menu();
      tellStars();
      if (state.key === State.STORY || state.sort === "story") refilter();
      else panel.refresh();
    },
  );
  Layers.make(app);

  /** The events that filters leave; ``skip``: a facet that does not count. */
  function passing(filters, skip) {
    const out = Filter.mask(columns, meta, filters, hits, skip);
    for (const i of amend.correct.hidden) out[i] = 0;
    return out;
  }

  /** After a correction: other events, other days, other names. */
  function corrected() {
    days.forget();
    days.respan(passed);
    language.counts();
    facets.build();
    if (state.filters.query) search(state.filters.query);
    refilter();
  }

  function refilter() {
    passed = passing(state.filters);
    days.tell(passed);
    keep();
    relane();
    overview.show(passed, look);
    overview.period(period());
    beside();
    list();
    facets.show();
    tell();
    remember();
  }

  /** Of the events that the filters leave, keep those that matter in the window, where only they are wanted. */
  function keep() {
    if (state.key === State.STORY) shown = Filter.only(passed, stars.numbers());
    else shown = state.key ? Filter.key(columns, passed, period(), state.key) : passed;
  }

  /** Show one value of a facet alone, or two of them together; all again where they are alone already. */
  function only(facet, numbers) {
    const off = isOnly(facet, numbers);
    state.filters[facet] = off ? [] : numbers.slice().sort((a, b) => a - b);
    state.filters.together = State.MANY.filter((one) =>
      one === facet ? !off && numbers.length > 1 : state.filters.together.includes(one),
    );
    refilter();
  }

  function isOnly(facet, numbers) {
    return state.filters[facet].length === numbers.length && numbers.every((k) => state.filters[facet].includes(k));
  }

  function relane() {
    lanes = Lanes.assign(columns, meta, state.lanes, shown, Math.min(Room.firstLanes() * more, 200), state.period);
    const button = $("lanes-more");
    button.hidden = lanes.total <= Room.firstLanes();
    button.textContent = say(lanes.lanes.some((lane) => lane.folded) ? "lanes.more" : "lanes.fewer");
    figure.view(period());
    $("stage").hidden = !lanes.lanes.length || !Filter.dated(columns, shown);
    $("overview").parentElement.classList.toggle("undated", !extent());
    if (view() === "timeline") figure.set(lanes, shown);
  }

  /** Whether the window has left most of the lanes, which are then those of what is in it. */
  function deserted() {
    const laid = figure.laid;
    return (
      state.lanes !== "type" &&
      !!laid &&
      laid.inView.filter((n) => !n).length > laid.inView.length / 2 &&
      laid.visible > 0
    );
  }

  function list() {
    const { order: dated, loose } = Filter.loosely(
      columns,
      Filter.sorted(columns, Filter.inPeriod(columns, shown, state.period), state.sort, stars.numbers()),
      BY_TIME.includes(state.sort) ? state.period : null,
    );
    tellLoose(loose, dated[dated.length - loose]);
    const undated = Filter.undated(columns, shown);
    order = undated.length ? [...dated, ...undated] : dated;
    rows.set(order);
    table.set(order);
    $("rows").classList.toggle("none", !order.length);
    const none = $("none");
    if (none) none.remove();
    const total = meta.events - (state.filters.minor ? 0 : Filter.minors(columns));
    if (!order.length)
      $("scroll").prepend(
        el(
          "div",
          { class: "empty", id: "none" },
          el("p", null, say(total ? "page.none" : "page.empty.title")),
          total ? el("button", { type: "button", class: "plain", onclick: clear }, say("page.none.remedy")) : null,
        ),
      );
    $("shown").textContent =
      order.length === total
        ? app.say().count("count.events", total)
        : say("count.of", { shown: app.say().number(order.length), total: app.say().number(total) });
    Tray.show(app, undated);
    if (unfolded) panel.refresh();
  }

  /** Offer the story where there is one. */
  function tellStars() {
    const n = stars.numbers().length;
    const [alone, ordered] = [$("key").querySelector('[value="-1"]'), $("sort").querySelector('[value="story"]')];
    alone.textContent = say("key.-1", { n: app.say().number(n) });
    alone.hidden = !n && state.key !== State.STORY;
    ordered.hidden = !n && state.sort !== "story";
  }

  /** Say that events stand last of which only a longer time is known; a click goes to the first of them. */
  function tellLoose(n, first) {
    const button = $("loose");
    button.hidden = !n;
    button.textContent = n ? app.say().count("list.loose", n) : "";
    button.onclick = () => rows.focus(first);
  }

  /** Say what is filtered away, and how to have it back. */
  function tell() {
    tellStars();
    const counts = app.counts("status");
    const unlikely = meta.statuses.reduce((sum, name, k) => sum + (Filter.UNLIKELY.has(name) ? counts[k] : 0), 0);
    const minor = Filter.minors(columns, passing({ ...state.filters, minor: true }));
    for (const [name, n] of [
      ["unlikely", unlikely],
      ["minor", minor],
    ]) {
      const on = state.filters[name];
      $(name).hidden = !n;
      $(name).setAttribute("aria-pressed", String(on));
      $(name).textContent = say(`filter.${name}${on ? ".on" : ""}`, { n: app.say().number(n) });
    }
    $("clear").hidden = !(
      state.period ||
      state.key ||
      state.filters.query ||
      State.FACETS.some((facet) => state.filters[facet].length)
    );
  }

  function clear() {
    $("query").value = "";
    hits = null;
    Object.assign(state, { period: null, wide: false, key: 0 });
    $("key").value = "0";
    ask(Filter.none());
  }

  /** Take other filters; minor events that come or go can change which days there are. */
  function ask(filters) {
    Object.assign(state.filters, filters);
    days.respan(passed);
    setPeriod(state.period, "set");
    refilter();
  }

  let listing = 0;
  let remembering = 0;
  let stepped = State.step(state, meta); // of the browser's history
  let addressed = location.hash; // the last that was written or read
  /** ``how``: "set" by a control, "panned" by a finger, "moving" and "moved" by Plotly, whose axis is there already. */
  function setPeriod(next, how) {
    const whole = next && days.all(next);
    if (next) Object.assign(state, { period: whole ? null : next, wide: whole });
    overview.period(period());
    if (how !== "moving") figure.follow(period(), how === "moved");
    // The list follows a breath later, so that no step does two things.
    clearTimeout(listing);
    listing = setTimeout(
      async () => {
        const mine = listing;
        if (state.key) keep();
        if (state.key || deserted()) relane();
        for (const step of [list, facets.show, tell, beside]) {
          step();
          if (columns.n > MANY) await Pace.breathe();
          if (mine !== listing) return;
        }
      },
      how === "moving" || how === "panned" ? 120 : 0,
    );
    remember();
  }

  /** Zoom about the chosen event, else the pointer, else the events in view; never to where none is. */
  function zoom(factor) {
    const [from, to] = period();
    const day = Story.pivot(columns, passed, period(), panel.chosen(), figure.pointed());
    const next = Story.zoom(period(), Math.max(factor, Overview.LEAST / (to - from)), day);
    setPeriod(Story.onto(columns, passed, factor < 1 ? next : Overview.clamp(next, domain)), "set");
  }

  function pan(part) {
    const [from, to] = period();
    const by = (to - from) * part;
    setPeriod(Overview.clamp([from + by, to + by], domain), "set");
  }

  /** Name what lies beside the window, and offer to show it. */
  function beside() {
    const sides = Story.outside(columns, passed, period());
    figure.beside(sides);
    const fits = $("zoom-fit");
    fits.hidden = !(state.filters.query || State.FACETS.some((facet) => state.filters[facet].length));
    fits.disabled = !Filter.dated(columns, passed);
    const all = days.all(period());
    $("zoom-all").disabled = $("zoom-out").disabled = all;
  }

  /** Go to the events on one side of the window. */
  function onBeside(name, side) {
    const mask = passed.map((on, i) =>
      on &&
      Filter.touches(columns, i, [side.first, side.last + 1]) &&
      (name === "earlier" ? Story.known(columns, i)[1] < period()[0] : Story.known(columns, i)[0] >= period()[1])
        ? 1
        : 0,
    );
    setPeriod(Story.fit(columns, mask, Room.width()), "set");
    $("plot").focus({ preventScroll: true });
  }

  function fit() {
    setPeriod(Story.fit(columns, passed, Room.width()), "set");
  }

  /** Show all dates. */
  function wide() {
    Object.assign(state, { period: null, wide: true });
    setPeriod(null, "set");
  }

  /** Put the state into the address; not at every step, which browsers slow down. */
  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      // The reader went back or forth, and that has not been read yet: to write now would undo it.
      if (location.hash !== addressed) return;
      const hash = State.format(state, meta, Time.toIso);
      const step = State.step(state, meta);
      try {
        // Back goes to what was looked at before, not through every window on the way.
        history[step === stepped ? "replaceState" : "pushState"](
          null,
          "",
          hash ? "#" + hash : location.pathname + location.search,
        );
        stepped = step;
        addressed = location.hash;
      } catch {
        // A frame of another page may not change its address; the page works without.
      }
    }, 250);
  }

  const arrived = () =>
    document.readyState === "loading"
      ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
      : Promise.resolve();

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
    for (const button of document.querySelectorAll("[data-view]"))
      if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.view === now));
    $("figure-panel").hidden = now !== "timeline";
    $("list-panel").hidden = now === "table";
    $("table-panel").hidden = now !== "table";
    if (now === "table") table.draw();
    else if (redraw) rows.redraw();
    if (now === "timeline" && redraw) {
      figure.set(lanes, shown);
      overview.show(passed, look); // where it was hidden it had no width
    }
    if (redraw) remember();
  }

  function wire() {
    for (const button of document.querySelectorAll(".tabs [data-view]"))
      button.addEventListener("click", () => setView(button.dataset.view, true));
    for (const button of document.querySelectorAll("[data-export]"))
      button.addEventListener("click", () => {
        $("export-menu").open = false;
        take(button.dataset.export);
      });
    let typing = 0;
    $("query").addEventListener("input", (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => search(event.target.value), 150);
    });
    for (const name of State.ASIDE) $(name).addEventListener("click", () => ask({ [name]: !state.filters[name] }));
    $("clear").addEventListener("click", clear);
    for (const name of ["sort", "key"]) {
      $(name).value = String(state[name]);
      $(name).addEventListener("change", (event) => {
        state[name] = name === "key" ? +event.target.value : event.target.value;
        refilter();
      });
    }
    $("lanes").value = state.lanes;
    $("lanes").addEventListener("change", (event) => {
      state.lanes = event.target.value;
      more = 1;
      relane();
      remember();
    });
    $("lanes-more").addEventListener("click", () => {
      more = lanes.lanes.some((lane) => lane.folded) ? more * 2 : 1;
      relane();
    });
    if ($("bands-toggle"))
      $("bands-toggle").addEventListener("click", () => {
        state.bands = !state.bands;
        figure.place();
        remember();
      });
    $("zoom-in").addEventListener("click", () => zoom(0.5));
    $("zoom-out").addEventListener("click", () => zoom(2));
    $("pan-left").addEventListener("click", () => pan(-0.25));
    $("pan-right").addEventListener("click", () => pan(0.25));
    $("zoom-all").addEventListener("click", wide);
    $("zoom-fit").addEventListener("click", fit);
    $("help-button").addEventListener("click", help);
    $("language").addEventListener("change", (event) => {
      state.language = event.target.value;
      language.speak();
      facets.build();
      amend.menu();
      setView();
      refilter();
      setPeriod(state.period, "set");
      if (panel.chosen() >= 0) choose(panel.chosen(), {});
      else panel.refresh();
    });
    document.addEventListener("keydown", keys);
    const restyle = () => {
      look = Look.read(meta);
      relane();
      overview.show(passed, look);
    };
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    Room.narrow.addEventListener("change", () => setView(null, true));
    let sizing = 0;
    window.addEventListener("resize", () => {
      clearTimeout(sizing);
      sizing = setTimeout(restyle, 120);
    });
    Paper.make(app, (on) => {
      table.draw(on);
      look = Look.read(meta);
      if (on || view() === "timeline") figure.set(lanes, shown);
    });
    document.querySelector(".skip").addEventListener("click", (event) => {
      // The part of the address after "#" holds what the reader sees, and stays.
      event.preventDefault();
      const to = view() === "table" ? $("table-panel") : $("list-panel");
      to.focus();
      to.scrollIntoView({ block: "nearest" });
    });
    window.addEventListener("hashchange", () => {
      addressed = location.hash;
      const next = State.parse(location.hash, meta, Time.fromIso, Filter.none());
      if (State.format(next, meta, Time.toIso) === State.format(state, meta, Time.toIso)) return;
      Object.assign(state, next);
      stepped = State.step(state, meta);
      days.respan(passed);
      $("query").value = state.filters.query;
      for (const name of ["lanes", "sort", "key"]) $(name).value = String(state[name]);
      language.speak();
      setView();
      setPeriod(state.period, "set");
      search(state.filters.query);
      if (state.event) openLinked();
      else if (panel.chosen() >= 0) panel.close();
    });
  }

  /** Open the event that the address names. */
  async function openLinked() {
    await arrived();
    for (let i = 0; i < meta.events; i++)
      if (store.id(i) === state.event) {
        const unlikely = Filter.UNLIKELY.has(meta.statuses[columns.status[i]]);
        const minor = !!(columns.flags[i] & Filter.MINOR);
        if (!shown[i] && (unlikely || minor))
          ask({ unlikely: unlikely || state.filters.unlikely, minor: minor || state.filters.minor });
        return choose(i, { reveal: true });
      }
    state.event = null;
    return undefined;
  }

  /** What the list does not need: it stands on the screen first. */
  function unfold() {
    if (unfolded) return;
    days.respan(passed);
    if (state.key) refilter();
    else relane();
    facets.show();
    tell();
    overview.show(passed, look);
    overview.period(period());
    beside();
    unfolded = true;
    panel.refresh();
  }
  let unfolded = false;

  function start() {
    look = Look.read(meta);
    language.speak();
    passed = Filter.mask(columns, meta, state.filters, null);
    shown = passed;
    wire();
    $("query").value = state.filters.query;
    list();
    setView();
    facets.build();
    amend.menu();
    requestAnimationFrame(() => setTimeout(unfold));
    document.addEventListener(
      "DOMContentLoaded",
      () => {
        if (!unfolded) unfold();
        rows.redraw(true);
        Tray.show(app, Filter.undated(columns, shown));
        panel.refresh();
        figure.complete();
        amend.correct.settle();
        if (amend.correct.log.done.length) {
          amend.correct.apply();
          corrected();
          amend.menu();
        }
        if (state.filters.query) search(state.filters.query);
        if (state.event) openLinked();
      },
      { once: true },
    );
  }

  return { start, startFigure, state, store, figure, index };
})();
App.start();
