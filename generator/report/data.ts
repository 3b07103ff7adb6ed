import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Basis, Fact } from "../model/types.ts";

/** What the page shows at once; everything else is read when somebody looks at it. */
export interface ReportSummary {
	readonly title: string;
	/** How many there are in all: two documents may describe the same. */
	readonly operations: number;
	readonly documents: readonly DocumentSummary[];
	readonly diagnostics: readonly ReportDiagnostic[];
	readonly unread: readonly UnreadBlock[];
	/** Of a page that a server shows: it has an address for what changed. */
	readonly served?: Served;
	/** Missing where nothing was compared. */
	readonly changes?: ReportChanges;
}

/** How a page that a server shows leads to where the docs lie. */
export interface Served {
	/** The address that opens a place in an editor, with `{path}`, `{line}` and `{column}` in it. */
	readonly editor?: string;
	/** The path of each document, from the root; empty where there is none. */
	readonly paths: readonly string[];
}

/** How many facts there are of each basis: a fact counts once for each place that it leads to. */
export type FactCounts = Readonly<Record<Basis, number>>;

/** How many lines are what. */
export type LineTotals = Readonly<Record<LineKind, number>>;

export interface DocumentSummary extends FactCounts {
	readonly file: string;
	readonly dialects: readonly string[];
	readonly operations: number;
	readonly lines: LineTotals;
	/** Blocks that nothing became of. */
	readonly unread: number;
	readonly diagnostics: Readonly<Record<Severity, number>>;
}

/** A place in the docs: the index of the document, the first line and the last, from 1. */
export type Place = readonly [document: number, from: number, to: number];

export interface ReportDiagnostic {
	readonly severity: Severity;
	readonly code: string;
	readonly message: string;
	readonly help: string;
	readonly place: Place;
	/** The first column in its first line, from 1. */
	readonly column: number;
	readonly related?: readonly {
		readonly message: string;
		readonly place: Place;
	}[];
}

export interface UnreadBlock {
	readonly place: Place;
	/** Why, in a person's words. */
	readonly what: string;
	/** Its first line. */
	readonly text: string;
}

/** What became of a line: what is stated or inferred on it, or else how its block was taken. */
export type LineKind =
	| "stated"
	| "inferred"
	| "read"
	| "prose"
	| "unread"
	| "blank";

/** A document as it is written, with a letter of `lineLetters` for each of its lines. */
export interface DocumentText {
	readonly text: string;
	readonly kinds: string;
	readonly blocks: readonly (readonly [
		from: number,
		to: number,
		what: string,
	])[];
}

/** The letters that stand for what became of a line. */
export const lineLetters: Readonly<Record<LineKind, string>> = {
	stated: "S",
	inferred: "I",
	read: "R",
	prose: "P",
	unread: "U",
	blank: "B",
};

/** Something that facts are about: an operation, a named shape, or the API as a whole. */
export interface Subject {
	readonly kind: "operation" | "shape" | "api";
	/** `GET /hives/{hive_id}`, `Hive`. */
	readonly title: string;
	/** What calls it in the client: `hives.get`. */
	readonly name?: string;
	readonly summary?: string;
	readonly deprecated?: true;
	/** How the client declares its method, and a call of it. */
	readonly signature?: string;
	readonly call?: string;
	/** The first is about the whole of it. */
	readonly rows: readonly Row[];
}

/** One part of a subject and where it is known from. */
export interface Row {
	/** How far inside it stands; 0 for a part of the subject itself. */
	readonly depth: number;
	/** `query parameter page`, `id`. */
	readonly label: string;
	readonly type?: string;
	readonly required?: boolean;
	/** Further facts in words: `default 20`, `deprecated`. */
	readonly notes?: string;
	/** The start of what the docs say of it. */
	readonly text?: string;
	readonly origins: readonly RowOrigin[];
}

/** A place, its basis as an index of `bases`, and the facts that it vouches for, all where there are none. */
export type RowOrigin = readonly [
	document: number,
	from: number,
	to: number,
	basis: number,
	of?: readonly Fact[],
];

/** In the order that the indexes of the data count them. */
export const bases: readonly Basis[] = ["stated", "inferred", "assumed"];

/** What differs from what the docs were compared with. */
export interface ReportChanges {
	/** As it was asked for. */
	readonly before: string;
	readonly after: string;
	readonly changes: readonly ReportChange[];
}

export interface ReportChange {
	readonly impact: "breaking" | "addition" | "wording";
	readonly rule: string;
	/** A sentence without a full stop. */
	readonly message: string;
	/** What stood there, in words. */
	readonly before?: string;
	readonly after?: string;
	/** The operations that it touches, `GET /hives`. */
	readonly operations: readonly string[];
	readonly places: readonly ReportChangedPlace[];
}

/** Where it is said, with the lines around it where the docs are known. */
export interface ReportChangedPlace {
	readonly before?: Excerpt;
	readonly after?: Excerpt;
}

export interface Excerpt {
	readonly file: string;
	/** The lines that it is about; none where it would stand at `from`, and `to` is less. */
	readonly from: number;
	readonly to: number;
	/** The number of the first line of `lines`. */
	readonly start: number;
	readonly lines: readonly string[];
}
