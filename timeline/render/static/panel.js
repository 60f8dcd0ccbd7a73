"use strict";
// One event or one bin in the panel, and the article behind it.
const Panel = (() => {
  const { $, el } = Dom;
  const COPIED = 3000; // ms for which a button says that it has copied
  const GROUP = 500; // events of a bin that the panel lists
  const NONE = { i: -1, reveal: false };

  function make(board, store, { filtering, stars, correct, brief: told, tools, focusRow }) {
    const { state } = board;
    const { brief } = told;
    const { meta, columns } = store;
    const idle = Idle.make(board, store, { filtering, stars, brief: told, choose, resting: () => resting });
    let grouped = false; // the events of a bin are shown
    let resting = true; // nothing is shown but what matters most
    let shows = 0; // how often the panel has shown something

    /** @type {(i: number, how?: { reveal?: boolean, focus?: boolean }) => Promise<void>} */
    async function choose(i, { reveal, focus } = {}) {
      if (!Edit.leave(state.say)) return;
      resting = grouped = false;
      const mine = ++shows;
      let event;
      try {
        event = store.event(i);
      } catch {
        await Dom.arrived();
        if (mine !== shows) return;
        event = store.event(i);
      }
      const panel = $("details");
      const b = brief(i);
      const whole = tell(i, event, b);
      panel.scrollTop = 0;
      document.body.classList.add("chosen");
      board.set({ event: event.id, choice: { i, reveal, others: Links.all(links(i)), history: event.history } });
      if (focus && Room.narrow.matches) panel.querySelector("h2").focus();
      $("away").hidden = !!state.shown[i];
      $("live").textContent = `${event.title}, ${b.words}`;
      if (whole) return;
      await Dom.arrived();
      if (mine !== shows) return;
      tell(i, event, b);
    }

    /** What the event hangs together with, of what the filters leave. */
    const links = (i) => Links.of(columns, state.passed, i);

    /** Fill the panel; false where an article that tells of the event has not arrived. */
    function tell(i, event, view) {
      const panel = $("details");
      let whole = true;
      const article = (number) => {
        try {
          return store.article(number);
        } catch {
          whole = false;
          return null;
        }
      };
      const active = panel.contains(document.activeElement) ? document.activeElement : null;
      const label = active && active.getAttribute("aria-label");
      Details.show(panel, event, view, {
        say: state.say,
        speaker: state.speaker,
        article,
        links: links(i),
        brief,
        codes: meta.codes,
        starred: stars.has(i),
        onStar: () => {
          stars.toggle(i);
          choose(i, {});
        },
        rules: meta.rules,
        onChoose: (other) => choose(other, { reveal: true }),
        onArticle: openArticle,
        onClose: () => close(),
        onStep: step,
        onCopy: (click) => copy(click.target),
        isOnly: (name) => filtering.isOnly("actor", [meta.actors.indexOf(name)]),
        onOnly: (name) => filtering.only("actor", [meta.actors.indexOf(name)]),
        amend: tools(i, event, panel),
      });
      // Focus stays in the panel: on the same tool where there is one, else on the title.
      if (active)
        (
          (label && panel.querySelector(`button[aria-label="${CSS.escape(label)}"]`)) ||
          panel.querySelector("h2")
        ).focus({ preventScroll: true });
      return whole;
    }

    function close() {
      const last = state.choice.i;
      shows++;
      document.body.classList.remove("chosen");
      board.set({ event: null, choice: NONE });
      grouped = false;
      resting = true;
      idle.show();
      if (last >= 0 && state.sheet !== "table") focusRow(last);
      else if (last < 0) $("plot").focus({ preventScroll: true });
    }

    function step(by) {
      const { order } = state;
      if (!order.length) return;
      const here = Array.prototype.indexOf.call(order, state.choice.i);
      const place = here < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, here + by));
      choose(order[place], { reveal: true });
    }

    async function showBin(bin) {
      const found = told.inBin(bin);
      if (found.length === 1) {
        await choose(found[0], { reveal: true });
        return;
      }
      if (!Edit.leave(state.say)) return;
      const mine = ++shows;
      resting = false;
      grouped = true;
      const briefs = found.slice(0, GROUP).map(brief);
      Details.group($("details"), `${told.laneName(bin.lane)}: ${told.binWords(bin)}`, briefs, {
        say: state.say,
        onChoose: (i) => choose(i, { reveal: true }),
        onClose: close,
        rest: found.slice(GROUP),
        brief,
      });
      document.body.classList.add("chosen");
      $("live").textContent = told.binWords(bin);
      if (!briefs.some((brief) => brief.waits)) return;
      await Dom.arrived();
      if (mine === shows) showBin(bin);
    }

    async function openArticle(number, mention) {
      await Dom.arrived();
      const events = [];
      for (let i = 0; i < columns.n; i++) {
        if (correct.hidden.has(i) || (columns.flags[i] & Filter.MINOR && !state.filters.minor && i !== state.choice.i))
          continue;
        // Only events of this article's source can stand in it; their chunks alone are read.
        if (!told.names("source", i).includes(sourceOf(number))) continue;
        for (const m of store.event(i).mentions)
          if (m.article === number)
            events.push({ i, title: store.title(i), short: state.speaker.short(...told.time(i)), mention: m });
      }
      Article.open($("article"), store.article(number), events, mention, {
        say: state.say,
        speaker: state.speaker,
        onChoose: (i) => choose(i, { reveal: true }),
      });
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
      button.textContent = state.say("details.copied");
      setTimeout(() => {
        button.textContent = state.say("details.copy");
      }, COPIED);
    }

    /** No event is chosen, and the panel is for something else. */
    function blank() {
      shows++;
      resting = grouped = false;
      board.set({ event: null, choice: NONE });
      return true;
    }

    /** After other filters or another window: what matters most may be something else, and a group is no more what it was. */
    function refresh() {
      if (!state.ready) return;
      if (grouped) close();
      if (resting) idle.show();
      const away = $("away");
      if (away) away.hidden = state.choice.i < 0 || !!state.shown[state.choice.i];
    }

    board.watch(["order", "starred", "ready"], refresh);
    board.watch(["say"], () => (state.choice.i < 0 ? refresh() : choose(state.choice.i, {})));

    return { choose, close, step, showBin, refresh, blank };
  }

  return Object.freeze({ NONE, make });
})();
