// Opens the calculator of the one file that works by itself: takes it out of
// the file, puts it into the page, and starts it. All of it is held by the
// page's own security policy, checksum by checksum.

const shown = document.getElementById("main");

const alphabet = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|";

// decoded reads base 85: five characters for four bytes.
function decoded(text) {
  const out = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let i = 0; i < text.length; i += 5) {
    let n = 0;
    for (let k = 0; k < 5; k++) n = n * 85 + alphabet.indexOf(text[i + k]);
    out.setUint32((i / 5) * 4, n);
  }
  return new Uint8Array(out.buffer);
}

async function unpacked() {
  const packed = document.getElementById("packed");
  const bytes = decoded(packed.textContent).subarray(0, packed.dataset.length);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const raw = new Uint8Array(await new Response(stream).arrayBuffer());
  const text = (from, to) => new TextDecoder().decode(raw.subarray(from, to));
  let from = raw.indexOf(10) + 1;
  return JSON.parse(text(0, from)).map((length) => {
    const part = raw.subarray(from, (from += length));
    return { part, text: text(from - length, from) };
  });
}

async function open() {
  const [module, style, page, ...scripts] = await unpacked();
  const sheet = document.createElement("style");
  sheet.textContent = style.text;
  document.head.append(sheet);
  const main = new DOMParser().parseFromString(page.text, "text/html").body.firstElementChild;
  const binary = Array.from(module.part, (b) => String.fromCharCode(b)).join("");
  main.querySelector("[data-module]").dataset.module = "data:application/wasm;base64," + btoa(binary);
  shown.replaceWith(main);
  scripts.forEach(({ text }, i) => {
    const script = document.createElement("script");
    if (i === scripts.length - 1) script.type = "module";
    script.textContent = text;
    document.body.append(script);
  });
}

open().catch(() => {
  shown.querySelector(".failed").hidden = false;
});
