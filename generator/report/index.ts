export { type Across, lineAcross } from "./across.ts";
export type { Excerpt, ReportChanges } from "./data.ts";
export { type Method, makeReport } from "./make-report.ts";
export { printPage } from "./print-page.ts";
