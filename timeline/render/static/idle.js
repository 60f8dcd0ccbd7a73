"use strict";
// The panel while nothing is chosen: what matters most in the window, and how to read the figure.
const Idle = (() => {
  const { $, el } = Dom;
  const KEY = 10; // events named

  function make({ state }, store, { filtering, stars, brief, choose, resting }) {
    const shows = { state, filtering };
    let open = false; // whether the legend was opened

    let asked = 0;
    async function show() {
      const mine = ++asked;
      const events = filtering.best(KEY);
      // Events that stand far from each other in the page are read between which it answers.
      if (events.some((i) => brief.titleNow(i) === null) && !(await brief.readTitles(events, () => mine !== asked)))
        return;
      if (resting()) fill(events);
    }

    function fill(events) {
      const say = state.say;
      const panel = $("details");
      const focused =
        panel.contains(document.activeElement) && document.activeElement.closest("li")
          ? [...panel.querySelectorAll("button")].indexOf(document.activeElement)
          : -1;
      const views = events.map(brief.brief);
      const balances = el("section", { class: "balances" });
      panel.replaceChildren(
        el("p", { class: "hint" }, say("details.empty")),
        Legend.classes(shows, store),
        views.length ? el("h2", { class: "legend-title" }, say("key.title")) : "",
        Details.listed(views, (i) => choose(i, { reveal: true })),
        ...Stars.section(stars, { say, brief: brief.brief, onChoose: (i) => choose(i, { reveal: true }) }),
        balances,
        el(
          "details",
          {
            class: "found",
            open,
            ontoggle: (event) => {
              open = event.target.open;
            },
          },
          el("summary", null, say("legend.marks")),
          Legend.marks(say),
        ),
      );
      Balance.fill(balances, shows, store);
      if (focused >= 0) (panel.querySelectorAll("button")[focused] || panel).focus();
    }

    return { show };
  }

  return Object.freeze({ make });
})();
