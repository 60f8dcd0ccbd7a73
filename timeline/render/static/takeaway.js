"use strict";
// The export menu: the filtered events, or the figure, as a file.
const Takeaway = (() => {
  function make({ state }, store, { figure, brief, english }) {
    const { meta, columns } = store;
    /** The events of the list with all that the files say of them: in English, as the command writes them. */
    function full() {
      const say = english();
      const speaker = Time.speaker(say, null);
      return Array.from(state.order, (i) => {
        const event = store.event(i);
        const { quad, status, kind } = brief.brief(i);
        const type = meta.types[columns.type[i]];
        const evidence = event.mentions.map((mention) => {
          const article = store.article(mention.article);
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
          words: speaker.words(...brief.time(i)),
          label: say.label("type", type),
          statusLabel: say.label("status", status),
          evidence,
        };
      });
    }

    /** What an image says beside its marks. */
    function words() {
      const [from, to] = state.window;
      const say = state.say;
      const period = state.speaker.range(Math.floor(from), Math.ceil(to) - 1);
      const made = document.querySelector("meta[name=generator]").getAttribute("content");
      return {
        title: meta.title,
        period: `${period} · ${document.getElementById("shown").textContent}`,
        source: say("export.source", { title: made, n: say.count("count.articles", meta.articles) }),
        lanes: state.laid.lanes.map((_, k) => brief.laneName(k)),
        classes: meta.quadNames.map((name, k) => [k, say("quad." + name)]).filter(([k]) => meta.quads.includes(k)),
      };
    }

    const forms = {
      csv: ["csv", "text/csv;charset=utf-8", () => Export.csv(full())],
      jsonl: ["jsonl", "application/jsonl;charset=utf-8", () => Export.jsonl(full())],
      ics: ["ics", "text/calendar;charset=utf-8", () => Export.ics(full(), meta.title)],
      timelinejs: ["timelinejs.json", "application/json", () => Export.timelinejs(full(), meta.title)],
      markdown: ["md", "text/markdown;charset=utf-8", () => Export.markdown(full(), meta.title)],
    };

    async function take(form) {
      await Dom.arrived();
      if (form === "print") return window.print();
      if (forms[form]) {
        const [ending, type, make] = forms[form];
        return Dom.save(`timeline.${ending}`, type, make());
      }
      if (!figure.drawn) return undefined;
      const url = await figure.image(form, words(), +Dom.$("image-width").value);
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

  return Object.freeze({ make });
})();
