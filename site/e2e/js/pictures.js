// Pictures drawn by the generator.
Object.assign(e2e, {
  // Words of a picture that leave it or lie on others.
  crowded() {
    const faults = [];
    for (const svg of document.querySelectorAll("main svg")) {
      const frame = svg.viewBox.baseVal;
      const boxes = [...svg.querySelectorAll("text")].map((e) => ({ words: e.textContent, box: e.getBBox() }));
      boxes.forEach(({ words, box }, i) => {
        if (box.x < -1 || box.x + box.width > frame.width + 1 || box.y < -1 || box.y + box.height > frame.height + 2) {
          faults.push(words + " leaves the picture");
        }
        for (const other of boxes.slice(i + 1)) {
          const wide = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
          // a line's box is higher than its letters
          const high = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
          if (wide > 1 && high > 0.45 * Math.min(box.height, other.box.height)) faults.push(words + " lies on " + other.words);
        }
      });
    }
    return faults;
  },

  // What a saved picture is.
  async savedPicture() {
    await e2e.until(() => document.querySelector(".poster-box img")?.complete && document.querySelector(".poster-box [download]")?.href);
    const image = document.querySelector(".poster-box img");
    const canvas = document.createElement("canvas");
    canvas.width = 150;
    canvas.height = Math.round((150 * image.naturalHeight) / image.naturalWidth);
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) dark += data[i] + data[i + 1] + data[i + 2] < 600;
    return {
      Wide: image.naturalWidth,
      High: image.naturalHeight,
      Dark: dark / (data.length / 4),
      Link: document.querySelector(".poster-box [download]").href,
      Says: document.querySelector(".poster-box [role=status]").textContent,
    };
  },
});
