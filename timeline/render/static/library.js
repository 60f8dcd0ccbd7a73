"use strict";
// Plotly's library as the page carries it: unpacked in slices, run once.
const Library = (() => {
  const SLICE = 13 * 4096,
    LETTERS = 16 * 4096; // bytes unpacked at once, and as many letters of the packing

  /** ``size`` bytes of base 91: all visible letters of ASCII but "<>&", two of which hold 13 bits. */
  function base91(text, size) {
    const value = new Uint8Array(128);
    for (let code = 33, k = 0; code < 127; code++) if (!"<>&".includes(String.fromCharCode(code))) value[code] = k++;
    const bytes = new Uint8Array(size);
    let word = 0;
    let bits = 0;
    for (let at = 0, out = 0; out < size; at += 2) {
      word = (word << 13) | (value[text.charCodeAt(at)] * 91 + value[text.charCodeAt(at + 1)]);
      for (bits += 13; bits >= 8; bits -= 8) bytes[out++] = word >>> (bits - 8);
    }
    return bytes;
  }

  /** Undo the page's packing, base 91 of gzip to text, in slices between which the page answers. */
  async function unpack(block) {
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    const pause = Pace.pacer(8);
    const packed = block.textContent;
    const size = +block.dataset.bytes;
    const feed = async () => {
      for (let k = 0; k * SLICE < size; k++) {
        await writer.write(base91(packed.slice(k * LETTERS, (k + 1) * LETTERS), Math.min(SLICE, size - k * SLICE)));
        await pause();
      }
      await writer.close();
    };
    const [text] = await Promise.all([new Response(readable).text(), feed()]);
    return text;
  }

  /** Run the library; its hash stands in the page's security policy. */
  function run(text) {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    script.remove();
    if (!window.Plotly) throw new Error("plotly.js did not start");
  }

  return Object.freeze({ base91, unpack, run });
})();
