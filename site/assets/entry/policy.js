// The text of a policy.
import "parts/toc/toc.js";
import "parts/clause/clause.js";
import "parts/words/words.js";
import "parts/toolbar/toolbar.js";
