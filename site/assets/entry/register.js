// Lets the site be read without a network, and be installed: sends for the
// service worker, which stands beside the manifest, a moment after the
// page has loaded. When a newer site has arrived meanwhile, the page says so.

const manifest = document.querySelector("link[rel=manifest]");

function tell() {
  const make = (name, as) => Object.assign(document.createElement(name), as);
  const notice = make("p", { className: "fresh", role: "status" });
  const again = make("a", { href: location.pathname + location.search, textContent: "刷新" });
  notice.append("本站有新内容\uff0c", again, "可见。");
  document.querySelector("main").before(notice);
}

async function start() {
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller;
  serviceWorker.addEventListener("controllerchange", () => before && tell(), { once: true });
  await serviceWorker.register(new URL("sw.js", manifest.href));
}

if (manifest && "serviceWorker" in navigator) {
  addEventListener("load", () => setTimeout(() => start().catch(() => {}), 1000)); // without it the site is as it was
}
