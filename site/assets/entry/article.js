// An article: its marks copy their address.
import "parts/clause/clause.js";
