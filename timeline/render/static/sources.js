"use strict";
// The articles that tell of an event, and which of them copy one another: opened in the panel where it is asked for.
const Sources = (() => {
  const { el, foreign } = Dom;

  /** The articles of an event's reports, each with its first report, in the order in which a build counts them. */
  function articles(event, article) {
    const found = new Map();
    for (const mention of event.mentions)
      if (!found.has(mention.article)) found.set(mention.article, { mention, article: article(mention.article) });
    const day = ({ article: { dct } }) => dct.low ?? Time.fromIso((dct.value || "").slice(0, 10)) ?? Infinity;
    const id = (one) => one.article.id;
    return [...found.values()].sort((a, b) => (day(a) === day(b) ? (id(a) < id(b) ? -1 : 1) : day(a) - day(b)));
  }

  const name = (article) => article.title || article.path || article.id;

  /** An article: its title, which opens it, its paper and day, and of which other one it is a copy. */
  function row({ mention, article }, tools) {
    const { say, speaker, onArticle } = tools;
    const original = mention.copyOf === null ? null : tools.article(mention.copyOf);
    const about = [
      article.source ? foreign(article.source) : null,
      Details.articleDay(article, { say, speaker }) || say("details.article.undated"),
    ];
    return el(
      "li",
      null,
      el(
        "button",
        { type: "button", class: "linkish", onclick: () => onArticle(mention.article, mention) },
        foreign(name(article)),
      ),
      el(
        "small",
        null,
        about.filter(Boolean).map((part) => [" · ", part]),
      ),
      original
        ? el("small", { class: "copy" }, say("sources.copy", { name: original.source || name(original) }))
        : null,
    );
  }

  /** How many articles tell of an event. */
  const count = (event) => new Set(event.mentions.map((mention) => mention.article)).size;

  /** How many sources there are, and why the other articles are none. */
  function summary(all, { sources, severalLabel }, say) {
    const rest = all - sources;
    return rest > 0
      ? say.count("sources.copies", rest, { sources: severalLabel, all: say.number(all) })
      : say("sources.no_copies", { sources: severalLabel });
  }

  /** The part of the panel that says what counts as a source, and opens to all of them; nothing for one article alone. */
  function section(event, view, tools) {
    const { say } = tools;
    const all = count(event);
    if (all < 2) return [];
    const list = el("ol");
    const fold = el("details", { class: "sources" }, el("summary", null, summary(all, view, say)), list);
    fold.addEventListener(
      "toggle",
      async () => {
        await Dom.arrived();
        list.append(...articles(event, tools.article).map((one) => row(one, tools)));
      },
      { once: true },
    );
    return [fold];
  }

  return Object.freeze({ count, section });
})();
