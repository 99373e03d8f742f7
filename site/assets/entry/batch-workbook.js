// What the worker loads when a table is an Excel workbook.
export { workbook } from "js/batch/xlsx.js";
