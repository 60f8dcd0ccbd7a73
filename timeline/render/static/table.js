"use strict";
// The same events as a table: sorted by any column, a page at a time.
const Table = (() => {
  const { el, foreign } = Dom;
  const PAGE = 100;
  const COLUMNS = ["when", "event", "type", "status", "actors", "sources"];

  function make(panel, app) {
    let events = [];
    let order = null;
    let sort = { column: "when", down: false };
    let page = 0;

    function sorted() {
      const { columns, meta } = app.store;
      if (sort.column === "when") return sort.down ? Array.from(events).reverse() : Array.from(events);
      const collator = new Intl.Collator(app.say().language);
      const names = { actor: meta.actors, source: meta.sources };
      const many = (facet) => (i) => Array.from(Filter.values(columns, facet, i), (k) => names[facet][k]).join(", ");
      const key = { event: app.title, type: (i) => app.say().label("type", meta.types[columns.type[i]]), status: (i) => app.say().label("status", meta.statuses[columns.status[i]]), actors: many("actor"), sources: many("source") }[sort.column];
      const keys = new Map(Array.from(events, (i) => [i, key(i)]));
      const sign = sort.down ? -1 : 1;
      return Array.from(events).sort((a, b) => sign * collator.compare(keys.get(a), keys.get(b)) || a - b);
    }

    function row(i, whole) {
      const brief = app.brief(i, whole);
      return el("tr", { class: `q-${brief.quad} s-${brief.status}` },
        el("td", { class: "cell-when" }, brief.short),
        el("td", null, el("button", { type: "button", class: "linkish", onclick: () => app.onChoose(i) }, foreign(brief.title))),
        el("td", null, brief.typeLabel), el("td", null, brief.statusLabel),
        el("td", null, brief.allActors.map((name, k) => [k ? ", " : "", foreign(name)])),
        el("td", null, brief.sources.map((name, k) => [k ? ", " : "", foreign(name)])));
    }

    function draw(all) {
      const say = app.say();
      if (!order) order = sorted();
      const pages = Math.max(1, Math.ceil(order.length / PAGE));
      page = Math.min(page, pages - 1);
      const some = all ? order : order.slice(page * PAGE, (page + 1) * PAGE);
      const turn = (by) => {
        page += by;
        draw();
        panel.scrollIntoView();
      };
      panel.replaceChildren(
        el("div", { class: "table-scroll", tabIndex: 0, role: "region", "aria-label": say("table.caption") }, el("table", null,
          el("caption", null, say("table.caption"), ` (${say.number(order.length)})`),
          el("thead", null, el("tr", null, COLUMNS.map((column) => el("th", { scope: "col", "aria-sort": sort.column === column ? (sort.down ? "descending" : "ascending") : null },
            el("button", {
              type: "button", class: "sort", onclick: () => {
                sort = { column, down: sort.column === column && !sort.down };
                order = null;
                page = 0;
                draw();
                panel.querySelectorAll("th button")[COLUMNS.indexOf(column)].focus();
              },
            }, say("table." + column)))))),
          el("tbody", null, some.map((i) => row(i))))),
        all || pages === 1 ? "" : el("div", { class: "pager" },
          el("button", { type: "button", class: "plain", disabled: page === 0, onclick: () => turn(-1) }, say("table.previous")),
          el("span", null, say("table.page", { page: say.number(page + 1), pages: say.number(pages) })),
          el("button", { type: "button", class: "plain", disabled: page >= pages - 1, onclick: () => turn(1) }, say("table.next"))));
    }

    return {
      set(next) {
        events = next;
        order = null;
        if (!panel.hidden) draw();
      },
      draw,
    };
  }

  return { PAGE, make };
})();
