"use strict";
// Interface texts in the reader's language, from the message files.
const Words = (() => {
  /** The texts of each language by their keys, which the page carries once. */
  const unpack = ({ keys, ...texts }) =>
    Object.fromEntries(
      Object.entries(texts).map(([language, list]) => [
        language,
        Object.fromEntries(keys.map((key, k) => [key, list[k]]).filter(([, text]) => text !== null)),
      ]),
    );

  /** Fill {name} places; a text that is missing in the language is shown in English, else as its key. */
  function make(messages, language) {
    const own = messages[language] || {};
    const english = messages.en || {};
    const say = (key, values) => {
      const text = own[key] !== undefined ? own[key] : english[key] !== undefined ? english[key] : key;
      return values ? text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all)) : text;
    };
    // Made when needed: each takes milliseconds of the page's start.
    let plural = null;
    let format = null;
    const number = (n) => {
      if (n >= 0 && n < 1000 && Number.isInteger(n)) return String(n);
      format = format || new Intl.NumberFormat(language);
      return format.format(n);
    };
    /** The text for a number of things, in the language's plural form. */
    say.count = (key, n, values) => {
      plural = plural || new Intl.PluralRules(language);
      const form = `${key}.${plural.select(n)}`;
      return say(form in own || form in english ? form : `${key}.other`, { n: number(n), ...values });
    };
    say.number = number;
    /** The label of a code ("type", "AGREE"), or the code itself where the ontology has grown. */
    say.label = (group, code) => {
      const key = `${group}.${code}`;
      return key in own || key in english ? say(key) : code;
    };
    /** Whether there is such a text. */
    say.has = (key) => key in own || key in english;
    say.language = language;
    return say;
  }

  /** The best of the page's languages for what the reader's browser asks for. */
  function choose(wanted, have) {
    for (const tag of wanted) {
      const base = String(tag).toLowerCase().split("-")[0];
      if (have.includes(base)) return base;
    }
    return "en";
  }

  return Object.freeze({ unpack, make, choose });
})();
