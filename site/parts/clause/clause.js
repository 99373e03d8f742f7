// A clause's mark offers to copy how the clause is cited, or its address.
// Without this the mark is a link to the clause.
import { tip } from "js/tip.js";

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return "已复制";
  } catch {
    return "没有复制成功，请选中上面的文字复制";
  }
};

document.addEventListener("click", (e) => {
  const mark = e.target.closest?.("a.p");
  if (!mark || e.ctrlKey || e.metaKey || e.shiftKey) return;
  const ref = mark.getAttribute("aria-label").replace(/的链接$/, "");
  const title = document.querySelector("h1").textContent;
  const number = document.querySelector(".no")?.textContent;
  const words = `《${title}》${number ? `（${number}）` : ""}${ref}`;
  tip(mark, "引用" + ref, [words, mark.href], [
    ["复制引用", () => copy(words + "\n" + mark.href)],
    ["复制链接", () => copy(mark.href)],
  ]);
});
