"use strict";
// Stands in the head: with scripts on, the page is laid out for them from the first paint.
document.documentElement.classList.replace("no-js", "js");
