// What would change an answer: see otherwise.js.
export { otherwise } from "js/otherwise.js";
