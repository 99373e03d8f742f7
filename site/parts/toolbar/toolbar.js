// Printing, and closing what folds out.
for (const bar of document.querySelectorAll(".tools-of")) {
  const fold = bar.querySelector("details");
  bar.querySelector("[data-print]").addEventListener("click", () => print());
  document.addEventListener("click", (e) => {
    if (fold && !fold.contains(e.target)) fold.open = false;
  });
  fold?.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });
}
