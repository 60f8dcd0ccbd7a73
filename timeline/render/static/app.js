"use strict";
// Wires the parts of the page: each is given the board of what is shown and, by name, what it calls of the others.
const App = (() => {
  const { $ } = Dom;
  const MANY = 20_000; // events of which no two steps are taken in one breath

  const json = (id) => JSON.parse($(id).textContent);
  const messages = Words.unpack(json("tl-messages"));
  const meta = json("tl-meta");
  const store = Store.make(meta, json("tl-columns"), (name) => {
    const block = $(name);
    // A block is whole once something follows it.
    return block && (block.nextElementSibling || document.readyState !== "loading") ? block.textContent : null;
  });
  const columns = store.columns;
  const state = State.parse(location.hash, meta, Time.fromIso, Filter.none());
  const board = Board.make(state, () => columns.n > MANY);
  const passed = Filter.mask(columns, meta, state.filters, null);
  Object.assign(state, {
    passed, // events that the filters leave
    shown: passed, // of these the ones that matter, where only they are wanted
    hits: null, // of the search
    order: [], // events of the list: in the period, then those without a date
    choice: Panel.NONE,
    how: "set", // the window was moved
    more: 1, // how many times as many lanes as at first
    look: Look.read(meta),
    ready: false, // what the list does not need is there
    edits: 0,
    starred: 0,
  });

  // In this order they are told: what follows from a change first, then what draws it.
  const days = Days.make(columns, meta, state);
  state.window = days.period().slice();
  const change = (name) => () => board.set({ [name]: state[name] + 1 });
  const correct = Correct.make(store, "diplomatic-timeline:" + location.pathname, change("edits"));
  const kept = "diplomatic-timeline-story:" + location.pathname;
  const stars = Stars.make(store, correct.find, kept, change("starred"));
  const language = Language.make(board, store, messages, correct.hidden);
  const brief = Brief.make(board, store);
  const index = Index.make(store, (i) => {
    const [type, status] = [meta.types[columns.type[i]], meta.statuses[columns.status[i]]];
    return [state.say.label("type", type), type, status].join(" ");
  });
  const filtering = Filtering.make(board, store, { days, correct, stars, find: index.find });
  const frame = Frame.make(board, store, { days });
  Laying.make(board, store, days.extent);
  const sheets = Sheets.make(board);

  const choose = (i, how) => panel.choose(i, how);
  const list = Listing.make(board, store, { stars, clear: filtering.clear, choose, brief });
  Table.make(board, store, $("table-panel"), { brief, choose });
  Overview.make(board, columns, days.domain, frame.go);
  const figure = Figure.make(board, store, {
    spec: json("tl-figure"),
    domain: days.domain,
    go: frame.go,
    aside: frame.aside,
    choose,
    onBin: (bin) => panel.showBin(bin),
    brief,
  });
  LaneNames.make(board, store, brief, filtering);
  Facets.make(board, store, $("facets"), { filtering, go: frame.go, wide: frame.wide, extent: days.extent });
  const panel = Panel.make(board, store, {
    filtering,
    stars,
    correct,
    brief,
    tools: (...event) => amend.tools(...event),
    focusRow: list.focus,
  });
  const amend = Amend.make(board, store, { correct, stars, find: index.find, brief: brief.brief, panel });
  const address = Address.make(board, store, { search: filtering.search, choose, close: panel.close });
  const { take } = Takeaway.make(board, store, { figure, brief, english: () => Words.make(messages, "en") });
  const first = () => (state.sheet === "table" ? $("table-panel").querySelector("tbody button").focus() : list.first());
  const { keys, help } = Keys.make(board, store, { filtering, frame, figure, panel, correct, first });
  const { show } = Controls.make(board, store, { filtering, frame, figure, stars, take, help, keys });
  Paper.make(board, store);
  Layers.make(board, panel.close);
  const { startFigure } = Boot.make(board, figure);

  /** What the list does not need: it stands on the screen first. */
  function unfold() {
    if (state.ready) return;
    days.respan(state.passed);
    board.set({ ready: true });
  }

  function start() {
    $("query").value = state.filters.query;
    show();
    list.order();
    language.speak();
    sheets.choose();
    requestAnimationFrame(() => setTimeout(unfold));
    document.addEventListener(
      "DOMContentLoaded",
      () => {
        unfold();
        list.complete();
        panel.refresh();
        figure.complete();
        correct.settle();
        if (correct.log.done.length) {
          correct.apply();
          change("edits")();
        }
        if (state.filters.query) filtering.search(state.filters.query);
        if (state.event) address.open();
      },
      { once: true },
    );
  }

  return Object.freeze({ start, startFigure, state, store, figure, index });
})();
App.start();
