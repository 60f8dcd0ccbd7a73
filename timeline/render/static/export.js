"use strict";
// The filtered events as files for other programs.  An event here is Store.event's, with the words of its columns.
const Export = (() => {
  const COLUMNS = [
    "id",
    "title",
    "type",
    "quad",
    "status",
    "edtf",
    "when",
    "begin_not_before",
    "begin_not_after",
    "end_not_before",
    "end_not_after",
    "actors",
    "recipients",
    "places",
    "claimed_by",
    "certainty",
    "importance",
    "article",
    "url",
    "article_date",
    "sentence",
    "date_expression",
    "reason",
    "mentions",
  ];

  /** Put an apostrophe before what a spreadsheet would take for a formula. */
  const guard = (cell) => (/^ *[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? "'" + cell : cell);
  const quote = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

  const first = (event) => event.evidence[0] || null;
  const iso = (day) => (day === null ? "" : Time.toIso(day));
  const name = (article) => article.title || article.path || article.id;

  function row(event) {
    const proof = first(event);
    const article = proof && proof.article;
    const [beginHigh, endLow] = event.time.inner;
    return [
      event.id,
      event.title,
      event.type,
      event.quad,
      event.status,
      event.edtf || "",
      event.words,
      iso(event.time.low),
      iso(beginHigh),
      iso(endLow),
      iso(event.time.high),
      event.actors.map((p) => p.name).join("; "),
      event.recipients.map((p) => p.name).join("; "),
      event.places.join("; "),
      event.claimedBy || "",
      event.certainty,
      String(event.importance),
      article ? name(article) : "",
      (article && article.url) || "",
      (article && article.dct.value) || "",
      proof ? proof.sentence : "",
      proof && proof.expression ? proof.expression : "",
      proof ? proof.mention.reason : "",
      String(event.mentions.length),
    ];
  }

  const BOM = "\ufeff"; // without it Excel takes UTF-8 for the code page of the machine
  const csv = (events) =>
    BOM +
    [COLUMNS, ...events.map((event) => row(event).map(guard))]
      .map((cells) => cells.map(quote).join(",") + "\r\n")
      .join("");

  function json(events, title) {
    const records = events.map((event) => {
      const { evidence, words, label, statusLabel, ...rest } = event;
      const mentions = evidence.map(({ mention, article, sentence, expression }) => ({
        article: name(article),
        url: article.url,
        article_date: article.dct.value,
        sentence,
        date_expression: expression,
        value: mention.timex ? mention.timex.value : null,
        reason: mention.reason,
        status: mention.status || event.status,
      }));
      const day = (value) => (value === null ? null : Time.toIso(value));
      const { low, high, inner } = event.time;
      const time = {
        kind: event.time.span ? "span" : "day",
        begin: { not_before: day(low), not_after: day(inner[0]) },
        end: { not_before: day(inner[1]), not_after: day(high) },
      };
      return { ...rest, time, when: words, mentions };
    });
    return JSON.stringify({ title, events: records }, null, 2) + "\n";
  }

  // RFC 5545: lines of at most 75 octets, CRLF, text escaped.
  function fold(line) {
    const bytes = new TextEncoder();
    let out = "";
    let room = 75;
    for (const letter of line) {
      const size = bytes.encode(letter).length;
      if (size > room) {
        out += "\r\n ";
        room = 74;
      }
      out += letter;
      room -= size;
    }
    return out + "\r\n";
  }
  const text = (value) =>
    value
      .replace(/\\/g, "\\\\")
      .replace(/;/g, "\\;")
      .replace(/,/g, "\\,")
      .replace(/\r\n?|\n/g, "\\n");

  /** Calendar of the events that have a first and a last day; an uncertain day says so in its summary. */
  function ics(events, title) {
    const stamp = (day) => Time.toIso(day).replace(/-/g, "");
    const out = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Diplomatic Timeline//EN", "X-WR-CALNAME:" + text(title)];
    for (const event of events) {
      // What is open on one side stands on the day that is known, and says so.
      const low = event.time.low ?? event.time.high ?? event.time.inner.find((day) => day !== null) ?? null;
      const high = event.time.high ?? low;
      if (low === null) continue;
      const proof = first(event);
      const made = proof && proof.article.dct.low !== null ? proof.article.dct.low : low;
      out.push(
        "BEGIN:VEVENT",
        "UID:" + text(event.id) + "@diplomatic-timeline",
        `DTSTAMP:${stamp(made)}T000000Z`,
        "DTSTART;VALUE=DATE:" + stamp(low),
        "DTEND;VALUE=DATE:" + stamp(high + 1),
        "SUMMARY:" +
          text(event.kind === "point" || event.kind === "interval" ? event.title : `${event.title} (${event.words})`),
        "DESCRIPTION:" +
          text(
            [event.words, proof ? proof.sentence : "", proof ? proof.mention.reason : ""].filter(Boolean).join("\n"),
          ),
        "STATUS:" +
          (event.status === "cancelled" || event.status === "negated"
            ? "CANCELLED"
            : event.status === "occurred" || event.status === "ongoing"
              ? "CONFIRMED"
              : "TENTATIVE"),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      );
    }
    out.push("END:VCALENDAR");
    return out.map(fold).join("");
  }

  const html = (value) =>
    value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  /** TimelineJS's own JSON; it reads its texts as HTML, so they are escaped. */
  function timelinejs(events, title) {
    const date = (day) => {
      const [year, month, number] = Time.toIso(day).split("-");
      return { year: +year, month: +month, day: +number };
    };
    const slides = events
      .filter((event) => event.time.low !== null || event.time.high !== null)
      .map((event) => {
        const { low, high } = event.time;
        const proof = first(event);
        const slide = {
          unique_id: event.id,
          start_date: date(low === null ? high : low),
          display_date: html(event.words),
          group: event.label,
          text: {
            headline: html(event.title),
            text: proof ? `<p>${html(proof.sentence)}</p><p>${html(proof.mention.reason)}</p>` : "",
          },
        };
        if (low !== null && high !== null && high > low) slide.end_date = date(high);
        return slide;
      });
    return JSON.stringify({ title: { text: { headline: html(title), text: "" } }, events: slides }, null, 2) + "\n";
  }

  const md = (value) => value.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");

  function markdown(events, title) {
    const lines = [`# ${md(title)}`, ""];
    for (const event of events) {
      lines.push(`- **${md(event.words)}**: ${md(event.title)} (${md(event.label)}, ${md(event.statusLabel)})`);
      for (const { article, sentence, mention } of event.evidence)
        lines.push(
          `  - “${md(sentence)}” ${md(name(article))}${article.dct.value ? ", " + md(article.dct.value) : ""}. ${md(mention.reason)}`,
        );
    }
    return lines.join("\n") + "\n";
  }

  return { COLUMNS, guard, csv, json, ics, timelinejs, markdown, fold };
})();
