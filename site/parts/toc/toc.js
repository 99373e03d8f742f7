// The contents follow the reader. Without this they are links.

function accompany(toc) {
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
  const beside = () => wide.matches && getComputedStyle(toc).position === "sticky"; // not in very large type
  const unfold = () => (fold.open = beside());
  wide.addEventListener("change", unfold);
  unfold();
  toc.addEventListener("click", (e) => {
    if (e.target.closest("a") && !beside()) fold.open = false;
  });
}

// A text of articles alone has no contents.
for (const toc of document.querySelectorAll(".toc")) accompany(toc);
