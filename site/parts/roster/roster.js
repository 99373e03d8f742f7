// A press on the name of a column sorts a table by it; another turns it round.
// The columns of numbers are those set to the right.

const fill = (words, name) => words.replace("{0}", name);

function key(cell, numeric) {
  const text = cell.dataset.key ?? cell.textContent;
  return numeric ? Number(text.replaceAll(",", "")) : text;
}

function sort(table, head, column) {
  const numeric = head.classList.contains("r");
  const down = head.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [key(row.cells[column], numeric), row]);
  const order = numeric ? (a, b) => a[0] - b[0] : (a, b) => a[0].localeCompare(b[0], "zh-CN");
  rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
  body.append(...rows.map((r) => r[1]));
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const said = table.closest("div").nextElementSibling;
  if (said) said.textContent = fill(down ? table.dataset.down : table.dataset.up, head.textContent);
}

for (const table of document.querySelectorAll("table.roster")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = fill(table.dataset.sort, head.textContent);
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head, column));
  });
}
