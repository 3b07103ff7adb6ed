import type { Fact, Operation, Origins, Shape } from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";

/**
 * Sentences that say which facts the docs do not state, and where they were read off:
 * `Inferred from docs/hives.md:15 and docs/bees.md:3 (type, description).` Nothing for what is stated.
 */
export function basisOf(
	origins: Origins,
	subject?: string,
): string | undefined {
	const places = new Map<string, { sentence: string; at: Set<string> }>();
	const stated = origins.some(({ basis }) => basis === "stated");
	for (const { span, basis, of } of origins) {
		if (basis === "stated") continue;
		const facts = of === undefined ? "" : ` (${of.map(wordFor).join(", ")})`;
		const key = `${basis}${facts}`;
		const part = stated && of === undefined ? "in part " : "";
		const start = subject === undefined ? "" : `${subject} is `;
		const verb = basis === "inferred" ? "inferred from" : "assumed at";
		const found = places.get(key) ?? {
			sentence: `${start}${part}${verb} %${facts}.`,
			at: new Set(),
		};
		found.at.add(`${span.file}:${span.start.line}`);
		places.set(key, found);
	}
	const sentences = [...places.values()].map(({ sentence, at }) =>
		capital(sentence.replace("%", () => listed([...at]))),
	);
	return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** `a`, `a and b`, `a, b and 4 more`: enough places to find the rest. */
function listed(places: readonly string[]): string {
	const few = 3;
	if (places.length === 1) return places.join();
	if (places.length > few)
		return `${places.slice(0, few - 1).join(", ")} and ${places.length - few + 1} more`;
	return `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;
}

/** `Docs: docs/hives.md:15.` The places whose statements made a shape. */
export function docsOf(origins: Origins): string {
	const places = origins.map(({ span }) => `${span.file}:${span.start.line}`);
	return `Docs: ${listed([...new Set(places)])}.`;
}

/** ``Docs of `POST /hives`: docs/hives.md#create-a-hive, line 24.`` with every place that documents an operation. */
export function placesOf({ id, places, origins }: Operation): string {
	const named = places.map(({ file, anchor }) => {
		const line = origins.find(({ span }) => span.file === file)?.span.start
			.line;
		const heading = anchor === undefined ? file : `${file}#${anchor}`;
		return line === undefined ? heading : `${heading}, line ${line}`;
	});
	const [{ span: first }] = origins;
	const all =
		named.length > 0 ? named : [`${first.file}, line ${first.start.line}`];
	return `Docs of ${span(id)}: ${all.join("; ")}.`;
}

/** What the type of a value cannot say: `Format: date-time.`, `At least 1.` */
export function constraintsOf(shape: Shape): string | undefined {
	const sentences: string[] = [];
	if (shape.kind === "string") {
		const { format, minLength, maxLength, pattern } = shape;
		if (format !== undefined) sentences.push(`Format: ${format}.`);
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
	return fact === "required" ? "whether it is required" : fact;
}

function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
