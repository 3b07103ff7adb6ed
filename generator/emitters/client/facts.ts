import type {
	Fact,
	Operation,
	Origin,
	Origins,
	Shape,
} from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";

/**
 * Sentences that say which facts the docs do not state, and where they were read off:
 * `Inferred from docs/hives.md:15 and docs/bees.md:3 (type, description).` Nothing for what is stated.
 */
export function basisOf(
	origins: Origins,
	subject?: string,
): string | undefined {
	const places = new Map<string, { sentence: string; at: Origin[] }>();
	const stated = origins.some(({ basis }) => basis === "stated");
	for (const origin of origins) {
		const { basis, of } = origin;
		if (basis === "stated") continue;
		const named = of?.map(wordFor).join(", ") ?? subject;
		const facts = named === subject ? "" : ` (${named})`;
		const key = `${basis}${facts}`;
		const part = stated && of === undefined ? "in part " : "";
		const start = subject === undefined ? "" : `${subject} `;
		const verb = basis === "inferred" ? "inferred from" : "assumed at";
		const found = places.get(key) ?? {
			sentence: `${start}${part}${verb} %${facts}.`,
			at: [],
		};
		found.at.push(origin);
		places.set(key, found);
	}
	const sentences = [...places.values()].map(({ sentence, at }) =>
		capital(sentence.replace("%", () => listed(placesIn(at)))),
	);
	return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** `a.md:3`, `a.md:3, 9 and b.md:4`, `a.md:3, 9 and 4 more`: enough places to find the rest. */
function listed(places: readonly Place[]): string {
	const few = places.length > 3 ? places.slice(0, 2) : places;
	const files = new Map<string, string>();
	for (const { file, line } of few) {
		const found = files.get(file);
		files.set(
			file,
			found === undefined ? `${file}:${line}` : `${found}, ${line}`,
		);
	}
	const all = [...files.values()];
	if (places.length > few.length)
		all.push(`${places.length - few.length} more`);
	const last = all.pop() ?? "";
	return all.length === 0 ? last : `${all.join(", ")} and ${last}`;
}

interface Place {
	readonly file: string;
	readonly line: number;
}

/** Each place once. */
function placesIn(origins: readonly Origin[]): readonly Place[] {
	const places = new Map(
		origins.map(({ span: { file, start } }) => [
			`${file}:${start.line}`,
			{ file, line: start.line },
		]),
	);
	return [...places.values()];
}

/** `Docs: docs/hives.md:15.` The places whose statements made a shape. */
export function docsOf(origins: Origins): string {
	return `Docs: ${listed(placesIn(origins))}.`;
}

/** `` `POST /hives`: docs/hives.md:24.`` with every document that has an operation. */
export function placesOf({ id, places, origins }: Operation): string {
	const found = places.flatMap(
		({ file }) => origins.find(({ span }) => span.file === file) ?? [],
	);
	const [first] = origins;
	return `${span(id)}: ${listed(placesIn(found.length > 0 ? found : [first]))}.`;
}

/** What the type of a value cannot say: `Format: date-time.`, `At least 1.` */
export function constraintsOf(shape: Shape): string | undefined {
	const sentences: string[] = [];
	if (shape.kind === "string") {
		const { format, minLength, maxLength, pattern } = shape;
		if (format !== undefined) sentences.push(`Format: ${format}.`);
		if (format === "byte")
			sentences.push("Bytes in base64: `toBase64`, `fromBase64`.");
		if (minLength !== undefined || maxLength !== undefined)
			sentences.push(`Length: ${range(minLength, maxLength)}.`);
		if (pattern !== undefined) sentences.push(`Pattern: ${span(pattern)}.`);
	}
	if (shape.kind === "number") {
		const { integer, minimum, maximum } = shape;
		if (integer === true) sentences.push("An integer.");
		if (minimum !== undefined || maximum !== undefined)
			sentences.push(`Range: ${range(minimum, maximum)}.`);
	}
	if (shape.kind === "union" && shape.discriminator !== undefined)
		sentences.push(`Told apart by ${span(shape.discriminator)}.`);
	if (shape.kind === "unknown" && shape.placeholder !== undefined)
		sentences.push(
			`The docs cut this off: they show only ${span(shape.placeholder)}.`,
		);
	return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** ``Default: `20`.`` */
export function defaultOf(value: JsonValue | undefined): string | undefined {
	return value === undefined
		? undefined
		: `Default: ${span(JSON.stringify(value))}.`;
}

/** The sentences that there are, as one paragraph. */
export function paragraph(
	...sentences: readonly (string | undefined)[]
): string {
	return sentences.filter((sentence) => sentence !== undefined).join(" ");
}

/** Text as a sentence: with a full stop unless it ends in something of the kind. */
export function sentence(text: string | undefined): string | undefined {
	return text?.trimEnd().replace(/(?<![.!?:])$/, ".");
}

/** Markdown for text that is to be read letter by letter. */
export function span(text: string): string {
	const runs = text.match(/`+/g) ?? [];
	const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
	const fence = "`".repeat(longest + 1);
	return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

function range(from: number | undefined, to: number | undefined): string {
	if (from === undefined) return `at most ${to}`;
	return to === undefined ? `at least ${from}` : `${from} to ${to}`;
}

function wordFor(fact: Fact): string {
	return fact === "required" ? "whether required" : fact;
}

function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
