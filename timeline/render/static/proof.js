"use strict";
// On paper: below each row of the table the sentences that tell of the event, with source, address and reason.
const Proof = (() => {
  const { el, foreign, web } = Dom;
  const REPORTS = 5; // of one event
  const MOST = 2000; // events: the sentences of more would be a book

  /** The events that one hangs together with; those before and after it are looked for among not too many. */
  function together({ say, passed }, { columns }, { brief, title }, i) {
    const told = (key, others) =>
      others.length
        ? [
            el(
              "p",
              null,
              `${say("links." + key)}: `,
              others.map((other, k) => [k ? "; " : "", `${brief(other).short} `, foreign(title(other))]),
            ),
          ]
        : [];
    return Object.entries(Links.of(columns, passed, i, columns.n <= MOST)).flatMap(([key, found]) =>
      told(
        key,
        [found].flat().filter((other) => other !== Links.NONE),
      ),
    );
  }

  /** The reports of an event as a row of the table; empty where it has none or its articles have not arrived. */
  function rows({ state }, store, brief, i, columns) {
    const { say, speaker } = state;
    let event;
    let reports;
    try {
      event = store.event(i);
      reports = event.mentions.slice(0, REPORTS).map((mention) => [mention, store.article(mention.article)]);
    } catch {
      return [];
    }
    const parts = [
      ...event.history.map((stage) => el("p", null, Stages.words(stage, { say, speaker }))),
      ...reports.map(([mention, article], k) => {
        const dated = Details.articleDay(article, { say, speaker });
        return el(
          "p",
          null,
          reports.length > 1 ? `${say.number(k + 1)}. ` : null,
          el(
            "q",
            { lang: article.language || null, dir: "auto" },
            article.text.slice(...mention.sentence).replace(/\s+/g, " "),
          ),
          " ",
          [article.title || article.path || article.id, article.source, dated, article.url && web(article.url)]
            .filter(Boolean)
            .map((part, k) => [k ? " · " : "", foreign(part)]),
          mention.reason ? [". ", el("span", { lang: "en" }, Reasons.plain(mention.reason, speaker))] : null,
          mention.joined && mention.joined.mention < REPORTS ? [". ", Stages.why(mention, (at) => at + 1, say)] : null,
        );
      }),
      event.mentions.length > REPORTS
        ? el("p", null, say("count.more", { n: say.number(event.mentions.length - REPORTS) }))
        : null,
      ...together(state, store, brief, i),
    ].filter(Boolean);
    return parts.length ? [el("tr", { class: "proof" }, el("td", { colSpan: columns }, parts))] : [];
  }

  return Object.freeze({ MOST, rows });
})();
