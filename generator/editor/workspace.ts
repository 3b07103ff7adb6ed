import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import type {
	Apart,
	Known,
	KnownReading,
	Memory,
	ReadAids,
	Reading,
	ReadOptions,
} from "../pipeline.ts";
import { groupBy } from "../text/group.ts";
import type { SourceText } from "../text/source.ts";
import { finish, type Steps } from "../text/steps.ts";
import { shiftDiagnostics } from "./shift.ts";

/** The two halves of reading. */
export interface Halves {
	readonly readApart: (
		docs: readonly SourceText[],
		options: ReadOptions,
		aids: ReadAids,
	) => Apart;
	readonly readingTogether: (
		apart: Apart,
		options: ReadOptions,
	) => Steps<Reading>;
}

/** Documents that change one by one while somebody asks what they say. */
export interface Workspace {
	/** Puts a document in, in place of one of the same name. */
	readonly put: (document: SourceText) => void;
	readonly remove: (file: string) => void;
	readonly document: (file: string) => SourceText | undefined;
	/** What a document says by itself, as it is now; nothing where it is refused or not there. */
	readonly alone: (file: string) => KnownReading | undefined;
	/** What all documents say together, as they are now. */
	readonly reading: () => Reading;
	/** The same, step by step; to be left alone when a document changes meanwhile, of which it would know nothing. */
	readonly readingInSteps: () => Steps<Reading>;
	/**
	 * What is told of a document: what it says by itself as it is now, and what all of them say together as that was known
	 * last, moved along with the text.
	 */
	readonly toldSoFar: (file: string) => readonly Diagnostic[];
}

/** Reads a document again when it changed, and all of them together when somebody asks; what has not changed is remembered. */
export function openWorkspace(
	documents: readonly SourceText[],
	options: ReadOptions,
	{ readApart, readingTogether }: Halves,
): Workspace {
	const current = new Map(documents.map((one) => [one.file, one]));
	const known = new Map<string, { document: SourceText; known: Known }>();
	const again = new Map<string, ReturnType<NonNullable<Memory["again"]>>>();
	const memory: Memory = {
		recall(document) {
			const found = known.get(document.file);
			return found?.document === document ? found.known : undefined;
		},
		keep(document, facts) {
			known.set(document.file, { document, known: facts });
		},
		again(file) {
			const found = again.get(file) ?? {
				written: {},
				plain: {},
				limits: {},
				sections: {},
			};
			again.set(file, found);
			return found;
		},
	};
	let lastApart: Apart | undefined;
	let lastReading: Reading | undefined;
	/** What only all documents together tell, and of which texts. */
	let shared: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
	let texts: ReadonlyMap<string, string> = new Map();

	function apart(): Apart {
		lastApart ??= readApart([...current.values()], options, { memory });
		return lastApart;
	}

	function* readingInSteps(): Steps<Reading> {
		if (lastReading !== undefined) return lastReading;
		const own = apart();
		const now = new Map([...current].map(([file, { text }]) => [file, text]));
		yield;
		const made = yield* readingTogether(own, options);
		const alone = new Set(own.diagnostics);
		shared = groupBy(
			made.diagnostics.filter((one) => !alone.has(one)),
			({ span }) => span.file,
		);
		texts = now;
		if (own === lastApart) lastReading = made;
		return made;
	}

	function changed(): void {
		lastApart = undefined;
		lastReading = undefined;
	}

	return {
		put(document) {
			if (current.get(document.file)?.text === document.text) return;
			current.set(document.file, document);
			changed();
		},
		remove(file) {
			if (!current.delete(file)) return;
			known.delete(file);
			again.delete(file);
			changed();
		},
		document: (file) => current.get(file),
		alone: (file) =>
			apart().readings.find(({ coverage }) => coverage.file === file),
		reading: () => finish(readingInSteps()),
		readingInSteps,
		toldSoFar(file) {
			const own = apart().diagnostics.filter(({ span }) => span.file === file);
			const before = texts.get(file) ?? "";
			const after = current.get(file)?.text ?? "";
			const others = shiftDiagnostics(shared.get(file) ?? [], before, after);
			return sortDiagnostics(own, others);
		},
	};
}
