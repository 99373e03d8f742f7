// Loaded when somebody asks to be read to.
export { speak } from "js/speak.js";
