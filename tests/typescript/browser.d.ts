// What the page's scripts find in a browser beside what TypeScript knows.

interface Window {
  /** The page carries plotly.js, or loads it when it is needed. */
  Plotly: any;
}

declare namespace Intl {
  interface Locale {
    /** Some browsers have it as a property, some as a method. */
    weekInfo?: { firstDay: number };
    getWeekInfo(): { firstDay: number };
  }
}

/** All elements that the scripts look for are of HTML or SVG, which have these in common. */
interface Element extends HTMLOrSVGElement, ElementCSSInlineStyle {}
