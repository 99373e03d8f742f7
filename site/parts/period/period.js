// Where in its days a notice is, by the calendar of China. Without this the
// dates and a sentence that stays true are on the page.

const DAY = 86_400_000;

// today is the day in China: 2024-05-06.
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

for (const box of document.querySelectorAll(".period")) {
  const { begin, end } = box.dataset;
  const now = today();
  const left = Math.round((Date.parse(end) - Date.parse(now)) / DAY) + 1;
  const is = now < begin ? "before" : now > end ? "after" : "during";
  const words = is === "during" && left === 1 ? box.dataset.last : box.dataset[is];
  box.dataset.now = is;
  box.querySelector(".state").textContent = words.replace("{0}", left);
}
