// Lets the site be read without a network, and be installed: sends for the
// service worker, which stands beside the manifest, once the page has
// nothing else to do. When a newer site has arrived meanwhile, the page says so.

const manifest = document.querySelector("link[rel=manifest]");

function tell() {
  const make = (name, as) => Object.assign(document.createElement(name), as);
  const notice = make("p", { className: "fresh", role: "status" });
  const again = make("a", { href: location.pathname, textContent: "刷新" });
  notice.append("本站有新内容\uff0c", again, "可见。");
  document.querySelector("main").before(notice);
}

async function start() {
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller;
  serviceWorker.addEventListener("controllerchange", () => before && tell());
  await serviceWorker.register(new URL("sw.js", manifest.href));
}

if (manifest && "serviceWorker" in navigator) {
  const idle = globalThis.requestIdleCallback || setTimeout;
  addEventListener("load", () => idle(() => start().catch(() => {}))); // without it the site is as it was
}
