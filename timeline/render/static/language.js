"use strict";
// The language of the page: its texts, and the locale in which dates are written.
const Language = (() => {
  const { $, el } = Dom;

  function make(board, store, messages, hidden) {
    const { state } = board;
    const { meta, columns } = store;
    let say = null;
    let speaker = null;
    let written = "en"; // the language of the texts in the document
    let dates = "en-GB"; // and how its dates are written

    /** Say everything in the language that is wanted now. */
    function speak() {
      write();
      board.set({ say, speaker });
    }

    function write() {
      const known = Object.keys(messages);
      const wanted = state.language ? [state.language] : navigator.languages || [];
      const language = Words.choose(wanted, known);
      // The reader's own region decides how dates are written, where it is of the language that is shown.
      const locale =
        (navigator.languages || []).find((tag) => tag.toLowerCase().split("-")[0] === language) ||
        (language === "en" ? "en-GB" : language);
      say = Words.make(messages, language);
      speaker = Time.speaker(say, locale);
      document.documentElement.lang = language;
      $("language").value = language;
      // The page is written in English, its dates as in Britain.
      if (language === written && locale === dates) return;
      dates = locale;
      counts();
      if (language === written) return;
      written = language;
      for (const node of document.querySelectorAll("[data-t]")) node.textContent = say(node.dataset.t);
      for (const [key, attribute] of [
        ["tLabel", "aria-label"],
        ["tRole", "aria-roledescription"],
        ["tTitle", "title"],
        ["tPlaceholder", "placeholder"],
      ])
        for (const node of document.querySelectorAll(`[data-${key.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase())}]`))
          node.setAttribute(attribute, say(node.dataset[key]));
    }

    /** The line under the title, which the page brings in English. */
    function counts() {
      let [first, last] = [Infinity, -Infinity];
      let undated = 0;
      let events = 0;
      for (let i = 0; i < meta.events; i++) {
        if (columns.flags[i] & Filter.MINOR || hidden.has(i)) continue;
        events++;
        if (columns.kind[i] === Filter.UNDATED) {
          undated++;
          continue;
        }
        for (const day of [columns.low[i], columns.high[i]].filter((one) => one !== Store.NONE)) {
          first = Math.min(first, day);
          last = Math.max(last, day);
        }
      }
      $("counts").replaceChildren(
        ...[
          say.count("count.events", events),
          say.count("count.articles", meta.articles),
          first < last
            ? say("short.range", { from: speaker.long(first), to: speaker.long(last) })
            : first === last
              ? speaker.long(first)
              : null,
          undated ? say.count("count.undated", undated) : null,
        ]
          .filter(Boolean)
          .map((text) => el("span", null, text)),
      );
    }

    board.watch(["language"], speak);
    board.watch(["edits"], counts);

    return { speak };
  }

  return Object.freeze({ make });
})();
