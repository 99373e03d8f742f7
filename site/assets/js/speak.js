// Reads the page aloud, paragraph by paragraph: marks the one it reads, and can
// be paused and stopped, taken back and on. The browser speaks; nothing is sent
// anywhere by this page.
const synth = speechSynthesis;
const told = "h1, h2, h3, h4, p, li, dt, dd, th, td, legend, label, figcaption, summary";
const silent = "nav, .vh, .p, .set, [hidden], [aria-hidden=true], [data-silent], script, style, button";
let reader;

// blocks are the elements that hold words themselves, in the order of the page.
function blocks() {
  const found = [];
  for (const e of document.querySelectorAll("main :is(" + told + ")")) {
    if (e.closest(silent) || !e.checkVisibility() || found.some((f) => f.contains(e))) continue;
    if (e.querySelector(":is(" + told + ")") && !own(e)) continue;
    if (words(e)) found.push(e);
  }
  return found;
}

const own = (e) => Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim());

function words(e) {
  let text = "";
  for (const n of e.childNodes) {
    if (n.nodeType === 3) text += n.data;
    else if (n.nodeType === 1 && !n.matches(silent)) text += words(n);
  }
  return text.trim();
}

// sentences cuts what is long: some browsers fall silent after a quarter of a minute.
function sentences(text) {
  const out = [];
  for (const s of text.match(/[^。;；!！?？\n]+[。;；!！?？\n]*|[。;；!！?？\n]+/g) ?? []) {
    if (out.length && (out.at(-1) + s).length <= 120) out[out.length - 1] += s;
    else out.push(s);
  }
  return out;
}

class Reader {
  constructor() {
    this.list = blocks();
    this.at = Math.max(this.list.findIndex((e) => e.getBoundingClientRect().bottom > 80), 0);
    this.bar = Object.assign(document.createElement("div"), { className: "speaker" });
    this.bar.setAttribute("role", "region");
    this.bar.setAttribute("aria-label", "朗读");
    this.button("上一段", () => this.go(this.at - 1));
    this.pause = this.button("暂停", () => this.hold());
    this.button("下一段", () => this.go(this.at + 1));
    this.button("停止", () => this.stop());
    this.said = this.bar.appendChild(document.createElement("span"));
    this.said.setAttribute("role", "status");
    document.body.append(this.bar);
    document.documentElement.dataset.aloud = ""; // there is room for the bar
    this.pause.focus({ preventScroll: true });
    this.away = () => synth.cancel();
    addEventListener("pagehide", this.away);
    this.keys = (e) => e.key === "Escape" && this.stop();
    addEventListener("keydown", this.keys);
    this.go(this.at);
  }

  button(text, act) {
    const b = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    b.addEventListener("click", act);
    return this.bar.appendChild(b);
  }

  go(at) {
    synth.cancel();
    this.turn = {}; // what an earlier paragraph still reports is of no interest
    this.list[this.at]?.removeAttribute("data-speaking");
    if (at >= this.list.length) return this.stop();
    this.at = Math.max(at, 0);
    this.pause.textContent = "暂停";
    const e = this.list[this.at];
    e.setAttribute("data-speaking", "");
    const { top, bottom } = e.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight - 90) e.scrollIntoView({ block: bottom - top > innerHeight / 2 ? "start" : "center" });
    this.say(sentences(words(e)), this.turn);
  }

  say([first, ...rest], turn) {
    if (first === undefined) return this.go(this.at + 1);
    const u = new SpeechSynthesisUtterance(first);
    u.lang = "zh-CN";
    const voice = synth.getVoices().find((v) => /^(zh|cmn)[-_](CN|Hans)/i.test(v.lang));
    if (voice) u.voice = voice;
    u.rate = document.documentElement.dataset.elder ? 0.85 : 1;
    u.onend = () => turn === this.turn && this.say(rest, turn);
    u.onerror = (e) => turn === this.turn && this.fail(e.error);
    this.now = u; // kept: a collected utterance never ends
    synth.speak(u);
  }

  fail(why) {
    if (why === "canceled" || why === "interrupted") return;
    this.said.textContent = "本机没有能用的中文语音，不能朗读。";
  }

  hold() {
    if (this.pause.textContent === "暂停") {
      synth.pause();
      this.pause.textContent = "继续";
    } else {
      synth.resume();
      this.pause.textContent = "暂停";
    }
  }

  stop() {
    this.turn = {};
    synth.cancel();
    synth.resume();
    removeEventListener("pagehide", this.away);
    removeEventListener("keydown", this.keys);
    this.list[this.at]?.removeAttribute("data-speaking");
    this.bar.remove();
    delete document.documentElement.dataset.aloud;
    reader = undefined;
    document.querySelector("[data-speak]:not([hidden])")?.focus({ preventScroll: true });
  }
}

// speak begins to read where the reader is, or stops.
export function speak() {
  if (reader) reader.stop();
  else reader = new Reader();
}
