// The gallery runs the scripts of all parts.
import "parts/*.js";
