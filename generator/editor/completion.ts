import type { CompletionItem, Position } from "vscode-languageserver";
import { visibleLine } from "../diagnostics/visible.ts";

/** A heading or label of a document that opens a part of an operation. */
interface Part {
	readonly line: number;
	/** As it is written in front of the title and behind it: `### ` and nothing, or `**` and `**`. */
	readonly marks: readonly [before: string, after: string];
	readonly title: string;
	readonly role: string;
}

/** What parts are called where a document has none yet, in the order in which people read them. */
const usual = [
	["path", "Path parameters"],
	["query", "Query parameters"],
	["header", "Header parameters"],
	["body", "Body parameters"],
	["returns", "Returns"],
	["responses", "Responses"],
	["errors", "Errors"],
	["example", "Example"],
] as const;

/**
 * The parts that an operation may go on with at a line: titles as the document writes them for other operations, first what
 * most often follows the part before, without what this one has; then those that docs use most.
 */
export function partsToCome(
	lines: readonly string[],
	{ line, character }: Position,
	roleOf: (title: string) => string | undefined,
): readonly CompletionItem[] {
	const text = lines[line] ?? "";
	const begun = text.slice(0, character);
	if (!/^(?:#{1,6}(?: .*)?|\*{1,2}[^*]*)?$/.test(begun)) return [];
	const { parts, borders, inFence } = partsOf(lines, line, roleOf);
	if (inFence) return [];
	const from = borders.findLast((border) => border < line) ?? -1;
	const to = borders.find((border) => border > line) ?? lines.length;
	const own = parts.filter((part) => part.line > from && part.line < to);
	const last = own.findLast((part) => part.line < line);
	const taken = new Set(own.map(({ role }) => role));
	const wanted = /^#+/.exec(begun)?.[0];
	const marks =
		last?.marks ?? parts.at(-1)?.marks ?? marksBelow(lines, from, wanted);
	const known = ranked(parts, borders, last)
		.filter(({ role }) => !taken.has(role))
		.map(({ title, marks }) => ({ title, marks }));
	const others = usual
		.filter(([role]) => !taken.has(role))
		.filter(([role]) => parts.every((part) => part.role !== role))
		.map(([, title]) => ({ title, marks }));
	const range = {
		start: { line, character: 0 },
		end: { line, character: text.length },
	};
	return [...known, ...others].map(({ title, marks: [before, after] }, at) => ({
		label: visibleLine(title),
		kind: 22,
		detail: at < known.length ? "as in this document" : "as docs have it",
		sortText: `${at}`.padStart(3, "0"),
		filterText: `${before}${title}`,
		textEdit: { range, newText: `${before}${title}${after}` },
	}));
}

/** The parts of a document, and the lines of headings that are none: where operations begin. */
function partsOf(
	lines: readonly string[],
	at: number,
	roleOf: (title: string) => string | undefined,
) {
	const parts: Part[] = [];
	const borders: number[] = [];
	let fence: string | undefined;
	let inFence = false;
	for (const [line, text] of lines.entries()) {
		if (line === at) inFence = fence !== undefined;
		const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
		if (fence !== undefined) {
			if (mark?.startsWith(fence) && text.trim() === mark) fence = undefined;
			continue;
		}
		if (mark !== undefined) {
			fence = mark;
			continue;
		}
		if (line === at) continue;
		const [, before = "", title, after = ""] =
			/^(#{1,6} +)(\S.*?)\s*$/.exec(text) ??
			/^(\*{1,2})([^*]+)(\*{1,2}:?)$/.exec(text.trim()) ??
			[];
		if (title === undefined) continue;
		const role = roleOf(title.replace(/:$/, ""));
		if (role !== undefined)
			parts.push({ line, marks: [before, after], title, role });
		else if (before.startsWith("#")) borders.push(line);
	}
	return { parts, borders, inFence };
}

/** The titles of other operations, the likeliest first: by how often they follow a part like the last, then by how often they occur. */
function ranked(
	parts: readonly Part[],
	borders: readonly number[],
	last: Part | undefined,
): readonly Part[] {
	const scores = new Map<
		string,
		{ part: Part; follows: number; count: number }
	>();
	for (const [at, part] of parts.entries()) {
		const before = parts[at - 1];
		const apart =
			before === undefined ||
			borders.some((line) => before.line < line && line < part.line);
		const follows = (apart ? undefined : before?.role) === last?.role;
		const score = scores.get(part.role) ?? { part, follows: 0, count: 0 };
		scores.set(part.role, score);
		score.count++;
		if (follows) score.follows++;
	}
	return [...scores.values()]
		.sort((a, b) => b.follows - a.follows || b.count - a.count)
		.map(({ part }) => part);
}

function marksBelow(
	lines: readonly string[],
	from: number,
	wanted: string | undefined,
): readonly [string, string] {
	const above = /^#+/.exec(lines[from] ?? "")?.[0] ?? "#";
	const marks = wanted ?? "#".repeat(Math.min(6, above.length + 1));
	return [`${marks} `, ""];
}
