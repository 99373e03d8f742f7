const links = document.querySelectorAll("aside a");
const seen = new IntersectionObserver((entries) => {
  for (const e of entries) if (e.isIntersecting) for (const l of links) l.classList.toggle("on", l.hash === "#" + e.target.id);
});
for (const h of document.querySelectorAll("article h2, article h3")) seen.observe(h);
