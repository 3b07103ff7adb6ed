import type { TableRow } from "mdast";
import { plainText } from "../markdown/block.ts";
import type { Link } from "../markdown/links.ts";
import { onceWherever } from "../markdown/once-wherever.ts";
import type { Document, Section } from "../markdown/sections.ts";
import { onceForBoth } from "../text/once.ts";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { endpointsIn, type FoundEndpoint } from "./endpoint-forms.ts";

/** Endpoints and the table of contents that they stand in. */
export interface IndexedEndpoints {
	readonly endpoints: readonly FoundEndpoint[];
	readonly table?: Span;
}

/**
 * The endpoint that a table of contents gives to a section: a row with a method and a path, and with a link to the
 * section's heading. Such a table describes nothing by itself.
 */
export function indexedEndpoints(
	{ heading }: Section,
	{ source, links }: Document,
): IndexedEndpoints {
	if (heading === undefined) return none;
	const index = linkedFrom(links, source);
	const [first] = [heading.anchor, ...heading.ids]
		.flatMap((one) => index.get(one.toLowerCase()) ?? [])
		.sort((a, b) => a.at - b.at);
	return first?.found ?? none;
}

const none: IndexedEndpoints = { endpoints: [] };

/** The first row with an endpoint that leads to an anchor, and where among all links it is. */
interface Row {
	readonly at: number;
	readonly found: IndexedEndpoints;
}

// Every section of a document asks.
const linkedFrom = onceForBoth(
	(links: readonly Link[], { file }: Source): ReadonlyMap<string, Row> => {
		const name = file.split("/").at(-1)?.toLowerCase() ?? "";
		const index = new Map<string, Row>();
		for (const [at, link] of links.entries()) {
			const [path = "", anchor = ""] = link.url.toLowerCase().split("#");
			const same = path === "" || path.split("/").at(-1) === name;
			if (!same || index.has(anchor) || link.row === undefined) continue;
			const endpoints = endpointsOf(link);
			if (endpoints.length === 0) continue;
			const { table } = link;
			const found = { endpoints, ...(table !== undefined && { table }) };
			index.set(anchor, { at, found });
		}
		return index;
	},
);

const method = "get|put|post|patch|delete|head|options";

function endpointsOf(link: Link): readonly FoundEndpoint[] {
	const { row } = link;
	if (row === undefined || !namesMethod(row)) return [];
	const { span } = link;
	return row.children.flatMap((cell) =>
		endpointsIn(upperMethod(plainText(cell)), span),
	);
}

/** A look at the words alone: most tables hold nothing like it. */
const namesMethod = onceWherever(({ children }: TableRow) =>
	children.some((cell) => anyMethod.test(plainText(cell))),
);

const anyMethod = new RegExp(
	`(?<![a-z])(?:${method}|trace|list)(?![a-z])`,
	"i",
);

/** `Post /hives`: in a table of methods and paths, their case makes no difference. */
function upperMethod(text: string): string {
	return text.replace(leadingMethod, (method) => method.toUpperCase());
}

const leadingMethod = new RegExp(`^\\s*(?:${method})(?=\\s+/)`, "i");
