"use strict";
// The details of one event: when, why then, and every report with its words marked.
const Details = (() => {
  const { el, glyph, foreign, web, link } = Dom;
  const MADE = ["added", "mention", "same_as"]; // how an event came to be, by a reader's word
  const REPORTS = 5; // shown at first, of an event that hundreds report
  const CROWD = 40; // parties shown at first
  const NEAR = 60; // letters shown around an expression that stands elsewhere
  const BRIEF = 80; // letters of evidence that need not be opened

  /** Cut text[start, end) at spans [start, end, role]; later spans win. */
  function pieces(text, start, end, spans) {
    const cuts = new Set([start, end]);
    for (const [from, to] of spans) for (const place of [from, to]) if (place > start && place < end) cuts.add(place);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, k) => {
      let role = null;
      for (const [a, b, name] of spans) if (a <= from && from < b) role = name;
      return { text: text.slice(from, places[k + 1]), role };
    });
  }

  /** The paragraph around a span: its block of the article. */
  function paragraph(article, [start, end]) {
    const block = article.blocks.find((b) => b.start <= start && start < b.end);
    return block ? [Math.min(block.start, start), Math.max(block.end, end)] : [start, end];
  }

  /** The article's day in words, with the days between which it lies where it was inferred; null where none is known. */
  function articleDay(article, { say, speaker }) {
    const { value, low, high } = article.dct;
    if (low !== null && low === high) return speaker.day(low);
    const best = value ? Time.fromIso(value.slice(0, 10)) : null;
    const between =
      low === null && high === null ? null : kindWords({ span: false, low, high, inner: [high, low] }, speaker);
    if (best === null) return between;
    return between ? say("details.article.inferred", { day: speaker.day(best), between }) : speaker.day(best);
  }

  const sentence = (say) => (text) => text.slice(0, 1).toLocaleUpperCase(say.language) + text.slice(1);

  /** A report; without its words while the page is still arriving. */
  function report(mention, article, { say, speaker, onArticle, onSplit, differs, number, joined, rule, above }) {
    if (!article)
      return el(
        "li",
        { class: "report" },
        number,
        Reasons.paragraphs(mention, rule, null, { say, speaker }).slice(+above),
        el("p", { class: "note" }, say("details.late")),
      );
    const [from, to] = paragraph(article, mention.sentence);
    const spans = [];
    const behind = mention.timex ? null : article.timexes.find((timex) => timex.start === mention.root);
    if (mention.timex) spans.push([...mention.timex.span, "timex"]);
    if (behind) spans.push([behind.start, behind.end, "timex"]);
    spans.push([...mention.trigger, "trigger"]);
    const expression = mention.timex ? mention.timex.span : behind ? [behind.start, behind.end] : null;
    const inside = (text) => (text.role ? el("mark", { class: text.role }, text.text) : text.text);
    const quote = (a, b) => pieces(article.text, a, b, spans).map(inside);
    const dated = articleDay(article, { say, speaker });
    const original = article.url ? web(article.url) : null;
    return el(
      "li",
      { class: "report" },
      number,
      el(
        "blockquote",
        { lang: article.language || null },
        el(
          "p",
          { dir: "auto" },
          el("span", { class: "around" }, article.text.slice(from, mention.sentence[0])),
          el("span", { class: "said" }, quote(...mention.sentence)),
          el("span", { class: "around" }, article.text.slice(mention.sentence[1], to)),
        ),
      ),
      Reasons.paragraphs(mention, rule, expression && article.text.slice(...expression), { say, speaker }).slice(
        +above,
      ),
      behind && (behind.start < from || behind.start >= to)
        ? el("p", { class: "root" }, say("details.root"), " ", around(article, behind))
        : null,
      differs
        ? el("p", { class: "differs" }, say("details.value", { text: say("details.when"), value: differs }))
        : null,
      el(
        "p",
        { class: "from" },
        el("cite", null, foreign(article.title || article.path || article.id)),
        article.source ? [" · ", foreign(article.source)] : null,
        el("br"),
        el("span", null, dated ? say("details.article", { date: dated }) : say("details.article.undated")),
        dated && article.dct.evidence.length <= BRIEF
          ? [" · ", say("details.dct", { evidence: "" }), el("bdi", { lang: "en" }, article.dct.evidence)]
          : null,
      ),
      joined,
      dated && article.dct.evidence.length > BRIEF ? found(article, say) : null,
      el(
        "p",
        { class: "report-tools" },
        el(
          "button",
          { type: "button", class: "plain", onclick: () => onArticle(mention.article, mention) },
          say("details.whole"),
        ),
        onSplit
          ? el("button", { type: "button", class: "plain", onclick: () => onSplit(mention) }, say("edit.split"))
          : null,
        original ? link(original, say("details.original")) : null,
      ),
    );
  }

  /** The words around an expression that stands elsewhere in the article. */
  function around(article, { start, end }) {
    const [from, to] = [Math.max(0, start - NEAR), Math.min(article.text.length, end + NEAR)];
    const words = (a, b) => article.text.slice(a, b).replace(/\s+/g, " ");
    return el(
      "q",
      { lang: article.language || null },
      from ? "…" : "",
      words(from, start),
      el("mark", { class: "timex" }, words(start, end)),
      words(end, to),
      to < article.text.length ? "…" : "",
    );
  }

  /** What tells the date of an article, to be opened. */
  const found = (article, say) =>
    el(
      "details",
      { class: "note found" },
      el("summary", null, say("article.claims")),
      el("bdi", { lang: "en" }, article.dct.evidence),
    );

  /** Names, each a button where ``isolate`` says what it would show alone. */
  const names = (parties, isolate) =>
    parties.map((name, k) => [k ? ", " : "", isolate ? isolate(name) : foreign(name)]);
  /** A row of the facts; of a crowd the first, and the others to be opened. */
  const list = (say) => (label, parties, isolate) =>
    parties.length
      ? [
          el("dt", null, label),
          el(
            "dd",
            null,
            names(parties.slice(0, CROWD), isolate),
            parties.length > CROWD
              ? el(
                  "details",
                  null,
                  el("summary", null, say("count.more", { n: say.number(parties.length - CROWD) })),
                  names(parties.slice(CROWD), isolate),
                )
              : null,
          ),
        ]
      : [];
  /** A party with what its codes stand for, as far as its name does not tell. */
  function named(party, codes, say) {
    const about = [
      codes[party.code] === party.name ? null : codes[party.code],
      party.sector && say.label("sector", party.sector),
    ].filter(Boolean);
    return about.length ? `${party.name} (${about.join(say("joined.comma"))})` : party.name;
  }

  /** Fill the panel with an event; ``view`` is App.brief of it. */
  function show(panel, event, view, tools) {
    const { say, speaker, article, onArticle, onClose, onStep, onCopy, amend } = tools;
    const fact = list(say);
    const isolate = (party) => {
      const on = tools.isOnly(party.name);
      const label = say(on ? "lanes.all" : "lanes.only", { name: party.name });
      return el(
        "button",
        {
          type: "button",
          class: "linkish",
          title: label,
          "aria-pressed": String(on),
          onclick: () => tools.onOnly(party.name),
        },
        foreign(named(party, tools.codes, say)),
      );
    };
    const reports = el("ol", { class: "reports" });
    // What has a date of its own tells most; what rests on it comes after.
    const told = event.mentions.slice().sort((a, b) => Number(!a.timex) - Number(!b.timex));
    const place = (k) => told.indexOf(event.mentions[k]) + 1;
    const numbered = (mention) =>
      told.length > 1 ? el("b", { class: "report-number" }, say.number(told.indexOf(mention) + 1)) : null;
    const why = Reasons.why(event, told, amend.was, tools);
    const add = (mentions) =>
      reports.append(
        ...mentions.map((mention) => {
          const differs = event.conflicts.some((c) => c.field === "time") ? kindWords(mention.time, speaker) : null;
          return report(mention, article(mention.article), {
            say,
            speaker,
            onArticle,
            onSplit: amend.onSplit,
            differs,
            number: numbered(mention),
            joined: Stages.joined(mention, place, say),
            rule: tools.rules[mention.rule],
            above: why && told.length === 1, // beside the date
          });
        }),
      );
    add(told.slice(0, REPORTS));
    const more =
      event.mentions.length > REPORTS
        ? el(
            "button",
            {
              type: "button",
              class: "plain",
              onclick: () => {
                more.remove();
                add(told.slice(REPORTS));
              },
            },
            say("details.moreevidence", { n: say.number(event.mentions.length) }),
          )
        : null;
    panel.replaceChildren(
      el(
        "div",
        { class: "details-top" },
        el(
          "div",
          { class: "kinds gap" },
          el("span", { class: `kind q-${view.quad}` }, glyph("q-" + view.quad, "glyph"), view.typeLabel),
          view.status !== "occurred" ? el("b", { class: `badge s-${view.status}` }, view.statusLabel) : null,
          view.minor ? el("b", { class: "badge" }, view.minorLabel) : null,
        ),
        el(
          "button",
          {
            type: "button",
            class: "square star",
            "aria-pressed": String(tools.starred),
            "aria-label": say("story.star"),
            title: say(tools.starred ? "story.remove" : "story.star"),
            onclick: tools.onStar,
          },
          glyph("i-star", "icon"),
        ),
        tool("i-left", say("details.previous"), () => onStep(-1)),
        tool("i-right", say("details.next"), () => onStep(1)),
        tool("i-close", say("details.close"), onClose),
      ),
      el("h2", { id: "details-title", tabIndex: -1 }, foreign(event.title)),
      el("p", { class: "note", id: "away", hidden: true }, say("details.away")),
      el(
        "div",
        { class: "when" },
        el("p", { class: "when-words" }, sentence(say)(view.words)),
        why,
        view.inferred ? el("p", { class: "note" }, say("details.inferred")) : null,
        view.minor ? el("p", { class: "note" }, say("details.minor.note")) : null,
      ),
      ...Stages.section(event, { say, speaker }),
      ...Differing.sections(event, true, tools),
      event.note ? el("p", { class: "remark" }, foreign(event.note)) : "",
      ...corrected(event, amend.was, say),
      el(
        "dl",
        { class: "facts" },
        ...fact(say("details.actors"), event.actors, isolate),
        ...fact(say("details.recipients"), event.recipients, isolate),
        ...fact(say("details.places"), event.places),
        ...fact(say("details.claimed"), event.claimedBy ? [event.claimedBy] : []),
        ...fact(
          say("details.certainty"),
          event.certainty !== "asserted" ? [say.label("certainty", event.certainty)] : [],
        ),
      ),
      event.mentions.length
        ? el(
            "h3",
            { class: "evidence-title" },
            el(
              "span",
              null,
              say("details.evidence"),
              el("small", null, " ", Sources.count(event) > 1 ? view.mentionsLabel : view.sourcesLabel),
            ),
            el(
              "span",
              { class: "key" },
              el("mark", { class: "trigger" }, say("details.trigger")),
              " ",
              el("mark", { class: "timex" }, say("details.timex")),
            ),
          )
        : "",
      ...Sources.section(event, view, tools),
      reports,
      ...(more ? [more] : []),
      ...Differing.sections(event, false, tools),
      ...Links.section(tools.links, tools),
      el(
        "dl",
        { class: "facts" },
        ...fact(say("details.mode"), event.mode ? [say.label("mode", event.mode)] : []),
        ...fact(
          say("details.context"),
          event.context.map((topic) => say.label("context", topic)),
        ),
        ...fact(say("details.edtf"), event.edtf ? [event.edtf] : []),
      ),
      el(
        "p",
        { class: "details-foot" },
        el("button", { type: "button", class: "plain", onclick: onCopy }, say("details.copy")),
        el("button", { type: "button", class: "plain", onclick: amend.onEdit }, say("edit.open")),
        amend.onMerge
          ? el("button", { type: "button", class: "plain", onclick: amend.onMerge }, say("edit.merge"))
          : null,
      ),
    );
  }

  /** What was corrected: here by the reader (with the old values), or when the timeline was built. */
  function corrected(event, was, say) {
    const note = (...words) => el("p", { class: "was" }, ...words);
    const made = MADE.filter((name) => event.corrected.includes(name)).map((name) => note(say("edit.made." + name)));
    const built = event.corrected.filter((name) => !MADE.includes(name));
    if (!was)
      return built.length
        ? [...made, note(say("edit.built", { fields: built.map((name) => say("edit." + name)).join(", ") }))]
        : made;
    const old = (name) =>
      name === "lasting"
        ? say("edit.lasting." + was.lasting)
        : name === "type" || name === "status"
          ? say.label(name, was[name])
          : was[name] || "–";
    return [
      ...made,
      note(
        say("edit.was"),
        " ",
        was.fields.map((name, k) => [k ? "; " : "", say("edit." + name), ": ", el("s", null, foreign(old(name)))]),
      ),
    ];
  }

  const tool = (icon, label, onclick) =>
    el("button", { type: "button", class: "square", "aria-label": label, title: label, onclick }, glyph(icon, "icon"));

  /** The words of a mention's own time, which need not be those of the merged event. */
  function kindWords({ span, low, high, inner }, speaker) {
    if (low === null && high === null && !inner.some((day) => day !== null)) return speaker.words("undated");
    if (span)
      return speaker.words(
        low !== null && low === inner[0] && high !== null && high === inner[1] ? "interval" : "fuzzy",
        low,
        high,
        inner,
      );
    if (low === null) return speaker.words("before", low, high);
    if (high === null) return speaker.words("after", low, high);
    return speaker.words(low === high ? "point" : "within", low, high);
  }

  /** Events to choose from, as a list. */
  const listed = (views, onChoose) =>
    el(
      "ol",
      { class: "group" },
      views.map((view) =>
        el(
          "li",
          null,
          el(
            "button",
            { type: "button", onclick: () => onChoose(view.i) },
            glyph("q-" + view.quad, `glyph q-${view.quad}`),
            el("span", null, el("span", { class: "row-when" }, view.short), " ", foreign(view.title)),
          ),
        ),
      ),
    );

  /** The events of a bin of the figure; ``rest``: numbers of those that are shown when asked for, by ``brief``. */
  function group(panel, title, views, { say, onChoose, onClose, rest = [], brief }) {
    const box = listed([], onChoose);
    const add = (some) => box.append(...listed(some, onChoose).children);
    const more = el("button", { type: "button", class: "plain" });
    const tell = () => {
      more.hidden = !rest.length;
      more.textContent = say("count.more", { n: say.number(rest.length) });
    };
    more.addEventListener("click", () => {
      add(rest.slice(0, views.length).map(brief));
      rest = rest.slice(views.length);
      tell();
    });
    add(views);
    tell();
    panel.replaceChildren(
      el("div", { class: "details-top" }, el("span", { class: "gap" }), tool("i-close", say("details.close"), onClose)),
      el("h2", { id: "details-title", tabIndex: -1 }, title),
      box,
      more,
    );
  }

  return Object.freeze({ pieces, paragraph, kindWords, articleDay, found, show, listed, group });
})();
