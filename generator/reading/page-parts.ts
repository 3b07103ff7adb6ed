import type { EndpointLine } from "./endpoint-line.ts";
import type { Reader } from "./fragment.ts";
import type { PageLine } from "./page-lines.ts";
import type { PartRole, PartWords } from "./part-role.ts";
import { partRoleOf } from "./part-words.ts";
import { methodOf, readPath } from "./path.ts";

/** One operation of a rendered page that was saved as text. */
export interface PageOperation {
	readonly endpoint: EndpointLine;
	readonly endpointLine: PageLine;
	readonly title?: PageLine;
	readonly signature?: PageLine;
	/** The lines of each part, in order; those before the first label are the description. */
	readonly parts: readonly PagePart[];
}

export interface PagePart {
	readonly role: PartRole | "description" | "sample";
	/** The line that opens the part. */
	readonly label?: PageLine;
	readonly lines: readonly PageLine[];
}

const endpoint =
	/^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|(?:get|put|post|delete|patch|head|options)(?=\/))\s*(\/\S*)$/;
const signature = /^[A-Za-z_][\w.]*\.[\w.]+\(.*\)/;

/** True when a line is a method and a path with nothing around, as a selected page has it: `POST/things`. */
export function isPageEndpoint(text: string): boolean {
	return endpoint.test(text);
}

/** Finds the operations of a page: each starts above its endpoint line with title and call signature. */
export function findPageOperations(
	lines: readonly PageLine[],
	reader: Reader,
	words: PartWords,
): readonly PageOperation[] {
	const starts = lines.flatMap((line, at) =>
		line.code !== true && isPageEndpoint(line.text) ? [at] : [],
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
				parts: splitParts(body, title?.text, words),
			},
		];
	});
}

function readEndpoint(
	line: PageLine,
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
	readonly title?: PageLine;
	readonly signature?: PageLine;
}

/** Signature and title stand above the endpoint line, blank lines between them or not. */
function headAbove(
	lines: readonly PageLine[],
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
	lines: readonly PageLine[],
	title: string | undefined,
	words: PartWords,
): readonly PagePart[] {
	const parts: {
		role: PagePart["role"];
		label?: PageLine;
		lines: PageLine[];
	}[] = [{ role: "description", lines: [] }];
	// Where headings are marked, words in a line of their own are none.
	const marked = lines.some(({ heading }) => heading);
	for (const line of lines) {
		const role =
			title !== undefined && line.text === title
				? "sample"
				: marked && line.heading !== true
					? undefined
					: partRoleOf(words, line.text);
		if (role === undefined || /[.:]$/.test(line.text))
			parts.at(-1)?.lines.push(line);
		else parts.push({ role, label: line, lines: [] });
	}
	return parts;
}

/** The paragraphs of some lines: runs without a blank line in between. */
export function paragraphsOf(
	lines: readonly PageLine[],
): readonly (readonly PageLine[])[] {
	const paragraphs: PageLine[][] = [];
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
