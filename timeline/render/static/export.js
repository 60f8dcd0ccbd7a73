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

  const day = (value) => (value === null ? null : Time.toIso(value));
  const bounds = (low, high) => ({ not_before: day(low), not_after: day(high) });

  /** One event a line: the records of formats/record.py, keys in their order. */
  function jsonl(events) {
    const party = ({ name: called, code, sector }) => ({ name: called, code, sector });
    const record = (event) => {
      const { low, high, inner } = event.time;
      return {
        id: event.id,
        title: event.title,
        type: event.type,
        plover: event.plover,
        mode: event.mode,
        quad: event.quad,
        cameo: event.cameo,
        status: event.status,
        edtf: event.edtf,
        when: event.words,
        time: { kind: event.time.span ? "span" : "day", begin: bounds(low, inner[0]), end: bounds(inner[1], high) },
        actors: event.actors.map(party),
        recipients: event.recipients.map(party),
        places: event.places,
        claimed_by: event.claimedBy,
        certainty: event.certainty,
        context: event.context,
        importance: event.importance,
        confidence: event.confidence,
        note: event.note,
        corrected: event.corrected,
        // Numbers are compared for the page alone (render/disputes.py).
        conflicts: event.conflicts
          .filter(({ field }) => field !== "number")
          .map(({ field, values, groups }) => ({ field, values, reports: groups })),
        reports: event.evidence.map(({ mention, article, sentence, expression }) => ({
          article: name(article),
          url: article.url,
          source: article.source,
          article_date: article.dct.value,
          sentence,
          expression,
          value: mention.timex ? mention.timex.value : null,
          reason: mention.reason,
          status: mention.status || event.status,
        })),
      };
    };
    return events.map((event) => JSON.stringify(record(event)) + "\n").join("");
  }

  /** What XML and calendars cannot hold replaced, every line end one line feed (formats/telling.py). */
  const plain = (value) =>
    value.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, "\ufffd").replace(/\r\n?|[\x85\u2028\u2029]/g, "\n");

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
    plain(value).replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\n/g, "\\n");
  const LAST = Time.fromIso("9999-12-31"); // behind which calendars have no day

  /** Calendar of the events that have a day; what is not sure of a day is said in words. */
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
        ...(high > low || high < LAST ? ["DTEND;VALUE=DATE:" + stamp(Math.min(high + 1, LAST))] : []),
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
    plain(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  /** TimelineJS's own JSON; it reads its texts as HTML, so they are escaped. */
  function timelinejs(events, title) {
    const date = (day) => {
      const [year, month, number] = Time.toIso(day).split("-");
      return { year: +year, month: +month, day: +number };
    };
    const slides = events
      .filter((event) => event.kind !== "undated")
      .map((event) => {
        const { low, high, inner } = event.time;
        const proof = first(event);
        const slide = {
          unique_id: event.id,
          start_date: date(low ?? high ?? Math.min(...inner.filter((one) => one !== null))),
          display_date: html(event.words),
          group: html(event.label),
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

  const md = (value) =>
    plain(value)
      .replace(/[ \t\n]+/g, " ")
      .replace(/^ | $/g, "")
      .replace(/[\\`*_[\]<>#|~&]/g, "\\$&");

  function markdown(events, title) {
    const lines = ["# " + md(title), ""];
    for (const event of events) {
      lines.push(`- **${md(event.words)}**: ${md(event.title)} (${md(event.label)}, ${md(event.statusLabel)})`);
      for (const { article, sentence, mention } of event.evidence)
        lines.push(
          `  - “${md(sentence)}” ${md(name(article) + (article.dct.value ? ", " + article.dct.value : ""))}. ${md(mention.reason)}`,
        );
    }
    return lines.join("\n") + "\n";
  }

  return Object.freeze({ COLUMNS, guard, csv, jsonl, ics, timelinejs, markdown, fold });
})();
