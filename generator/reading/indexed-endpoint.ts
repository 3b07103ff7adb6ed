import { plainText } from "../markdown/block.ts";
import type { Link } from "../markdown/links.ts";
import type { Document, Section } from "../markdown/sections.ts";
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
	if (heading === undefined) return { endpoints: [] };
	const anchors = new Set(
		[heading.anchor, ...heading.ids].map((one) => one.toLowerCase()),
	);
	const file = source.file.split("/").at(-1)?.toLowerCase() ?? "";
	for (const link of links) {
		if (link.row === undefined) continue;
		const [path = "", anchor = ""] = link.url.toLowerCase().split("#");
		if (!anchors.has(anchor)) continue;
		const same = path === "" || path.split("/").at(-1) === file;
		const endpoints = same ? endpointsOf(link) : [];
		if (endpoints.length > 0)
			return {
				endpoints,
				...(link.table !== undefined && { table: link.table }),
			};
	}
	return { endpoints: [] };
}

function endpointsOf({ row, span }: Link): readonly FoundEndpoint[] {
	const cells = row?.children ?? [];
	return cells.flatMap((cell) =>
		endpointsIn(upperMethod(plainText(cell)), span),
	);
}

/** `Post /hives`: in a table of methods and paths, their case makes no difference. */
function upperMethod(text: string): string {
	return text.replace(
		/^\s*(?:get|put|post|patch|delete|head|options)(?=\s+\/)/i,
		(method) => method.toUpperCase(),
	);
}
