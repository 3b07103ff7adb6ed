import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createReporter } from "../diagnostics/reporter.ts";
import {
	isAsNarrow,
	type MarkdownLimits,
	type PassedLimit,
	passedLimit,
} from "../markdown/limits.ts";
import { type LastLimits, passedLimitAgain } from "../markdown/limits-again.ts";
import type { LastParsed } from "../markdown/parse-again.ts";
import { parseDocument } from "../markdown/sections.ts";
import { mayBeSilent, type Silence, silencesIn } from "../reading/silence.ts";
import { lazily } from "../text/once.ts";
import { openSource, type SourceText } from "../text/source.ts";
import { withinSeconds } from "../text/time-limit.ts";
import type { Dialect } from "./dialect.ts";
import type { KnownSections } from "./read-again.ts";
import { type DocumentReading, statesEndpoint } from "./read-document.ts";
import {
	type PlainDocument,
	plainDocument,
	readPlainDocument,
} from "./read-plain.ts";

/** How a document is read: `all` of it, or, where no document states an endpoint, the `calls` alone. */
export type Manner = "all" | "calls";

/** What one document says, whatever other documents say. It is plain JSON, and may be kept from one run to the next. */
export interface Known {
	readonly silences: readonly Silence[];
	readonly statesEndpoint: boolean;
	/** Limits that the document keeps to. */
	readonly limits: MarkdownLimits;
	readonly readings: Readonly<Partial<Record<Manner, KnownReading>>>;
}

/** A reading with what was reported on the way. */
export interface KnownReading extends DocumentReading {
	readonly diagnostics: readonly Diagnostic[];
}

/** What takes work to put together is left until somebody asks, where that is wanted: until then it holds the trees. */
function knownReading(
	reading: DocumentReading,
	diagnostics: readonly Diagnostic[],
	later: boolean,
): KnownReading {
	if (!later) {
		const { fragment, coverage } = reading;
		return { fragment, coverage, diagnostics };
	}
	return {
		get fragment() {
			return reading.fragment;
		},
		get coverage() {
			return reading.coverage;
		},
		diagnostics,
	};
}

/** Where what documents say is kept. */
export interface Memory {
	/** What is known of exactly this document. */
	readonly recall: (document: SourceText) => Known | undefined;
	readonly keep: (document: SourceText, known: Known) => void;
	/** What is known of the parts of the document of this name, where it is read again and again. */
	readonly again?: (file: string) => {
		readonly written: LastParsed;
		readonly plain: LastParsed;
		readonly limits: LastLimits;
		readonly sections: KnownSections;
	};
}

/** A document that is read as far as somebody asks, and not at all where everything is known. */
export interface LazyDocument {
	readonly silences: readonly Silence[];
	readonly statesEndpoint: boolean;
	readonly read: (manner: Manner) => KnownReading;
}

export interface OpenRequest {
	readonly dialects: readonly Dialect[];
	/** How far the document may go. */
	readonly limits: MarkdownLimits;
	/** How long it may take to parse the document, and again to read it. */
	readonly seconds: number;
	readonly memory?: Memory | undefined;
}

/** Characters of a document that cannot take long within the limits on its Markdown. */
const shortText = 4_000;

/**
 * Opens a document over what is known of it; one that goes too far for a parser is not read at all. Throws `TimeOver`, as
 * its reading does, when that takes too long.
 */
export function openDocument(
	document: SourceText,
	{ dialects, limits, seconds, memory }: OpenRequest,
): LazyDocument | PassedLimit {
	let plain: PlainDocument | undefined;
	const last = memory?.again?.(document.file);
	const source = lazily(() => openSource(document));
	const parse = lazily(() => parseDocument(source(), last?.written));
	const known = memory?.recall(document);
	if (known === undefined || !isAsNarrow(known.limits, limits)) {
		const { text } = source();
		const passed =
			last === undefined
				? passedLimit(text, limits)
				: passedLimitAgain(text, limits, last.limits);
		if (passed !== undefined) return passed;
	}
	const inTime = <T>(run: () => T): T =>
		document.text.length < shortText ? run() : withinSeconds(seconds, run);
	const facts = known ?? inTime(begin);
	return { ...facts, read };

	function plainOf(): PlainDocument {
		return plainDocument(source(), parse, { dialects, last: last?.plain });
	}

	function begin(): Known {
		plain = plainOf();
		return {
			silences: mayBeSilent(source()) ? silencesIn(parse()) : [],
			statesEndpoint: statesEndpoint(plain.document, dialects),
			limits,
			readings: {},
		};
	}

	function read(manner: Manner): KnownReading {
		const before = facts.readings[manner];
		if (before !== undefined) return before;
		const { report, diagnostics } = createReporter();
		const callsOnly = manner === "calls";
		const choice = { callsOnly, ...(last && { known: last.sections }) };
		const reading = inTime(() => {
			plain ??= plainOf();
			return readPlainDocument(plain, dialects, report, choice);
		});
		const found = knownReading(reading, diagnostics(), last !== undefined);
		const readings = { ...facts.readings, [manner]: found };
		memory?.keep(document, { ...facts, readings });
		return found;
	}
}
