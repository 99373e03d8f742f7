// Only in the preview: load again when the content changes, at the same place.
const events = new EventSource("/_preview/events");
events.onmessage = () => location.reload();
addEventListener("pagehide", () => events.close());
