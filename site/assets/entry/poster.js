// Pictures to pass on.
import "parts/poster/poster.js";
