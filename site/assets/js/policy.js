// The text of a policy: the contents follow the reader, and a clause's mark
// copies its address. Without this the contents are links and so is the mark.

const toc = document.querySelector(".toc");
const links = new Map(Array.from(toc.querySelectorAll("a"), (a) => [a.hash.slice(1), a]));
const targets = Array.from(links.keys(), (id) => document.getElementById(id));
const now = toc.querySelector(".now");
let current;

function follow() {
  const line = innerHeight / 3;
  let found;
  for (const t of targets) {
    if (t.getBoundingClientRect().top > line) break;
    found = t;
  }
  const link = found && links.get(found.id);
  if (link === current) return;
  current?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  current = link;
  now.textContent = link ? link.textContent : "";
  const list = toc.querySelector("nav");
  if (link && list.scrollHeight > list.clientHeight) {
    list.scrollTop = link.offsetTop - list.clientHeight / 2;
  }
}

const seen = new IntersectionObserver(follow, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
for (const t of targets) seen.observe(t);
follow();

const fold = toc.querySelector("details");
const wide = matchMedia("(min-width: 64rem)");
const unfold = () => (fold.open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
toc.addEventListener("click", (e) => {
  if (e.target.closest("a") && !wide.matches) fold.open = false;
});

const said = document.getElementById("said");
document.querySelector("article").addEventListener("click", async (e) => {
  const mark = e.target.closest("a.p");
  if (!mark || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(mark.href);
    said.textContent = said.dataset.copied;
    mark.dataset.copied = "";
    setTimeout(() => {
      delete mark.dataset.copied;
      said.textContent = "";
    }, 2000);
  } catch {
    // the link itself still works
  }
});
