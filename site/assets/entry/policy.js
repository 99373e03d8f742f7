// The text of a policy.
import "parts/toc/toc.js";
import "parts/clause/clause.js";
