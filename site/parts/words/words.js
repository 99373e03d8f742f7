// A word that is explained: the explanation comes to the word, from the page of
// all of them. Without this, or without a network, the word leads to that page.
import { tip } from "js/tip.js";

const pages = new Map();

async function explanation(link) {
  const address = link.href.split("#")[0];
  if (!pages.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const text = (await answer.text()).replace(/<style[^]*?<\/style>/g, ""); // the policy of this page does not allow that of another
    pages.set(address, new DOMParser().parseFromString(text, "text/html"));
  }
  return pages.get(address).getElementById(decodeURIComponent(link.hash.slice(1)));
}

document.addEventListener("click", async (e) => {
  const link = e.target.closest?.("a.t");
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey || !link.hash || location.protocol === "file:") return;
  e.preventDefault();
  try {
    const found = await explanation(link);
    if (!found) throw new Error("no such term");
    tip(link, found.querySelector("dt").textContent, [found.querySelector("dd").textContent], [
      ["全部名词解释", () => location.assign(link.href)],
    ]);
  } catch {
    location.assign(link.href);
  }
});
