"use strict";
// The filters: one menu a facet with its values and how many events each would leave.
const Facets = (() => {
  const { el, foreign } = Dom;
  const LISTED = 200; // values in a menu; the others are found by their name
  const FOUND = 12; // values from which on a menu has a field to find one
  const NAMES = ["country", "actor", "source", "tag"]; // facets whose values are names and not terms
  const TOGETHER = ["country", "actor"]; // of which two can be asked for at once
  const ORDERED = ["status", "quad", "evidence"]; // whose values have an order of their own

  function make(board, { meta }, box, { filtering, go, wide, extent }) {
    const { state } = board;
    const menus = {};

    const label = (facet, k) => {
      const name = State.names(meta, facet)[k];
      return NAMES.includes(facet) ? name : state.say.label(facet, name);
    };

    function choice(facet, k) {
      const count = el("span", { class: "choice-count" });
      const input = el("input", {
        type: "checkbox",
        onchange: (event) => filtering.tick(facet, k, event.target.checked),
      });
      const node = el(
        "label",
        { class: "choice" },
        input,
        facet === "quad" ? Dom.glyph("q-" + meta.quadNames[k], `glyph q-${meta.quadNames[k]}`) : null,
        el("span", { class: "choice-name" }, foreign(label(facet, k))),
        count,
      );
      return { k, node, input, count };
    }

    /** List the values anew, those that are chosen first. */
    function fill(facet) {
      const menu = menus[facet];
      const counts = filtering.counts(facet);
      const chosen = state.filters[facet];
      const wanted = menu.find ? Search.fold(menu.find.value.trim()) : "";
      const values = [];
      for (let k = 0; k < counts.length; k++)
        if ((counts[k] || chosen.includes(k)) && (!wanted || Search.fold(label(facet, k)).includes(wanted)))
          values.push(k);
      values.sort(
        (a, b) =>
          chosen.includes(b) - chosen.includes(a) || (ORDERED.includes(facet) ? a - b : counts[b] - counts[a] || a - b),
      );
      menu.choices = values.slice(0, LISTED).map((k) => choice(facet, k));
      menu.body.replaceChildren(...menu.choices.map(({ node }) => node));
      if (values.length > LISTED)
        menu.body.append(
          el("p", { class: "note" }, state.say("count.more", { n: state.say.number(values.length - LISTED) })),
        );
      count(facet, counts);
    }

    /** Say of the values that are listed how many events each would leave, and whether it is chosen; none moves under the pointer. */
    function count(facet, counts = filtering.counts(facet)) {
      const menu = menus[facet];
      const chosen = state.filters[facet];
      for (const one of menu.choices) {
        one.count.textContent = state.say.number(counts[one.k]);
        one.input.checked = chosen.includes(one.k);
      }
      if (menu.together) menu.together.value = state.filters.together.includes(facet) ? "together" : "any";
    }

    function together(facet) {
      const say = state.say;
      return el(
        "select",
        {
          "aria-label": say("filter." + facet),
          onchange: (event) => filtering.together(facet, event.target.value === "together"),
        },
        ["any", "together"].map((value) => el("option", { value }, say("filter." + value))),
      );
    }

    function facetMenu(facet) {
      const say = state.say;
      const size = State.names(meta, facet).length;
      const find =
        size > FOUND
          ? el("input", {
              type: "search",
              placeholder: say("filter.find"),
              "aria-label": say("filter.find"),
              oninput: () => fill(facet),
            })
          : null;
      const both = TOGETHER.includes(facet) ? together(facet) : null;
      const body = el("div", { class: "choices", role: "group", "aria-label": say("filter." + facet) });
      const badge = el("b", { class: "number", hidden: true });
      const menu = el(
        "details",
        { class: "menu", ontoggle: () => menu.open && fill(facet) },
        el("summary", null, el("span", null, say("filter." + facet)), badge),
        el("div", { class: "menu-body" }, Dom.sheetTop(say("filter." + facet), say("details.close")), both, find, body),
      );
      menus[facet] = { menu, body, find, badge, together: both, choices: [] };
      return size ? menu : "";
    }

    function datesMenu() {
      const say = state.say;
      const field = () => el("input", { type: "date", min: "0001-01-01", max: "9999-12-31", onchange: () => change() });
      const [from, to] = [field(), field()];
      const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("filter.dates.wrong"));
      function change() {
        const days = [Time.fromIso(from.value), Time.fromIso(to.value)];
        const sound = days[0] !== null && days[1] !== null && days[0] <= days[1];
        wrong.hidden = sound || days.includes(null);
        if (sound) go([days[0], days[1] + 1], "set");
      }
      const badge = el("b", { class: "number", hidden: true });
      const menu = el(
        "details",
        { class: "menu" },
        el("summary", null, el("span", null, say("filter.dates")), badge),
        el(
          "div",
          { class: "menu-body" },
          Dom.sheetTop(say("filter.dates"), say("details.close")),
          el("label", { class: "field" }, say("filter.from"), from),
          el("label", { class: "field" }, say("filter.to"), to),
          wrong,
          el("button", { type: "button", class: "plain", onclick: wide }, say("zoom.all")),
        ),
      );
      menus.dates = { menu, badge, from, to };
      return menu;
    }

    function build() {
      box.replaceChildren(...State.FACETS.map(facetMenu), datesMenu());
      show();
    }

    function mark({ badge, menu }, n) {
      badge.hidden = !n;
      badge.textContent = String(n);
      menu.classList.toggle("on", !!n);
    }

    /** Tell on the menus what is chosen. */
    function show() {
      if (!state.ready) return;
      const { filters, period } = state;
      for (const facet of State.FACETS) {
        mark(menus[facet], filters[facet].length);
        if (menus[facet].menu.open) count(facet);
      }
      mark(menus.dates, period ? 1 : 0);
      const days = period ? [Math.floor(period[0]), Math.ceil(period[1]) - 1] : extent();
      // What is being typed is not written over.
      for (const [k, field] of [menus.dates.from, menus.dates.to].entries())
        if (document.activeElement !== field) field.value = days ? Time.toIso(days[k]) : "";
    }

    board.watch(["say", "edits"], build);
    board.watch(["passed", "settled", "ready"], show);
  }

  return Object.freeze({ make });
})();
