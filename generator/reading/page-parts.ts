import type { SourceLine } from "../text/source.ts";
import type { EndpointLine } from "./endpoint-line.ts";
import type { Reader } from "./fragment.ts";
import { methodOf, readPath } from "./path.ts";
import { type Role, roleOf, type Vocabulary } from "./vocabulary.ts";

/** One operation of a rendered page that was saved as text. */
export interface PageOperation {
	readonly endpoint: EndpointLine;
	readonly endpointLine: SourceLine;
	readonly title?: SourceLine;
	readonly signature?: SourceLine;
	/** The lines of each part, in order; those before the first label are the description. */
	readonly parts: readonly PagePart[];
}

export interface PagePart {
	readonly role: Role | "description" | "sample";
	/** The line that opens the part. */
	readonly label?: SourceLine;
	readonly lines: readonly SourceLine[];
}

const endpoint = /^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s*(\/\S*)$/;
const signature = /^[A-Za-z_][\w.]*\.[\w.]+\(.*\)/;

/** True when a line is a method and a path with nothing around, as a selected page has it: `POST/things`. */
export function isPageEndpoint(text: string): boolean {
	return endpoint.test(text);
}

/** Finds the operations of a page: each starts above its endpoint line with title and call signature. */
export function findPageOperations(
	lines: readonly SourceLine[],
	reader: Reader,
	vocabulary: Vocabulary,
): readonly PageOperation[] {
	const starts = lines.flatMap((line, at) =>
		isPageEndpoint(line.text) ? [at] : [],
	);
	return starts.flatMap((at, index) => {
		const next = starts[index + 1];
		const head = headAbove(lines, at, starts[index - 1] ?? -1);
		const end =
			next === undefined ? lines.length : headAbove(lines, next, at).start;
		const line = lines[at];
		const read = line && readEndpoint(line, reader);
		if (line === undefined || read === undefined) return [];
		const { title, signature: call } = head;
		const body = lines.slice(at + 1, end);
		return [
			{
				endpoint: read,
				endpointLine: line,
				...(title !== undefined && { title }),
				...(call !== undefined && { signature: call }),
				parts: splitParts(body, title?.text, vocabulary),
			},
		];
	});
}

function readEndpoint(
	line: SourceLine,
	reader: Reader,
): EndpointLine | undefined {
	const [, word = "", written = ""] = endpoint.exec(line.text) ?? [];
	const method = methodOf(word);
	const path = readPath(written, line.span, reader.report);
	reader.ledger.mark(line.span, path ? "read" : "unread", "endpoint");
	if (method === undefined || path === undefined) return undefined;
	return { method, path, written, span: line.span };
}

interface PageHead {
	readonly start: number;
	readonly title?: SourceLine;
	readonly signature?: SourceLine;
}

/** Signature and title stand above the endpoint line, blank lines between them or not. */
function headAbove(
	lines: readonly SourceLine[],
	at: number,
	floor: number,
): PageHead {
	const above: number[] = [];
	for (let index = at - 1; index > floor && above.length < 2; index--)
		if (lines[index]?.text.trim() !== "") above.push(index);
	const [near, far] = above;
	const nearLine = near === undefined ? undefined : lines[near];
	if (near === undefined || nearLine === undefined) return { start: at };
	if (!signature.test(nearLine.text)) return { start: near, title: nearLine };
	const farLine = far === undefined ? undefined : lines[far];
	return far === undefined || farLine === undefined
		? { start: near, signature: nearLine }
		: { start: far, title: farLine, signature: nearLine };
}

/** A label opens a part; the title, said again, opens the sample call. */
function splitParts(
	lines: readonly SourceLine[],
	title: string | undefined,
	vocabulary: Vocabulary,
): readonly PagePart[] {
	const parts: {
		role: PagePart["role"];
		label?: SourceLine;
		lines: SourceLine[];
	}[] = [{ role: "description", lines: [] }];
	for (const line of lines) {
		const role =
			title !== undefined && line.text === title
				? "sample"
				: roleOf(vocabulary, line.text);
		if (role === undefined || /[.:]$/.test(line.text))
			parts.at(-1)?.lines.push(line);
		else parts.push({ role, label: line, lines: [] });
	}
	return parts;
}

/** The paragraphs of some lines: runs without a blank line in between. */
export function paragraphsOf(
	lines: readonly SourceLine[],
): readonly (readonly SourceLine[])[] {
	const paragraphs: SourceLine[][] = [];
	let open = false;
	for (const line of lines) {
		if (line.text.trim() === "") {
			open = false;
			continue;
		}
		if (open) paragraphs.at(-1)?.push(line);
		else paragraphs.push([line]);
		open = true;
	}
	return paragraphs;
}
