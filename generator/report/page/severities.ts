import type { Severity } from "../../diagnostics/diagnostic.ts";

/** The worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];
