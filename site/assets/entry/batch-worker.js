// The worker of the page on many applicants, loaded when that page is.
import "js/batch/worker.js";
