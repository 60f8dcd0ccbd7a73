"use strict";
// The buttons and fields of the page that are not of one view.
const Controls = (() => {
  const { $ } = Dom;
  const TYPING = 150; // ms after which a search begins
  const SIZING = 120; // and the page is laid out anew
  const CHOSEN = ["lanes", "sort", "key"]; // fields to choose one of some values

  function make(board, store, { filtering, frame, figure, stars, take, help, keys }) {
    const { state } = board;
    const { meta, columns } = store;
    const on = (id, kind, act) => $(id).addEventListener(kind, act);

    board.watch(CHOSEN, show);
    function show() {
      for (const name of CHOSEN) $(name).value = String(state[name]);
    }

    /** Say what is filtered away, and how to have it back; offer the story where there is one. */
    function tell() {
      if (!state.ready) return;
      const { say } = state;
      const n = stars.numbers().length;
      const [alone, ordered] = [$("key").querySelector('[value="-1"]'), $("sort").querySelector('[value="story"]')];
      alone.textContent = say("key.-1", { n: say.number(n) });
      alone.hidden = !n && state.key !== State.STORY;
      ordered.hidden = !n && state.sort !== "story";
      const counts = filtering.counts("status");
      const unlikely = meta.statuses.reduce((sum, name, k) => sum + (Filter.UNLIKELY.has(name) ? counts[k] : 0), 0);
      const minor = Filter.minors(columns, filtering.passing({ ...state.filters, minor: true }));
      for (const [name, hidden] of Object.entries({ unlikely, minor })) {
        const pressed = state.filters[name];
        $(name).hidden = !hidden;
        $(name).setAttribute("aria-pressed", String(pressed));
        $(name).textContent = say(`filter.${name}${pressed ? ".on" : ""}`, { n: say.number(hidden) });
      }
      const chosen = [...State.FACETS.map((facet) => state.filters[facet].length), +!!state.period];
      const narrowed = chosen.reduce((sum, one) => sum + one);
      $("filters-count").hidden = !narrowed;
      $("filters-count").textContent = say.number(narrowed);
      $("clear").hidden = !(state.period || state.key || State.filtered(state.filters));
    }
    board.watch(["passed", "settled", "key", "sort", "starred", "say", "ready"], tell);

    for (const button of document.querySelectorAll("[data-export]"))
      button.addEventListener("click", () => {
        $("export-menu").open = false;
        take(button.dataset.export);
      });
    for (const name of ["tools", "filters"])
      on(name + "-fold", "click", ({ currentTarget: fold }) =>
        fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true")),
      );
    let typing = 0;
    on("query", "input", (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => filtering.search(event.target.value), TYPING);
    });
    for (const name of State.ASIDE) on(name, "click", () => filtering.ask({ [name]: !state.filters[name] }));
    on("clear", "click", filtering.clear);
    for (const name of ["sort", "language"]) on(name, "change", (event) => board.set({ [name]: event.target.value }));
    on("key", "change", (event) => board.set({ key: +event.target.value }));
    on("lanes", "change", (event) => board.set({ lanes: event.target.value, more: 1 }));
    on("lanes-more", "click", () =>
      board.set({ more: state.laid.lanes.some((lane) => lane.folded) ? state.more * 2 : 1 }),
    );
    if ($("bands-toggle")) on("bands-toggle", "click", () => board.set({ bands: !state.bands }));
    on("zoom-in", "click", () => frame.zoom(0.5, figure.pointed()));
    on("zoom-out", "click", () => frame.zoom(2, figure.pointed()));
    on("pan-left", "click", () => frame.pan(-0.25));
    on("pan-right", "click", () => frame.pan(0.25));
    on("zoom-all", "click", frame.wide);
    on("zoom-fit", "click", frame.fit);
    on("help-button", "click", help);
    document.addEventListener("keydown", keys);
    const restyle = () => board.set({ look: Look.read(meta), sized: {} });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    let sizing = 0;
    window.addEventListener("resize", () => {
      clearTimeout(sizing);
      sizing = setTimeout(restyle, SIZING);
    });
    document.querySelector(".skip").addEventListener("click", (event) => {
      // The part of the address after "#" holds what the reader sees, and stays.
      event.preventDefault();
      const to = state.sheet === "table" ? $("table-panel") : $("list-panel");
      to.focus();
      to.scrollIntoView({ block: "nearest" });
    });

    return { show };
  }

  return Object.freeze({ make });
})();
