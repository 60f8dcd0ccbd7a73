"use strict";
// One event or one bin in the panel, and the article behind it.
const Panel = (() => {
  const { $, el } = Dom;
  const COPIED = 3000; // ms for which a button says that it has copied
  const GROUP = 500; // events of a bin that the panel lists

  function make(app) {
    const { store } = app;
    const { meta, columns } = store;
    const idle = Idle.make(app);
    let chosen = -1;
    let grouped = false; // the events of a bin are shown
    let resting = true; // nothing is shown but what matters most
    let shows = 0; // how often the panel has shown something

    async function choose(i, { reveal, focus } = {}) {
      if (!app.leave()) return;
      chosen = i;
      resting = grouped = false;
      const mine = ++shows;
      let event;
      try {
        event = store.event(i);
      } catch {
        await app.arrived();
        if (mine !== shows) return;
        event = store.event(i);
      }
      const panel = $("details");
      const b = app.brief(i);
      const whole = tell(i, event, b);
      panel.scrollTop = 0;
      document.body.classList.add("chosen");
      app.state.event = event.id;
      app.figure().choose(i, Links.all(links(i)), event.history);
      app.remember();
      app.rows().choose(i, reveal);
      if (focus && Room.narrow.matches) panel.querySelector("h2").focus();
      $("away").hidden = !!app.shown()[i];
      $("live").textContent = `${event.title}, ${b.words}`;
      if (whole) return;
      await app.arrived();
      if (mine !== shows) return;
      tell(i, event, b);
    }

    /** What the event hangs together with, of what the filters leave. */
    const links = (i) => Links.of(columns, app.passed(), i);

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
        say: app.say(),
        speaker: app.speaker(),
        article,
        links: links(i),
        brief: app.brief,
        codes: meta.codes,
        starred: app.stars().has(i),
        onStar: () => {
          app.stars().toggle(i);
          choose(i, {});
        },
        rules: meta.rules,
        onChoose: (other) => choose(other, { reveal: true }),
        onArticle: openArticle,
        onClose: () => close(),
        onStep: step,
        onCopy: (click) => copy(click.target),
        isOnly: (name) => app.isOnly("actor", [meta.actors.indexOf(name)]),
        onOnly: (name) => app.only("actor", [meta.actors.indexOf(name)]),
        amend: app.amend().tools(i, event, panel),
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
      const last = chosen;
      chosen = -1;
      shows++;
      app.state.event = null;
      document.body.classList.remove("chosen");
      app.figure().choose(-1);
      app.rows().choose(-1, false);
      grouped = false;
      resting = true;
      idle.show();
      app.remember();
      if (last >= 0 && app.view() !== "table") app.rows().focus(last);
      else if (last < 0) $("plot").focus({ preventScroll: true });
    }

    function step(by) {
      if (!app.order().length) return;
      const here = Array.prototype.indexOf.call(app.order(), chosen);
      const place =
        here < 0 ? (by > 0 ? 0 : app.order().length - 1) : Math.max(0, Math.min(app.order().length - 1, here + by));
      choose(app.order()[place], { reveal: true });
    }

    /** The events of a lane that can lie in the days of a bin. */
    function inBin(bin) {
      const found = [];
      const lanes = app.laid();
      for (let i = 0; i < columns.n; i++) {
        if (!app.shown()[i] || !Filter.touches(columns, i, [bin.low, bin.high + 1])) continue;
        for (let k = lanes.starts[i]; k < lanes.starts[i + 1]; k++) if (lanes.items[k] === bin.lane) found.push(i);
      }
      return found;
    }

    async function showBin(bin) {
      const found = inBin(bin);
      if (found.length === 1) {
        await choose(found[0], { reveal: true });
        return;
      }
      if (!app.leave()) return;
      const mine = ++shows;
      resting = false;
      grouped = true;
      const briefs = found.slice(0, GROUP).map(app.brief);
      Details.group($("details"), `${app.laneName(bin.lane)}: ${app.binWords(bin)}`, briefs, {
        say: app.say(),
        onChoose: (i) => choose(i, { reveal: true }),
        onClose: close,
        rest: found.slice(GROUP),
        brief: app.brief,
      });
      document.body.classList.add("chosen");
      $("live").textContent = app.binWords(bin);
      if (!briefs.some((brief) => brief.waits)) return;
      await app.arrived();
      if (mine === shows) showBin(bin);
    }

    async function openArticle(number, event, mention) {
      await app.arrived();
      const events = [];
      for (let i = 0; i < columns.n; i++) {
        if (
          app.amend().correct.hidden.has(i) ||
          (columns.flags[i] & Filter.MINOR && !app.filters().minor && i !== chosen)
        )
          continue;
        // Only events of this article's source can stand in it; their chunks alone are read.
        if (!app.names("source", i).includes(sourceOf(number))) continue;
        for (const m of store.event(i).mentions)
          if (m.article === number)
            events.push({ i, title: store.title(i), short: app.speaker().short(...app.time(i)), mention: m });
      }
      Article.open($("article"), store.article(number), events, mention, {
        say: app.say(),
        speaker: app.speaker(),
        onChoose: (i) => choose(i, { reveal: true }),
      });
    }

    const sourceOf = (number) => {
      const article = store.article(number);
      return article.source || article.title || article.path || article.id;
    };

    async function copy(button) {
      const link = location.href.split("#")[0] + "#" + State.format(app.state, meta, Time.toIso);
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
      button.textContent = app.say()("details.copied");
      setTimeout(() => {
        button.textContent = app.say()("details.copy");
      }, COPIED);
    }

    /** No event is chosen, and the panel is for something else. */
    function blank() {
      shows++;
      chosen = -1;
      resting = grouped = false;
      app.state.event = null;
      app.figure().choose(-1);
      app.rows().choose(-1, false);
      return true;
    }

    /** After other filters or another window: what matters most may be something else, and a group is no more what it was. */
    function refresh() {
      if (grouped) close();
      if (resting) idle.show();
      const away = $("away");
      if (away) away.hidden = chosen < 0 || !!app.shown()[chosen];
    }

    return { choose, close, step, inBin, showBin, refresh, chosen: () => chosen, resting: () => resting, blank };
  }

  return { make };
})();
