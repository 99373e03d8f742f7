// The service worker: the core of the site, kept whole. A build puts before
// this what it has: site.version, site.core, a list of [address, sha256],
// site.besides, addresses that are kept too if they can be had, and
// site.fallback, the address shown where nothing else can be.
//
// A version is fetched file by file, each held to its checksum, into a cache of
// its own; only when all of it is there does it take over. Until then, and if
// it never comes, the version before answers. So a page and what it loads are
// always of one build.
/* global site */

const here = new URL(self.registration.scope);
const ours = "mingce " + here.pathname + " "; // an origin may hold several sites
const current = ours + "core " + site.version;
const visited = ours + "visited";
const many = 60; // pages kept of those that were visited

const at = (path) => new URL(path, here).href;
const besides = new Set(site.besides.map(at));
const keys = new Map(site.core.map(([path, sum]) => [at(path), at(path) + "?" + sum]));

async function install() {
  const cache = await caches.open(current);
  await Promise.all(
    site.core.map(async ([path, sum]) => {
      const key = keys.get(at(path));
      // what has not changed is taken over from the version before
      const had = await caches.match(key);
      if (had) return cache.put(key, had);
      const response = await fetch(at(path), { cache: "no-cache", integrity: "sha256-" + sum });
      if (!response.ok) throw new Error(path + ": " + response.status);
      return cache.put(key, await whole(response));
    }),
  );
}

// whole is a response that may answer a navigation, which one that was led
// elsewhere may not.
async function whole(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

// What is large, or changes with any page, is not of the core: a version does
// without it. It is asked of the network first, and kept as it was last.
const fetchBesides = () =>
  Promise.all(
    Array.from(besides, async (url) => {
      const response = await fetch(url, { cache: "no-cache" });
      if (response.ok) await remember(url, await whole(response));
    }),
  );

self.addEventListener("install", (event) => {
  const done = install().catch(async (e) => {
    await caches.delete(current);
    throw e;
  });
  event.waitUntil(done.then(() => fetchBesides().catch(() => {})).then(() => self.skipWaiting()));
});

// The version before stays for pages that are still open: they may yet load
// something of it.
self.addEventListener("activate", (event) => {
  const clean = async () => {
    const cores = (await caches.keys()).filter((name) => name.startsWith(ours + "core ") && name !== current);
    await Promise.all(cores.slice(0, -1).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

async function fromCore(key, request) {
  const cache = await caches.open(current);
  return (await cache.match(key)) || fetch(request);
}

// Files named by their content are the same in every version.
async function fromAny(request, keep) {
  return (await caches.match(request.url, { ignoreSearch: true })) || fromNetwork(request, keep);
}

async function fromNetwork(request, keep) {
  const response = await fetch(request);
  if (response.ok && response.type === "basic" && !response.redirected) keep(response.clone());
  return response;
}

async function fromNetworkFirst(request, url, keep) {
  try {
    return await fromNetwork(request, keep);
  } catch (e) {
    const kept = await (await caches.open(visited)).match(url);
    if (kept) return kept;
    if (request.mode !== "navigate") throw e;
    const cache = await caches.open(current);
    const fallback = await cache.match(keys.get(at(site.fallback)));
    if (fallback) return fallback;
    throw e;
  }
}

async function remember(url, response) {
  const cache = await caches.open(visited);
  await cache.put(url, response);
  const all = (await cache.keys()).filter((old) => !besides.has(old.url));
  await Promise.all(all.slice(0, Math.max(0, all.length - many)).map((old) => cache.delete(old)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== here.origin || !url.pathname.startsWith(here.pathname) || request.headers.has("range")) return;
  const address = url.origin + url.pathname;
  const keep = (response) => event.waitUntil(remember(address, response).catch(() => {}));
  const key = keys.get(address);
  if (key) event.respondWith(fromCore(key, request));
  else if (address.startsWith(at("assets/"))) event.respondWith(fromAny(request, keep));
  else if (request.mode === "navigate" || besides.has(address)) event.respondWith(fromNetworkFirst(request, address, keep));
});
