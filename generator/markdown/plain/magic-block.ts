import type { PlainDraft } from "./plain-text.ts";

/** A block of JSON between `[block:parameters]` and `[/block]`: an editor's table, heading, code or note. */
export interface MagicBlock {
	readonly type: string;
	readonly json: string;
	readonly start: number;
	readonly end: number;
}

/** What ends a block. */
export const magicEnd = "[/block]";

/** The block that starts at an offset; nothing where it does not end. */
export function magicBlockAt(text: string, at: number): MagicBlock | undefined {
	const opening = /\[block:([a-z-]{1,30})\][ \t]*(?=\r?\n|\{)/y;
	opening.lastIndex = at;
	const [head, type] = opening.exec(text) ?? [];
	if (head === undefined || type === undefined) return undefined;
	const from = at + head.length;
	const stop = text.indexOf(magicEnd, from);
	if (stop < 0) return undefined;
	const end = stop + magicEnd.length;
	return { type, json: text.slice(from, stop), start: at, end };
}

type Members = ReadonlyMap<string, unknown>;

/** Writes what a block stands for; false for one that cannot be read or whose kind is not known. */
export function printMagicBlock(draft: PlainDraft, block: MagicBlock): boolean {
	const members = membersOf(parsed(block.json));
	const lines = members && linesOf(block, members);
	if (lines === undefined) return false;
	const { start, end } = block;
	draft.part(start);
	for (const { text, at } of lines)
		draft.say(`${text}\n`, at ?? start, at === undefined ? end : at + 1);
	draft.part(end);
	return true;
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

function membersOf(value: unknown): Members | undefined {
	return typeof value === "object" && value !== null
		? new Map(Object.entries(value))
		: undefined;
}

interface Line {
	readonly text: string;
	/** Where in the document it stands, where it does not stand for all of the block. */
	readonly at?: number;
}

function linesOf(
	block: MagicBlock,
	members: Members,
): readonly Line[] | undefined {
	switch (block.type) {
		case "api-header": {
			const { title, level } = Object.fromEntries(members);
			const depth = typeof level === "number" ? Math.floor(level) : 2;
			const marks = "#".repeat(Math.max(1, Math.min(6, depth)));
			return [{ text: `${marks} ${oneLine(title)}` }];
		}
		case "parameters":
			return tableOf(block, members);
		case "code":
			return codesOf(members);
		case "callout":
			return [members.get("title"), members.get("body")]
				.map(textOf)
				.filter((one) => one.trim() !== "")
				.map((one) => ({ text: one.trim().replace(/^/gm, "> ") }));
		default:
			return undefined;
	}
}

const maximumWidth = 40;

/** `h-0` is the first head and `1-2` a cell. */
function tableOf(
	{ json, start, end }: MagicBlock,
	members: Members,
): readonly Line[] | undefined {
	const cells = membersOf(members.get("data")) ?? new Map();
	const keys = [...cells.keys()].flatMap((key) => {
		const [, row = "", column = ""] = /^(h|\d{1,5})-(\d{1,2})$/.exec(key) ?? [];
		return row === "" ? [] : [{ row, column: Number(column) }];
	});
	const width = Math.max(0, ...keys.map(({ column }) => column + 1));
	if (width === 0 || width > maximumWidth) return undefined;
	const rows = [...new Set(keys.map(({ row }) => row))]
		.filter((row) => row !== "h")
		.sort((a, b) => Number(a) - Number(b));
	const base = end - magicEnd.length - json.length;
	const places = new Map<string, number>();
	for (const { 1: row = "", index } of json.matchAll(/"(h|\d{1,5})-\d{1,2}"/g))
		if (!places.has(row)) places.set(row, base + index);
	const line = (row: string): Line => {
		const texts = Array.from({ length: width }, (_, column) =>
			oneLine(cells.get(`${row}-${column}`)).replace(/\|/g, "\\|"),
		);
		return {
			text: `| ${texts.join(" | ")} |`,
			at: places.get(row) ?? start,
		};
	};
	const dashes = { text: `|${" --- |".repeat(width)}`, at: start };
	return [line("h"), dashes, ...rows.map(line)];
}

function codesOf(members: Members): readonly Line[] | undefined {
	const codes = members.get("codes");
	if (!Array.isArray(codes)) return undefined;
	return codes.flatMap((one: unknown) => {
		const { code, language, name, status } = Object.fromEntries(
			membersOf(one) ?? [],
		);
		const text = textOf(code);
		const title = [name, status].map(oneLine).join(" ").trim();
		const word = /^[\w+#-]+$/.exec(textOf(language))?.[0] ?? "text";
		const ticks = /~{4,}/.test(text) ? "~".repeat(40) : "~~~~";
		return [
			{ text: `${ticks}${word}${title === "" ? "" : ` ${title}`}` },
			{ text },
			{ text: `${ticks}\n` },
		];
	});
}

function textOf(value: unknown): string {
	return typeof value === "string" || typeof value === "number"
		? String(value)
		: "";
}

function oneLine(value: unknown): string {
	return textOf(value).replace(/\s+/g, " ").trim();
}
