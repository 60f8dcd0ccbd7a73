"use strict";
// The export menu: the filtered events, or the figure, as a file.
const Takeaway = (() => {
  function make(app) {
    /** The events of the list with all that the files say of them: in English, as the command writes them. */
    function full() {
      const say = app.english();
      const speaker = Time.speaker(say, null);
      return Array.from(app.order(), (i) => {
        const event = app.store.event(i);
        const { quad, status, kind } = app.brief(i);
        const type = app.store.meta.types[app.store.columns.type[i]];
        const evidence = event.mentions.map((mention) => {
          const article = app.store.article(mention.article);
          return {
            mention,
            article,
            sentence: article.text.slice(...mention.sentence),
            expression: mention.timex ? article.text.slice(...mention.timex.span) : null,
          };
        });
        return {
          ...event,
          type,
          quad,
          status,
          kind,
          words: speaker.words(...app.time(i)),
          label: say.label("type", type),
          statusLabel: say.label("status", status),
          evidence,
        };
      });
    }

    /** What an image says beside its marks. */
    function words() {
      const { meta } = app.store;
      const [from, to] = app.period();
      const say = app.say();
      const period = app.speaker().range(Math.floor(from), Math.ceil(to) - 1);
      const made = document.querySelector("meta[name=generator]").content;
      return {
        title: meta.title,
        period: `${period} · ${document.getElementById("shown").textContent}`,
        source: say("export.source", { title: made, n: say.count("count.articles", meta.articles) }),
        lanes: app.lanes().map((_, k) => app.laneName(k)),
        classes: meta.quadNames.map((name, k) => [k, say("quad." + name)]).filter(([k]) => meta.quads.includes(k)),
      };
    }

    const forms = {
      csv: ["csv", "text/csv;charset=utf-8", () => Export.csv(full())],
      jsonl: ["jsonl", "application/jsonl;charset=utf-8", () => Export.jsonl(full())],
      ics: ["ics", "text/calendar;charset=utf-8", () => Export.ics(full(), app.store.meta.title)],
      timelinejs: ["timelinejs.json", "application/json", () => Export.timelinejs(full(), app.store.meta.title)],
      markdown: ["md", "text/markdown;charset=utf-8", () => Export.markdown(full(), app.store.meta.title)],
    };

    async function take(form) {
      await app.arrived();
      if (form === "print") return window.print();
      if (forms[form]) {
        const [ending, type, make] = forms[form];
        return Dom.save(`timeline.${ending}`, type, make());
      }
      if (!app.figure().drawn) return undefined;
      const url = await app.figure().image(form, words());
      const blob =
        form === "svg"
          ? new Blob([decodeURIComponent(url.slice(url.indexOf(",") + 1))], { type: "image/svg+xml" })
          : new Blob([Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (c) => c.charCodeAt(0))], {
              type: "image/png",
            });
      return Dom.save(`timeline.${form}`, blob.type, blob);
    }

    return { take };
  }

  return { make };
})();
