import { formatPlace } from "../diagnostics/format.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Docs } from "../output/docs.ts";
import type { Reading } from "../pipeline.ts";
import { pathsFrom } from "./messages.ts";
import { printNumbers, printTable, width } from "./table.ts";

type PathOf = (file: string) => string;

/** What was read of which document, what it became, and every block that was not read, with its place and first line. */
export function printReading(
	{ model, coverage }: Reading,
	docs: Docs,
	cwd: string,
): string {
	const pathOf = pathsFrom(cwd, docs);
	const parts = [
		printDocuments(coverage, pathOf),
		printOperations(model, pathOf),
		printShapes(model, pathOf),
		printUnread(coverage, docs, pathOf),
	];
	return parts.filter((part) => part !== undefined).join("\n");
}

function printDocuments(coverage: Reading["coverage"], pathOf: PathOf): string {
	const documents = coverage.map(({ file, operations, fields, lines }) => {
		const { total, read, prose, unread, blank } = lines;
		return {
			counts: [operations, fields, total, read, prose, unread, blank],
			name: pathOf(file),
		};
	});
	const sums = documents.reduce<readonly number[]>(
		(sum, { counts }) => counts.map((count, at) => count + (sum[at] ?? 0)),
		[],
	);
	const [, , total = 0, ...kinds] = sums;
	const table = printNumbers(
		[
			"Operations",
			"Fields",
			"Lines",
			"Read",
			"Prose",
			"Unread",
			"Blank",
			"Document",
		],
		documents.map(({ counts, name }) => [...counts.map(grouped), name]),
	);
	const names = ["read", "prose", "unread", "blank"];
	const parts = names.map((name, at) => `${grouped(kinds[at] ?? 0)} ${name}`);
	return `${table}\n${grouped(total)} lines: ${parts.join(", ")}\n`;
}

function printOperations(
	{ operations }: Reading["model"],
	pathOf: PathOf,
): string {
	return printTable(
		["Operation", "Name", "Place"],
		operations.map(({ id, resource, name, origins }) => [
			id,
			[...(resource ?? []), name ?? ""].join("."),
			formatPlace(origins[0].span, { pathOf }),
		]),
	);
}

function printShapes(
	{ shapes }: Reading["model"],
	pathOf: PathOf,
): string | undefined {
	if (shapes.length === 0) return undefined;
	return printTable(
		["Shape", "Kind", "Place"],
		shapes.map(({ name, shape, origins }) => [
			name,
			shape.kind === "object"
				? `object of ${shape.properties.length}`
				: shape.kind,
			formatPlace(origins[0].span, { pathOf }),
		]),
	);
}

function printUnread(
	coverage: Reading["coverage"],
	{ documents }: Docs,
	pathOf: PathOf,
): string | undefined {
	const texts = new Map(documents.map(({ file, text }) => [file, text]));
	const unread = coverage.flatMap(({ file, blocks }) => {
		const lines = texts.get(file)?.split(/\r\n|\r|\n/) ?? [];
		return blocks
			.filter(({ became }) => became === "unread")
			.map(({ span, what }) => {
				const place = formatPlace(span, { pathOf });
				const more = span.end.line - span.start.line;
				const length = more > 0 ? ` (${more + 1} lines)` : "";
				const text = (lines[span.start.line - 1] ?? "").trim();
				return `${place}: ${visibleLine(what)}${length}\n  ${cut(visibleLine(text))}\n`;
			});
	});
	return unread.length > 0 ? `Not read:\n${unread.join("")}` : undefined;
}

function cut(text: string): string {
	const room = width - 2;
	return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

/** `1,234` on every machine. */
function grouped(count: number): string {
	return count.toLocaleString("en-US");
}
