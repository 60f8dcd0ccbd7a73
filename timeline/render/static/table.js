"use strict";
// The same events as a table: sorted by any column, a page at a time.
const Table = (() => {
  const { el, foreign } = Dom;
  const PAGE = 100;
  const AT_ONCE = 5000; // events that are sorted in one go
  const NAMED = 12; // names in a cell; the details have them all
  const COLUMNS = ["when", "event", "type", "status", "actors", "sources", "mentions"];

  function make(board, store, panel, { brief, choose }) {
    const { state } = board;
    let events = [];
    let order = null;
    let sort = { column: "when", down: false };
    let page = 0;

    let sorts = 0;
    /** Sort the events anew; many of them in slices, after which the table is drawn again. */
    function arrange() {
      const mine = ++sorts;
      panel.removeAttribute("aria-busy");
      order = sort.down ? Array.from(events).reverse() : Array.from(events);
      if (sort.column === "when") return;
      if (events.length <= AT_ONCE) {
        const key = keyOf();
        order.sort(comparer(new Map(order.map((i) => [i, key(i)]))));
        return;
      }
      panel.setAttribute("aria-busy", "true");
      (async () => {
        const pause = Pace.pacer();
        const keys = new Map();
        const key = keyOf();
        for (const i of events) {
          keys.set(i, key(i));
          await pause();
          if (mine !== sorts) return;
        }
        const done = await Pace.sort(Array.from(events), comparer(keys), () => mine !== sorts);
        if (mine !== sorts || !done) return;
        order = done;
        panel.removeAttribute("aria-busy");
        if (!panel.hidden) draw();
      })();
    }

    function keyOf() {
      const { columns, meta } = store;
      const names = { actor: meta.actors, source: meta.sources };
      const many = (facet) => (i) => Array.from(Filter.values(columns, facet, i), (k) => names[facet][k]).join(", ");
      return {
        event: brief.title,
        type: (i) => state.say.label("type", meta.types[columns.type[i]]),
        status: (i) => state.say.label("status", meta.statuses[columns.status[i]]),
        actors: many("actor"),
        sources: many("source"),
        mentions: (i) => columns.mentions[i],
      }[sort.column];
    }

    function comparer(keys) {
      const collator = new Intl.Collator(state.say.language);
      const sign = sort.down ? -1 : 1;
      const compare = sort.column === "mentions" ? (a, b) => a - b : collator.compare;
      return (a, b) => sign * compare(keys.get(a), keys.get(b)) || a - b;
    }

    function row(i) {
      const told = brief.brief(i);
      return el(
        "tr",
        { class: `q-${told.quad} s-${told.status}` },
        el("td", { class: "cell-when" }, told.short),
        el(
          "td",
          null,
          el(
            "button",
            { type: "button", class: "linkish", onclick: () => choose(i, { reveal: true }) },
            foreign(told.title),
          ),
        ),
        el("td", null, told.typeLabel),
        el("td", null, told.statusLabel),
        el("td", null, some(told.allActors)),
        el("td", null, some(told.papers)),
        el("td", { class: "cell-number" }, state.say.number(told.mentions)),
      );
    }

    const some = (names) => [
      names.slice(0, NAMED).map((name, k) => [k ? ", " : "", foreign(name)]),
      names.length > NAMED ? ", " + state.say("count.more", { n: state.say.number(names.length - NAMED) }) : null,
    ];

    function draw(all) {
      const say = state.say;
      if (!order) arrange();
      const pages = Math.max(1, Math.ceil(order.length / PAGE));
      page = Math.min(page, pages - 1);
      const now = all ? order : order.slice(page * PAGE, (page + 1) * PAGE);
      const turn = (by) => {
        page += by;
        draw();
        panel.scrollIntoView();
      };
      panel.replaceChildren(
        el(
          "div",
          { class: "table-scroll", tabIndex: 0, role: "region", "aria-label": say("table.caption") },
          el(
            "table",
            null,
            el("caption", null, say("table.caption"), ` (${say.number(order.length)})`),
            el(
              "thead",
              null,
              el(
                "tr",
                null,
                COLUMNS.map((column) =>
                  el(
                    "th",
                    {
                      scope: "col",
                      "aria-sort": sort.column === column ? (sort.down ? "descending" : "ascending") : null,
                    },
                    el(
                      "button",
                      {
                        type: "button",
                        class: "sort",
                        onclick: () => {
                          sort = { column, down: sort.column === column && !sort.down };
                          order = null;
                          page = 0;
                          draw();
                          panel.querySelectorAll("th button")[COLUMNS.indexOf(column)].focus();
                        },
                      },
                      say("table." + column),
                    ),
                  ),
                ),
              ),
            ),
            el(
              "tbody",
              null,
              now.map((i) =>
                all && now.length <= Proof.MOST ? [row(i), Proof.rows(board, store, brief, i, COLUMNS.length)] : row(i),
              ),
            ),
          ),
        ),
        all || pages === 1
          ? ""
          : el(
              "div",
              { class: "pager" },
              el(
                "button",
                { type: "button", class: "plain", disabled: page === 0, onclick: () => turn(-1) },
                say("table.previous"),
              ),
              el("span", null, say("table.page", { page: say.number(page + 1), pages: say.number(pages) })),
              el(
                "button",
                { type: "button", class: "plain", disabled: page >= pages - 1, onclick: () => turn(1) },
                say("table.next"),
              ),
            ),
      );
      hint();
    }

    /** Say at the edge that columns stand beside it. */
    const hint = () => {
      const box = panel.querySelector(".table-scroll");
      if (box) box.classList.toggle("beyond", box.scrollWidth - box.clientWidth - box.scrollLeft > 8);
    };
    panel.addEventListener("scroll", hint, { capture: true, passive: true });

    board.watch(["order", "say", "sheet", "printing"], (changed) => {
      if (changed.has("order") || changed.has("say")) order = null;
      events = state.order;
      if (state.sheet === "table" || changed.has("printing")) draw(state.printing);
    });
  }

  return Object.freeze({ PAGE, make });
})();
