"use strict";
// The filters: one menu a facet with its values and how many events each would leave.
const Facets = (() => {
  const { $, el, foreign } = Dom;
  const LISTED = 200; // values in a menu; the others are found by their name

  function make(box, app) {
    const menus = {};
    const { meta } = app.store;

    const label = (facet, k) => {
      const name = State.names(meta, facet)[k];
      return facet === "actor" || facet === "source" ? name : app.say().label(facet, name);
    };

    function fill(facet) {
      const { body, find } = menus[facet];
      const counts = app.counts(facet);
      const chosen = app.filters()[facet];
      const wanted = find ? Search.fold(find.value.trim()) : "";
      const values = [];
      for (let k = 0; k < counts.length; k++)
        if ((counts[k] || chosen.includes(k)) && (!wanted || Search.fold(label(facet, k)).includes(wanted))) values.push(k);
      values.sort((a, b) => chosen.includes(b) - chosen.includes(a) || (facet === "status" || facet === "quad" ? a - b : counts[b] - counts[a] || a - b));
      body.replaceChildren(...values.slice(0, LISTED).map((k) => el("label", { class: "choice" },
        el("input", { type: "checkbox", checked: chosen.includes(k), onchange: (event) => app.onFilter(facet, k, event.target.checked) }),
        facet === "quad" ? Dom.glyph("q-" + meta.quadNames[k], `glyph q-${meta.quadNames[k]}`) : null,
        el("span", { class: "choice-name" }, foreign(label(facet, k))), el("span", { class: "choice-count" }, app.say().number(counts[k])))));
      if (values.length > LISTED) body.append(el("p", { class: "note" }, app.say()("count.more", { n: app.say().number(values.length - LISTED) })));
    }

    function build() {
      const say = app.say();
      box.replaceChildren();
      for (const facet of State.FACETS) {
        const size = State.names(meta, facet).length;
        const find = size > 12 ? el("input", { type: "search", placeholder: say("filter.find"), "aria-label": say("filter.find"), oninput: () => fill(facet) }) : null;
        const body = el("div", { class: "choices", role: "group", "aria-label": say("filter." + facet) });
        const title = el("span", null, say("filter." + facet));
        const badge = el("b", { class: "number", hidden: true });
        const menu = el("details", { class: "menu", ontoggle: () => menu.open && fill(facet) }, el("summary", null, title, badge), el("div", { class: "menu-body" }, find, body));
        menus[facet] = { menu, body, find, badge };
        box.append(menu);
      }
      const from = el("input", { type: "date", min: "0001-01-01", max: "9999-12-31" });
      const to = el("input", { type: "date", min: "0001-01-01", max: "9999-12-31" });
      const change = () => {
        const days = [Time.fromIso(from.value), Time.fromIso(to.value)];
        const sound = days[0] !== null && days[1] !== null && days[0] <= days[1];
        wrong.hidden = sound || days.includes(null);
        if (sound) app.onPeriod([days[0], days[1] + 1], "set");
      };
      const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("filter.dates.wrong"));
      from.addEventListener("change", change);
      to.addEventListener("change", change);
      const badge = el("b", { class: "number", hidden: true });
      const dates = el("details", { class: "menu" }, el("summary", null, el("span", null, say("filter.dates")), badge), el("div", { class: "menu-body" },
        el("label", { class: "field" }, say("filter.from"), from), el("label", { class: "field" }, say("filter.to"), to), wrong,
        el("button", { type: "button", class: "plain", onclick: app.onAll }, say("zoom.all"))));
      menus.dates = { menu: dates, badge, from, to };
      box.append(dates);
      show();
    }

    /** Tell on the menus what is chosen. */
    function show() {
      const filters = app.filters();
      for (const facet of State.FACETS) {
        const { badge, menu } = menus[facet];
        badge.hidden = !filters[facet].length;
        badge.textContent = String(filters[facet].length);
        menu.classList.toggle("on", !!filters[facet].length);
        if (menu.open) fill(facet);
      }
      const period = app.state.period;
      menus.dates.badge.hidden = !period;
      menus.dates.badge.textContent = "1";
      menus.dates.menu.classList.toggle("on", !!period);
      const extent = app.extent();
      const days = period ? [Math.floor(period[0]), Math.ceil(period[1]) - 1] : extent;
      // What is being typed is not written over.
      for (const [k, field] of [menus.dates.from, menus.dates.to].entries()) if (document.activeElement !== field) field.value = days ? Time.toIso(days[k]) : "";
    }

    document.addEventListener("click", (event) => {
      for (const menu of document.querySelectorAll("details.menu[open]")) if (!event.composedPath().includes(menu)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      const open = event.key === "Escape" && document.querySelector("details.menu[open]");
      if (!open) return;
      event.stopPropagation();
      open.open = false;
      open.querySelector("summary").focus();
    }, true);

    return { build, show };
  }

  return { make };
})();
