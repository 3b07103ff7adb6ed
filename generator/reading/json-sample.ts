import {
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from "jsonc-parser";
import type { Report } from "../diagnostics/reporter.ts";
import type { Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import type { Span } from "../text/span.ts";

/** A piece of text that may be JSON, with a way back from its offsets to the document. */
export interface SampleText {
	readonly text: string;
	readonly span: Span;
	readonly at: (start: number, end: number) => Span;
}

/** A value of a JSON sample and its place; keys keep theirs. */
export type SampleNode = SampleObject | SampleArray | SampleValue;

export interface SampleValue {
	readonly kind: "value";
	readonly value: string | number | boolean | null;
	/** What the docs say may be there, where they say it in place of a value: `"a" | "b"`, `<bool>`. */
	readonly says?: Shape;
	/** The name in angle brackets that stands in place of a value: `value` of `<value>`. */
	readonly placeholder?: string;
	readonly span: Span;
}

export interface SampleObject {
	readonly kind: "object";
	/** No key stands twice. */
	readonly entries: readonly SampleEntry[];
	/** True when its keys only stand for what may be there: `{ "<label>": 1 }`. */
	readonly isMap?: boolean;
	readonly span: Span;
}

export interface SampleArray {
	readonly kind: "array";
	readonly items: readonly SampleNode[];
	readonly span: Span;
}

export interface SampleEntry {
	readonly key: string;
	readonly keySpan: Span;
	readonly node: SampleNode;
}

/**
 * Reads JSON leniently: comments and trailing commas pass, faults and doubled keys are reported with their places.
 * Nothing is returned for text without any JSON in it, which an empty fence is too.
 */
export function readSample(
	sample: SampleText,
	report: Report,
): SampleNode | undefined {
	const errors: ParseError[] = [];
	const tree = parseTree(sample.text, errors, { allowTrailingComma: true });
	const [fault] = errors;
	if (fault !== undefined && sample.text.trim() !== "") {
		// What is missing at the end is shown at the last character.
		const { length } = sample.text;
		const start = Math.min(fault.offset, length - 1);
		const end = Math.min(start + Math.max(1, fault.length), length);
		const problem = problemOf(fault);
		report("sample/broken-json", sample.at(start, end), { problem });
	}
	return tree === undefined ? undefined : readNode(tree, sample, report);
}

function problemOf(fault: ParseError): string {
	return printParseErrorCode(fault.error)
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.toLowerCase();
}

function readNode(
	node: Node,
	sample: SampleText,
	report: Report,
): SampleNode | undefined {
	// A comment that nobody closes is longer than the text there.
	const end = Math.min(node.offset + node.length, sample.text.length);
	const span = sample.at(node.offset, end);
	const children = node.children ?? [];
	if (node.type === "object") {
		const entries = new Map<string, SampleEntry>();
		for (const property of children) {
			const entry = readEntry(property, sample, report);
			if (entry === undefined) continue;
			const twin = entries.get(entry.key);
			if (twin !== undefined)
				report("sample/duplicate-key", entry.keySpan, { key: entry.key }, [
					{ message: "first here", span: twin.keySpan },
				]);
			entries.set(entry.key, entry);
		}
		return { kind: "object", entries: [...entries.values()], span };
	}
	if (node.type === "array") {
		const items = children.flatMap(
			(child) => readNode(child, sample, report) ?? [],
		);
		return { kind: "array", items, span };
	}
	return { kind: "value", value: node.value ?? null, span };
}

function readEntry(
	property: Node,
	sample: SampleText,
	report: Report,
): SampleEntry | undefined {
	const [key, value] = property.children ?? [];
	if (key === undefined || value === undefined) return undefined;
	const node = readNode(value, sample, report);
	if (node === undefined) return undefined;
	const keySpan = sample.at(key.offset, key.offset + key.length);
	return { key: String(key.value), keySpan, node };
}

/** The plain value of a sample; `__proto__` is a key like any other. */
export function jsonOf(node: SampleNode): JsonValue {
	switch (node.kind) {
		case "value":
			return node.value;
		case "array":
			return node.items.map(jsonOf);
		case "object":
			return Object.fromEntries(
				node.entries.map((entry) => [entry.key, jsonOf(entry.node)]),
			);
	}
}
