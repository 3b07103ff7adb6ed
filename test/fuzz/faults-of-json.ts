import type { Report } from "../../generator/diagnostics/reporter.ts";
import {
	jsonOf,
	readSample,
	type SampleNode,
	type SampleText,
} from "../../generator/reading/json-sample.ts";
import { readLoose } from "../../generator/reading/loose-json.ts";
import { openSource, spanBetween } from "../../generator/text/source.ts";
import type { Span } from "../../generator/text/span.ts";
import { isDeep } from "./deep-json.ts";

/** Reads bytes as a sample of JSON, both ways: places lie in it, and what is JSON is read as `JSON.parse` reads it. */
export function faultsOfJson(bytes: Uint8Array): readonly string[] {
	const text = new TextDecoder().decode(bytes);
	const source = openSource({ file: "sample.json", text });
	const sample: SampleText = {
		text: source.text,
		span: spanBetween(source, 0, source.text.length),
		at: (start, end) => spanBetween(source, start, end),
	};
	const told: Span[] = [];
	const codes: string[] = [];
	const report: Report = (code, span, _, related = []) => {
		codes.push(code);
		told.push(span, ...related.map((one) => one.span));
	};
	const loose = readLoose(sample, report);
	const strict = readSample(sample, report);
	const nodes = strict === undefined ? loose : [...loose, strict];
	const places = [...told, ...nodes.flatMap(spansIn)];
	return [
		...places
			.filter(({ start, end }) => !within(start.offset, end.offset, sample))
			.map(({ start, end }) => `misplaced: ${start.offset}-${end.offset}`),
		...likeJson(sample.text, { loose: loose[0], strict }, codes),
	];
}

/** What is read otherwise than `JSON.parse` reads it; nothing for what is no JSON, or deeper than we read. */
function likeJson(
	text: string,
	read: Readonly<Record<string, SampleNode | undefined>>,
	codes: readonly string[],
): readonly string[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return [];
	}
	if (isDeep(value)) return [];
	const expected = JSON.stringify(value);
	const faults = codes.filter((code) => code !== "sample/duplicate-key");
	return [
		...faults.map((code) => `reported: ${code}`),
		...Object.entries(read).flatMap(([name, node]) => {
			const found = node && JSON.stringify(jsonOf(node));
			return found === expected ? [] : [`${name}: ${found} is not ${expected}`];
		}),
	];
}

function within(start: number, end: number, { text }: SampleText): boolean {
	return 0 <= start && start <= end && end <= text.length;
}

function spansIn(node: SampleNode): readonly Span[] {
	if (node.kind === "value") return [node.span];
	if (node.kind === "array") return [node.span, ...node.items.flatMap(spansIn)];
	return [
		node.span,
		...node.entries.flatMap((entry) => [entry.keySpan, ...spansIn(entry.node)]),
	];
}
