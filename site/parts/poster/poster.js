// Saves a picture of the page as an image, for where only images can be sent.
// The picture carries the colours of paper in its attributes; nothing else of
// the page goes into the image, and nothing leaves the device.

// Twice the size of the picture; phones that cannot hold so large a canvas
// leave it empty, and get a smaller one.
const scales = [2, 1.5, 1];

for (const box of document.querySelectorAll(".poster-box")) {
  const button = box.querySelector("button");
  button.parentElement.hidden = false;
  button.addEventListener("click", () => save(box, button));
}

async function save(box, button) {
  const status = box.querySelector("[role=status]");
  button.disabled = true;
  status.textContent = status.dataset.busy;
  try {
    const canvas = await draw(box.querySelector("svg"));
    show(box, canvas);
    status.textContent = status.dataset.done;
  } catch {
    status.textContent = status.dataset.failed;
  }
  button.disabled = false;
}

async function draw(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  await image.decode();
  for (const scale of scales) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext("2d");
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (pen?.getImageData(0, 0, 1, 1).data[3]) return canvas;
  }
  throw new Error("no canvas");
}

// show puts the image into the page, where a long press saves it, and beside it
// a link to download it.
function show(box, canvas) {
  const image = box.querySelector("img") || box.appendChild(new Image());
  image.alt = box.querySelector("svg title").textContent;
  image.src = canvas.toDataURL("image/png");
  const link = box.querySelector("[download]") || box.appendChild(document.createElement("a"));
  link.download = box.dataset.file + ".png";
  link.textContent = box.querySelector("[role=status]").dataset.get;
  canvas.toBlob((blob) => {
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(blob);
  });
}
