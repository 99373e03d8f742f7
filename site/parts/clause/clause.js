// A clause's mark copies its address. Without this the mark is a link.

const said = document.getElementById("said");
document.addEventListener("click", async (e) => {
  const mark = e.target.closest?.("a.p");
  if (!mark || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(mark.href);
    if (said) said.textContent = said.dataset.copied;
    mark.dataset.copied = "";
    setTimeout(() => {
      delete mark.dataset.copied;
      if (said) said.textContent = "";
    }, 2000);
  } catch {
    // the link itself still works
  }
});
