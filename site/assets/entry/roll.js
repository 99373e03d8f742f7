// Notices and lists: where in its days a notice is, and tables to sort.
import "parts/period/period.js";
import "parts/roster/roster.js";
