import type { PhrasingContent } from "mdast";
import { plainText } from "../markdown/block.ts";
import { shapeOfWord } from "../notation/words.ts";

/** The name that a line about a field starts with. */
export interface FieldName {
	readonly name: string;
	/** `limit=<number>` has its type beside its name. */
	readonly type?: string;
	readonly optional?: boolean;
	/** `:id` is written as paths have it, `?limit` as a query has it. What is in braces may stand for anything. */
	readonly location?: "path" | "query";
}

/** What a line about a field starts with, and where the rest of it begins. */
export interface FieldHead {
	/** Several share what the line says: `` `from`, `to` (date) ``. */
	readonly names: readonly FieldName[];
	/** How many inline nodes the names take; 0 for a name that is the first word of a text. */
	readonly length: number;
}

const coded =
	/^(?<mark>[:?])?"?(?<name>[A-Za-z_$@][\w$.@-]*(?:\[\w*\])*(?:\.[\w$*-]+(?:\[\w*\])*)*)"?(?<maybe>\?)?(?:\s*[=:]\s*(?<type>\S.*))?$/;

/** The names that a line starts with: in code, in bold, or as a word in front of brackets or a colon. */
export function headOf(all: readonly PhrasingContent[]): FieldHead | undefined {
	// An anchor in front or around says nothing to readers.
	const skipped = all.findIndex((node) => !saysNothing(node));
	const nodes = all.slice(Math.max(0, skipped));
	const [first, ...others] = nodes;
	if (first === undefined) return undefined;
	if (first.type === "text") {
		// `` volume: `12` (number) ``: the value in between may stand in code.
		const [value, behind] = others;
		const shown = value?.type === "inlineCode" && behind?.type === "text";
		return wordHead(
			shown ? `${first.value}${value.value}${behind.value}` : first.value,
		);
	}
	const name = nameIn(first);
	if (name === undefined || !goesOn(first, others)) return undefined;
	const names = [name];
	let length = skipped + 1;
	for (let at = 0; at + 1 < others.length; at += 2) {
		const [between, next] = [others[at], others[at + 1]];
		const twin = next && next.type === first.type ? nameIn(next) : undefined;
		const word =
			between?.type === "text"
				? /^\s*(,|and|&|or|\/)\s*$/i.exec(between.value)?.[1]
				: undefined;
		if (twin === undefined || word === undefined) break;
		// "`a` or `b`" are two names of one thing.
		if (!/^(?:or|\/)$/i.test(word)) names.push(twin);
		length += 2;
	}
	while (all[length]?.type === "html") length++;
	return { names, length };
}

function nameIn(node: PhrasingContent): FieldName | undefined {
	if (
		!["inlineCode", "strong", "emphasis", "link", "delete"].includes(node.type)
	)
		return undefined;
	const text = plainText(node).replace(/:$/, "").trim();
	const { mark, name, maybe, type } = coded.exec(text)?.groups ?? {};
	if (name === undefined) return undefined;
	const location =
		mark === ":"
			? ("path" as const)
			: mark === "?"
				? ("query" as const)
				: undefined;
	return {
		name,
		...(type !== undefined && { type }),
		...(maybe !== undefined && { optional: true }),
		...(location !== undefined && { location }),
	};
}

/** An anchor or a picture in front of a name. */
function saysNothing(node: PhrasingContent): boolean {
	return (
		node.type === "html" ||
		(node.type === "text" && /^[^\p{L}\p{N}\p{P}$+<=>^`|~]+$/u.test(node.value))
	);
}

/** "**Note** the limits" is prose: a name that is not in code has something behind it that fields have. */
function goesOn(
	first: PhrasingContent,
	rest: readonly PhrasingContent[],
): boolean {
	const second = rest.find(
		(node, index) => index > 0 || plainText(node) !== "",
	);
	const behind = second === undefined ? "" : plainText(second);
	return (
		first.type === "inlineCode" ||
		second === undefined ||
		/:\**$/.test(plainText(first)) ||
		second.type === "inlineCode" ||
		second.type === "emphasis" ||
		/^\s*(?:[(:[<{=]|[-–—]\s)/.test(behind)
	);
}

/** `user_id: …`, `id (integer): …`, `limit: integer`: a plain word is a name when it looks like one or has a type. */
function wordHead(text: string): FieldHead | undefined {
	const sampled = /^([A-Za-z_][\w-]*): [^()]{1,60} \(([a-z]+)\b[^()]*\)/.exec(
		text,
	);
	// `votes: 3 (number)`: a value in front of the type.
	if (sampled?.[1] !== undefined && shapeOfWord(sampled[2] ?? "") !== undefined)
		return {
			names: [{ name: sampled[1], ...(sampled[2] && { type: sampled[2] }) }],
			length: 0,
		};
	const [, dashed, type = ""] =
		/^([A-Za-z_]\w*)\s+[-–—]\s+([A-Za-z]\w*)\s*(?:,|\s[-–—]\s|$)/.exec(text) ??
		[];
	// `name – string, mandatory – of whoever calls`.
	if (dashed !== undefined && shapeOfWord(type) !== undefined)
		return { names: [{ name: dashed }], length: 0 };
	const [, name = "", mark = "", next = ""] =
		/^([A-Za-z_][\w.[\]-]*)(\s*\(|\s*:|\s+[-–—]\s)\s*([A-Za-z]\w*)?/.exec(
			text,
		) ?? [];
	if (name === "") return undefined;
	const written = /[_\d.[\]]|^[a-z]+[A-Z]/.test(name);
	const typed =
		/[(:]/.test(mark) &&
		/^[a-z]/.test(name) &&
		(shapeOfWord(next) !== undefined ||
			/^(?:required|optional|enum)$/.test(next)) &&
		(!/^(?:any|none|text|file|date|list|number|url)$/i.test(next) ||
			marked.test(text));
	return written || typed ? { names: [{ name }], length: 0 } : undefined;
}

/** "page (number, optional)" and "page (number) - …" give a type; "page (number of them)" is a remark. */
const marked =
	/^[\w.[\]-]+\s*\([a-z]+(?:,\s*(?:required|optional|nullable|default|fixed|sample)\b|\)\s*(?:[-–—:]\s|$))/;
