import type { Paragraph, Table, TableCell, TableRow } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import { type Source, spanBetween } from "../text/source.ts";
import { partRoleOf, partWords } from "./part-words.ts";
import { methodOf } from "./path.ts";
import { pathForm } from "./path-form.ts";

/**
 * The rows of a table of two columns that says `| Method | GET |` and `| Resource | /beds |`, as labels that stand under
 * each other without a table; any other block as it is.
 */
export function labelRows(source: Source, block: Block): readonly Block[] {
	const { node, span } = block;
	if (node.type !== "table") return [block];
	const rows = pairsIn(node);
	const verb = rows?.some(
		({ role, value }) => role === "method" && methodOf(value) !== undefined,
	);
	if (rows === undefined || verb !== true || !rows.some(isPath)) return [block];
	const starts = rows.map(({ row }, index) =>
		index === 0 ? span.start.offset : spanOf(source, row).start.offset,
	);
	return rows.map((pair, index) => {
		const start = starts[index] ?? span.start.offset;
		const next = starts[index + 1] ?? span.end.offset;
		// The line of dashes belongs to the row in front of it.
		const { length } = source.text.slice(start, next).trimEnd();
		return {
			node: labelOf(pair),
			span: spanBetween(source, start, start + length),
		};
	});
}

interface Pair {
	readonly row: TableRow;
	readonly role: string | undefined;
	readonly value: string;
}

/** Nothing for a table that has a row of another width; rows in which nothing stands are left out. */
function pairsIn({ children }: Table): readonly Pair[] | undefined {
	const filled = children.filter((row) => plainText(row) !== "");
	if (filled.some((row) => row.children.length !== 2)) return undefined;
	return filled.map((row) => {
		const [name, value] = row.children.map((cell) => plainText(cell));
		return { row, role: partRoleOf(partWords, name ?? ""), value: value ?? "" };
	});
}

/** Beside a method, what looks like a path is one, whatever it is called: "Resource", "Service". */
function isPath({ role, value }: Pair): boolean {
	const open = role === undefined || role === "url" || role === "endpoint";
	return (
		open && /^(?:https?:\/)?\//.test(value) && pathForm(value) !== undefined
	);
}

function labelOf(pair: Pair): Paragraph {
	const { row } = pair;
	const [name, value] = row.children;
	const between = placed(name?.position?.end, value?.position?.start);
	return {
		type: "paragraph",
		children: [
			{
				type: "strong",
				children: isPath(pair)
					? [{ type: "text", value: "URL", ...placedAs(name) }]
					: (name?.children ?? []),
				...placedAs(name),
			},
			{ type: "text", value: ": ", ...between },
			...(value?.children ?? []),
		],
		...placedAs(row),
	};
}

function placedAs(node: TableCell | TableRow | undefined): Placed {
	return placed(node?.position?.start, node?.position?.end);
}

type Position = NonNullable<Paragraph["position"]>;

interface Placed {
	readonly position?: Position;
}

function placed(
	start: Position["start"] | undefined,
	end: Position["end"] | undefined,
): Placed {
	return start === undefined || end === undefined
		? {}
		: { position: { start, end } };
}
