import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Basis } from "../../model/types.ts";
import type { DocumentSummary } from "../data.ts";

/** What is looked for; what is empty excludes nothing. */
export interface Filter {
	readonly text: string;
	readonly severity: Severity | "";
	readonly basis: Basis | "";
	readonly dialect: string;
	readonly document: number | "";
}

export const noFilter: Filter = {
	text: "",
	severity: "",
	basis: "",
	dialect: "",
	document: "",
};

/** What of a thing is held to a filter; what it has not is not asked for. */
export interface Facets {
	readonly texts: readonly (string | undefined)[];
	readonly severities?: readonly Severity[];
	readonly bases?: readonly Basis[];
	/** The documents that it has to do with. */
	readonly documents: readonly number[];
}

/** True for what has every word that is looked for, in any case of letters, and all else that is. */
export function matches(
	filter: Filter,
	{ texts, severities, bases, documents }: Facets,
	summaries: readonly DocumentSummary[],
): boolean {
	const { text, severity, basis, dialect, document } = filter;
	if (severity !== "" && severities?.includes(severity) === false) return false;
	if (basis !== "" && bases?.includes(basis) === false) return false;
	if (document !== "" && !documents.includes(document)) return false;
	if (
		dialect !== "" &&
		!documents.some((at) => summaries[at]?.dialects.includes(dialect))
	)
		return false;
	const words = text.toLowerCase().split(/\s+/);
	const whole = texts.join("\n").toLowerCase();
	return words.every((word) => whole.includes(word));
}
