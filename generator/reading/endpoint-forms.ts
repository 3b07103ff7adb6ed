import type {
	PhrasingContent,
	RootContent,
	Table,
	TableCell,
	TableRow,
} from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import { unlessNothing } from "../markdown/once-wherever.ts";
import type { HttpMethod } from "../model/types.ts";
import { once } from "../text/once.ts";
import type { Span } from "../text/span.ts";
import { labelledCall } from "./labelled-call.ts";
import { isSpecBlock, type SpecBlock } from "./openapi/spec-block.ts";
import { methodOf } from "./path.ts";
import { type PathForm, pathForm } from "./path-form.ts";

/** A method and a path as they stand in the docs. */
export interface FoundEndpoint {
	readonly method: HttpMethod;
	readonly form: PathForm;
	readonly span: Span;
	/** What else the row of a table says of it. */
	readonly row?: readonly RowCell[];
}

/** A cell beside an endpoint, under the words of its column. */
export interface RowCell {
	readonly head: string;
	readonly cell: TableCell;
}

const word = "GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|LIST";
const methods = new RegExp(`^(?:${word})$`, "i");
const or = "\\s*[/|,]\\s*|\\s+or\\s+";
const between = new RegExp(or);
const pair = new RegExp(
	`^\\s*((?:${word})(?:(?:${or})(?:${word}))*)\\s*:?\\s+(\\S.*?)\\s*$`,
);

/** `GET /path`, `POST/PUT /path`: one for each method; `LIST` is a GET of those who have no LIST. */
export function endpointsIn(
	text: string,
	span: Span,
): readonly FoundEndpoint[] {
	const [, verbs, rest] = pair.exec(text) ?? [];
	const form = rest === undefined ? undefined : pathForm(rest);
	if (verbs === undefined || form === undefined) return [];
	return verbs.split(between).flatMap((verb) => endpoint(verb, form, span));
}

function endpoint(
	verb: string,
	form: PathForm,
	span: Span,
): readonly FoundEndpoint[] {
	const method = verb.toUpperCase() === "LIST" ? "GET" : methodOf(verb);
	if (method === undefined) return [];
	const { shorter } = form;
	const whole = { method, form, span };
	return shorter === undefined
		? [whole]
		: [{ ...whole, form: { ...form, path: shorter } }, whole];
}

/** The endpoints that a block is: alone in code, in bold and code, in a fence, or in a table of methods. */
export function blockEndpoints(block: Block): readonly FoundEndpoint[] {
	return mayState(block.node) ? endpointsOf(block) : [];
}

/** A look at what is there anyway: a path has a slash. */
function mayState(node: RootContent): boolean {
	return node.type === "code"
		? node.value.includes("/")
		: stating.has(node.type);
}

const stating: ReadonlySet<string> = new Set([
	"blockquote",
	"paragraph",
	"table",
]);

// Sections are cut anew again and again, and their blocks stay.
const endpointsOf = once(findEndpoints);

function findEndpoints(block: Block): readonly FoundEndpoint[] {
	return isSpecBlock(block) ? specEndpoints(block) : writtenEndpoints(block);
}

const writtenEndpoints = unlessNothing(
	({ node, span }): readonly FoundEndpoint[] => {
		switch (node.type) {
			case "paragraph":
				return paragraphEndpoints(node.children, span);
			case "code":
				return fenceEndpoints(node.value, span);
			case "table":
				return tableEndpoints(node, span);
			case "blockquote": {
				const [only, ...others] = node.children;
				return only?.type === "paragraph" && others.length === 0
					? paragraphEndpoints(only.children, span)
					: [];
			}
			default:
				return [];
		}
	},
);

/** The operations of an OpenAPI description whose paths it has. */
function specEndpoints({ spec }: SpecBlock): readonly FoundEndpoint[] {
	if (spec.kind !== "operations") return [];
	return spec.operations.flatMap(({ method, path, entry }) => {
		const form = path === undefined ? undefined : pathForm(path);
		return form === undefined ? [] : [{ method, form, span: entry.keySpan }];
	});
}

/** A paragraph that is nothing but a method and a path, in whatever marks. */
function paragraphEndpoints(
	nodes: readonly PhrasingContent[],
	span: Span,
): readonly FoundEndpoint[] {
	const text = nodes.map(wordOrMethod).join(" ").replace(/\s+/g, " ").trim();
	// Most prose has no path in it.
	if (!text.includes("/")) return [];
	const marked = nodes.some(({ type }) =>
		["inlineCode", "strong", "emphasis"].includes(type),
	);
	const titled = titledEndpoint(nodes);
	if (titled !== undefined) return endpointsIn(titled, span);
	const rows = brokenRows(nodes, span);
	if (rows.length > 0) return rows;
	const lines = nodes.some(({ type }) => type === "break") ? [] : [text];
	const found = lines.flatMap((line) => endpointsIn(line, span));
	// Without marks, only a line that starts with the method in capitals is one: prose speaks of them, too.
	return marked || /^[A-Z]{3,}\s+(?:https?:\/)?\//.test(text) ? found : [];
}

/** A method that stands out is one in any case: ``**get** `/things` ``. */
function wordOrMethod(node: PhrasingContent): string {
	const text = plainText(node);
	const stands = node.type === "strong" || node.type === "inlineCode";
	return stands && methods.test(text.trim()) ? text.toUpperCase() : text;
}

/** ``**List acts** — `GET /acts` ``: the endpoint in code behind a title in bold. */
function titledEndpoint(nodes: readonly PhrasingContent[]): string | undefined {
	const [first, between, last, ...others] = nodes;
	const set =
		first?.type === "strong" &&
		between?.type === "text" &&
		/^\s*[:–—-]\s*$/.test(between.value) &&
		last?.type === "inlineCode" &&
		others.length === 0;
	return set ? last.value : undefined;
}

/** A table whose second line is no row of dashes is a paragraph to Markdown; its readers see a table still. */
function brokenRows(
	nodes: readonly PhrasingContent[],
	span: Span,
): readonly FoundEndpoint[] {
	const lines = nodes
		.map((node) => (node.type === "text" ? node.value : plainText(node)))
		.join("")
		.split("\n");
	const [head = "", dashes = "", ...rows] = lines;
	if (!/^\|.*\|$/.test(head) || !/^\|[\s|:-]+\|$/.test(dashes)) return [];
	return rows.flatMap((row) => {
		const [verb = "", path = ""] = row
			.split("|")
			.map((cell) => cell.trim())
			.filter((cell) => cell !== "");
		return endpointsIn(`${verb} ${path}`, span);
	});
}

/** A fence of request lines and nothing else; with headers and body behind it, it is a sample. */
function fenceEndpoints(text: string, span: Span): readonly FoundEndpoint[] {
	if (!text.includes("/")) return [];
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	if (lines.length > 40) return [];
	const labelled = labelledCall(lines);
	if (labelled !== undefined) return endpointsIn(labelled, span);
	const found = lines.flatMap((line) => {
		const cells = drawnCells(line);
		return cells === undefined ? [endpointsIn(line, span)] : drawn(cells, span);
	});
	return found.length > 0 &&
		(found.length <= 12 || lines.some((line) => drawnCells(line))) &&
		found.every((one) => one.length > 0)
		? found.flat()
		: [];
}

/** The cells of a line of a table that is drawn in a fence; a line of dashes has none. */
function drawnCells(line: string): readonly string[] | undefined {
	if (/^\s*[+|├└┌╔╠╚][-=+|─┬┼┴═╦╬╩\s:]+[+|┤┘┐╗╣╝]?\s*$/.test(line)) return [];
	const [, inner] = /^\s*[|│║](.*)[|│║]\s*$/.exec(line) ?? [];
	return inner?.split(/[|│║]/).map((cell) => cell.trim());
}

/** A row with a method and a path side by side; a row without any, such as the head, is passed over. */
function drawn(
	cells: readonly string[],
	span: Span,
): readonly (readonly FoundEndpoint[])[] {
	const at = cells.findIndex((cell) => methods.test(cell));
	if (at < 0) return [];
	const found = [cells[at + 1], cells[at - 1]]
		.map((path) => endpointsIn(`${cells[at]?.toUpperCase()} ${path}`, span))
		.find((one) => one.length > 0);
	return found === undefined ? [] : [found];
}

/** A request line with headers under it and no body: what tells one call of a path from another, `Accept: text/csv`. */
export function requestEndpoints(block: Block): readonly FoundEndpoint[] {
	const { node } = block;
	return node.type === "code" && node.value.includes("\n")
		? requestsIn(block)
		: [];
}

const requestsIn = unlessNothing(({ node, span }): readonly FoundEndpoint[] => {
	if (node.type !== "code") return [];
	const [first = "", ...headers] = node.value
		.split("\n")
		.filter((line) => line.trim() !== "");
	const plain = headers.every((line) => /^[A-Za-z][\w-]*:\s*\S/.test(line));
	// With the version of the protocol, it is a call that someone recorded.
	const recorded = /\sHTTP\/\d/.test(first);
	return headers.length > 0 && plain && !recorded
		? endpointsIn(first, span)
		: [];
});

/** `| Method | Path |` with a row for each endpoint, or `| Endpoint | Body |` with both in one cell. */
function tableEndpoints(table: Table, span: Span): readonly FoundEndpoint[] {
	const { verb, path, names } = columnsOf(table);
	const [, ...rows] = table.children;
	if (path < 0) return [];
	const told = rows.length > 1 && rows.every((row) => !hasLink(row));
	const besides = (row: TableRow): Partial<FoundEndpoint> => {
		const cells = row.children.flatMap((cell, index) =>
			index === verb || index === path
				? []
				: [{ head: names[index] ?? "", cell }],
		);
		return told ? { row: cells, span: rowSpan(row, span) } : {};
	};
	if (verb < 0) return told ? wholeRows(rows, names, path, span, besides) : [];
	return rows.flatMap((row) => {
		const cells = row.children.map((cell) => plainText(cell));
		const verbs = (cells[verb] ?? "").trim().split(between);
		if (!verbs.every((one) => methods.test(one))) return [];
		// One row may have several paths, a line each.
		return (cells[path] ?? "").split(/<br\s*\/?>/i).flatMap((line) => {
			const form = pathForm(line.trim());
			if (form === undefined) return [];
			const found = verbs.flatMap((one) => endpoint(one, form, span));
			return found.map((one) => ({ ...one, ...besides(row) }));
		});
	});
}

/** Rows with method and path in one cell and a column of what is sent or answered: they do more than to lead elsewhere. */
function wholeRows(
	rows: readonly TableRow[],
	names: readonly string[],
	path: number,
	span: Span,
	besides: (row: TableRow) => Partial<FoundEndpoint>,
): readonly FoundEndpoint[] {
	const facts = names.some((name) =>
		/^(?:(?:request|query|url) )?(?:param(?:eter)?s?|body|payload|arguments|args)$|^(?:returns?|responses?)$/.test(
			name,
		),
	);
	if (!facts) return [];
	return rows.flatMap((row) => {
		const cell = row.children[path];
		const found = cell === undefined ? [] : endpointsIn(plainText(cell), span);
		return found.map((one) => ({ ...one, ...besides(row) }));
	});
}

function rowSpan({ position }: TableRow, table: Span): Span {
	if (position === undefined) return table;
	const { start, end } = position;
	return {
		file: table.file,
		start: { ...start, offset: start.offset ?? 0 },
		end: { ...end, offset: end.offset ?? 0 },
	};
}

function hasLink({ children }: TableRow): boolean {
	return children.some((cell) =>
		cell.children.some(
			({ type }) => type === "link" || type === "linkReference",
		),
	);
}

/** True for a table of endpoints by its head, whatever its rows hold. */
export function listsMethods(table: Table): boolean {
	const { verb, path } = columnsOf(table);
	return verb >= 0 && path >= 0;
}

function columnsOf({ children: [head] }: Table): {
	readonly verb: number;
	readonly path: number;
	readonly names: readonly string[];
} {
	const names =
		head?.children.map((cell) => plainText(cell).trim().toLowerCase()) ?? [];
	const verb = names.findIndex((name) =>
		/^(?:http )?(?:method|verb)s?$/.test(name),
	);
	const path = names.findIndex((name) =>
		/^(?:path|url|uri|endpoint|route|resource)s?$/.test(name),
	);
	return { verb, path, names };
}
