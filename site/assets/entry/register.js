// Lets the site be read without a network, and be installed: sends for the
// service worker, which stands beside the manifest, once the page has
// nothing else to do. When a newer site has arrived meanwhile, the page says so.

const manifest = document.querySelector("link[rel=manifest]");

async function start() {
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller;
  const notice = document.querySelector(".fresh");
  serviceWorker.addEventListener("controllerchange", () => before && (notice.hidden = false));
  await serviceWorker.register(new URL("sw.js", manifest.href));
}

if (manifest && "serviceWorker" in navigator) {
  const idle = self.requestIdleCallback || setTimeout;
  addEventListener("load", () => idle(() => start().catch(() => {}))); // without it the site is as it was
}
