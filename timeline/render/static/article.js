"use strict";
// The whole article with every date expression and every event marked, both of which can be chosen.
const Article = (() => {
  const { el, foreign, web, link } = Dom;

  /**
   * Cut a text at all spans: pieces that know every expression and event they belong to.
   * ``spans``: {start, end, role, key}; of those that overlap, a piece carries all.
   */
  function cut(start, end, spans) {
    const cuts = new Set([start, end]);
    for (const span of spans)
      for (const place of [span.start, span.end]) if (place > start && place < end) cuts.add(place);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, k) => ({
      start: from,
      end: places[k + 1],
      spans: spans.filter((span) => span.start <= from && from < span.end),
    }));
  }

  /** Open the article; ``events``: [{i, title, short, mention}] that it reports, ``at``: the mention to show first. */
  function open(dialog, article, events, at, { say, speaker, onChoose }) {
    const value = (timex) => {
      if (timex.low === null && timex.high === null)
        return [timex.value, say("article.unresolved")].filter(Boolean).join(", ");
      return Details.kindWords(
        { span: false, low: timex.low, high: timex.high, inner: [timex.high, timex.low] },
        speaker,
      );
    };
    const note = el("p", { class: "article-note", role: "status" }, say("article.hint"));
    const spans = [
      ...article.timexes.map((timex) => ({ start: timex.start, end: timex.end, role: "timex", timex })),
      ...events.map((event) => ({
        start: event.mention.trigger[0],
        end: event.mention.trigger[1],
        role: "trigger",
        event,
      })),
    ];
    // An expression that dates an event is known even where the article's own list lacks it.
    for (const { mention } of events)
      if (mention.timex && !article.timexes.some((timex) => timex.start === mention.timex.span[0]))
        spans.push({
          start: mention.timex.span[0],
          end: mention.timex.span[1],
          role: "timex",
          timex: {
            value: mention.timex.value,
            rule: mention.timex.rule,
            low: mention.time.low,
            high: mention.time.high,
          },
        });
    const choose = (span) => {
      if (span.event) {
        dialog.close();
        onChoose(span.event.i);
      } else
        note.textContent = `“${article.text.slice(span.start, span.end)}”: ${value(span.timex)} (${say("article.rule", { rule: span.timex.rule })})`;
    };
    const piece = ({ start, end, spans: own }) => {
      const text = article.text.slice(start, end);
      if (!own.length) return text;
      const event = own.find((span) => span.role === "trigger");
      const span = event || own[0];
      const here = at && event && event.event.mention.trigger[0] === at.trigger[0];
      return el(
        "button",
        {
          type: "button",
          class: `mark ${span.role}${here ? " here" : ""}`,
          onclick: () => choose(span),
          title: span.event ? `${span.event.short}: ${span.event.title}` : value(span.timex),
        },
        text,
      );
    };
    const blocks = article.blocks.length ? article.blocks : [{ kind: "body", start: 0, end: article.text.length }];
    const body = blocks.map((block) =>
      el(
        "p",
        { class: "block " + block.kind, dir: "auto" },
        cut(
          block.start,
          block.end,
          spans.filter((span) => span.start < block.end && span.end > block.start),
        ).map(piece),
      ),
    );
    const original = article.url ? web(article.url) : null;
    const dated = Details.articleDay(article, { say, speaker });
    dialog.replaceChildren(
      el(
        "div",
        { class: "article-frame" },
        el(
          "div",
          { class: "article-head" },
          el(
            "div",
            null,
            el("p", { class: "kicker" }, say("article.label")),
            el("h2", { id: "article-title" }, foreign(article.title || article.path || article.id)),
            el(
              "p",
              { class: "from" },
              article.source ? [foreign(article.source), " · "] : null,
              dated || say("details.article.undated"),
              original ? [" · ", link(original, say("details.original"))] : null,
            ),
            (dated || article.claims.length) &&
              el(
                "details",
                { class: "note found" },
                el("summary", null, say("article.claims")),
                dated ? el("p", { lang: "en" }, article.dct.evidence) : null,
                el(
                  "ul",
                  null,
                  article.claims.map((claim) => el("li", { lang: "en" }, foreign(claim.evidence))),
                ),
              ),
          ),
          el("button", { type: "button", class: "plain", onclick: () => dialog.close() }, say("details.close")),
        ),
        note,
        el(
          "div",
          { class: "article-columns" },
          el("div", { class: "article-text", lang: article.language || null }, body),
          el(
            "div",
            { class: "article-side" },
            el("h3", null, say("article.events")),
            el(
              "ol",
              { class: "group" },
              events
                .filter((event, k) => events.findIndex((other) => other.i === event.i) === k)
                .map((event) =>
                  el(
                    "li",
                    null,
                    el(
                      "button",
                      { type: "button", onclick: () => choose({ event }) },
                      el("span", { class: "row-when" }, event.short),
                      " ",
                      foreign(event.title),
                    ),
                  ),
                ),
            ),
            article.timexes.length
              ? [
                  el("h3", null, say("article.dates")),
                  el(
                    "ol",
                    { class: "group" },
                    article.timexes.map((timex) =>
                      el(
                        "li",
                        null,
                        el("span", { class: "timex-text" }, foreign(article.text.slice(timex.start, timex.end))),
                        el("span", { class: "row-when" }, value(timex)),
                      ),
                    ),
                  ),
                ]
              : null,
          ),
        ),
      ),
    );
    dialog.showModal();
    const here = dialog.querySelector(".here");
    if (here) {
      here.scrollIntoView({ block: "center" });
      here.focus();
    }
  }

  return Object.freeze({ cut, open });
})();
