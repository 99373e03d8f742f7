// The data: one file of text for a small site, shards and pages for a large
// one. Everything comes as scripts, which a page opened from a disk may load.

import { exact, near, read } from "./match.js";

const batch = 5; // pages whose text is loaded at a time
const enough = 40; // pages looked through for the exact words before giving up

// open loads the index at root and returns what answers queries. Its parts are
// asked for by the version it names, so that no stale one is used.
export async function open(root) {
  let version = "";
  const values = new Map();
  const loading = new Map();
  window.mingceSearch = (name, value) => values.set(name, value);
  const load = (name, path) => {
    if (!loading.has(name)) {
      const one = new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = root + path + version;
        script.onload = () => (script.remove(), values.has(name) ? done(values.get(name)) : fail(new Error(path)));
        script.onerror = () => (script.remove(), fail(new Error(path)));
        document.head.append(script);
      });
      one.catch(() => loading.delete(name)); // tried again next time
      loading.set(name, one);
    }
    return loading.get(name);
  };
  const index = await load("", "search/index.js");
  version = `?v=${index.version}`;
  return index.pages ? small(index.pages.map(read)) : new Large(index, load);
}

// small looks through everything it has.
function small(pages) {
  const all = (find, terms) => pages.map((p) => find(p, terms)).filter(Boolean).sort((a, b) => b.score - a.score);
  return {
    async search(terms) {
      const found = all(exact, terms);
      return found.length ? { found, exact: true } : { found: all(near, terms), exact: false };
    },
  };
}

// decode reads a list of pages: one character each.
function decode(list, each) {
  let page = -1;
  for (const c of list) {
    let v = c.codePointAt(0);
    if (v >= 0xe000) v -= 0x800;
    if (v >= 0xa1) v -= 0x22;
    if (v > 0x5c) v--;
    v -= 0x23;
    page += (v >> 2) + 1;
    each(page, v & 3);
  }
}

class Large {
  constructor({ count, shards }, load) {
    Object.assign(this, { count, shards, load });
  }

  // between loads the shards that hold what lies from one place to another.
  async between(from, to) {
    let first = 0;
    while (first + 1 < this.shards.length && this.shards[first + 1] <= from) first++;
    const wanted = [];
    for (let n = first; n < this.shards.length && (n === first || this.shards[n] <= to); n++) {
      wanted.push(this.load(`s${n}`, `search/s/${n}.js`));
    }
    return (await Promise.all(wanted)).flatMap((shard) => shard.split(" ").map((line) => line.split("!")));
  }

  // lists finds the lists of pages under a key.
  async lists({ group, item, from }) {
    if (from !== undefined) {
      const lines = await this.between(from, from + "\uffff");
      return lines.filter(([g]) => g.startsWith(from)).flatMap(([, ...items]) => items.filter((i) => i[0] === "#").map((i) => i.slice(1)));
    }
    const start = `${group} ${item ?? ""}`;
    const lines = await this.between(start, item ? start : start + "\uffff");
    const items = lines.filter(([g]) => g === group).flatMap(([, ...items]) => items);
    return items.filter((i) => !item || i.startsWith(item)).map((i) => i.slice(i.codePointAt(0) > 0xffff ? 2 : 1));
  }

  // rank orders the pages: those that hold every key of every term first, then
  // by the share of keys and by how rare and frequent they are.
  async rank(terms) {
    const full = new Uint8Array(this.count).fill(1);
    const score = new Float64Array(this.count);
    let total = 0;
    for (const term of terms) {
      const whole = new Uint8Array(this.count);
      for (const parts of [term.parts, term.initials].filter((p) => p.length)) {
        const have = new Uint16Array(this.count);
        for (const lists of await Promise.all(parts.map((k) => this.lists(k)))) {
          const weights = new Map();
          for (const list of lists) decode(list, (p, w) => weights.set(p, Math.max(w, weights.get(p) ?? 0)));
          const rare = Math.log(1 + this.count / (1 + weights.size));
          for (const [p, w] of weights) {
            have[p]++;
            score[p] += 1 + Math.min(rare * (1 + w), 99) / 100 / (parts.length + 1);
          }
        }
        have.forEach((n, p) => n === parts.length && (whole[p] = 1));
        total += parts.length;
      }
      full.forEach((_, p) => (full[p] &= whole[p]));
    }
    const order = [...score.keys()].filter((p) => full[p] || score[p] * 2 >= total);
    order.sort((a, b) => full[b] - full[a] || score[b] - score[a] || a - b);
    return { order, full: order.filter((p) => full[p]).length };
  }

  async page(n) {
    const table = await this.load(`p${n >> 10}`, `search/p/${n >> 10}.js`);
    const address = table[n & 1023];
    return read(await this.load(address, `${address}search.js`));
  }

  // search answers with the first pages; more, if set, answers with the next.
  async search(terms) {
    const { order, full } = await this.rank(terms);
    const pages = [];
    const next = async (limit) => {
      const from = pages.length;
      pages.push(...(await Promise.all(order.slice(from, Math.min(from + batch, limit)).map((n) => this.page(n)))));
      return pages.slice(from);
    };
    const found = [];
    const look = async () => {
      const before = found.length;
      while (pages.length < full && found.length < before + batch) {
        for (const p of await next(full)) {
          const f = exact(p, terms);
          if (f) found.push(f);
        }
        if (!found.length && pages.length >= enough) break;
      }
      const rest = full - pages.length;
      return { found, exact: true, rest, more: rest > 0 ? look : undefined };
    };
    const result = await look();
    if (found.length || !order.length) return found.length ? result : { found, exact: false };
    if (pages.length < order.length && pages.length < batch) await next(order.length);
    return { found: pages.map((p) => near(p, terms)).filter(Boolean).sort((a, b) => b.score - a.score), exact: false };
  }
}
