import type { Origins, Shape } from "../model/types.ts";
import { parseType, unionOf } from "../notation/type.ts";
import type { Became } from "./covered-block.ts";
import type { PageLine } from "./page-lines.ts";

/** A field of a page as its lines give it; what is nested in what is not visible in them. */
export interface PageField {
	readonly name: string;
	readonly shape: Shape;
	/** The name of its type, of values too. */
	readonly title?: string;
	readonly optional: boolean;
	/** True when `optional` may as well mean that the value can be null. */
	readonly unsure: boolean;
	readonly deprecated: boolean;
	/** Its name on the wire is made from that of an SDK. */
	readonly guessed?: true;
	readonly description: string;
	readonly line: PageLine;
}

/** What the lines of a field list say. */
export interface PageFields {
	/** The name of the object that the fields belong to: `class Thing:`. */
	readonly title?: PageLine & { readonly name: string };
	readonly fields: readonly PageField[];
}

interface Draft {
	readonly name: string;
	shape: Shape;
	readonly optional: boolean;
	readonly unsure: boolean;
	readonly deprecated: boolean;
	readonly guessed?: true;
	readonly description: string[];
	readonly literals: Shape[];
	readonly line: PageLine;
}

const head = /^(?:"([^"]+)"|([A-Za-z_$][\w.$-]*))(\?)?:\s*(\S.*)$/;
const titled =
	/^(?:(?:class|type|interface)\s+([A-Za-z_]\w*)\b.*|([A-Z]\w*)\s*\{.*\})$/;
const limit =
	/^(maxLength|minLength|maximum|minimum|format|pattern)\s*:?\s*(\S.*)$/;

/**
 * Reads the lines of a field list: `name: type`, a description between blank lines, limits such as `maxLength32`, and
 * the members under "One of the following:".
 */
export function readPageFields(
	lines: readonly PageLine[],
	mark: (line: PageLine, became: Became, what: string) => void,
): PageFields {
	const drafts: Draft[] = [];
	let title: PageFields["title"];
	// A field's first paragraph follows it after a blank line; a line with the look of a field may be prose there.
	let awaiting = false;
	let blank = true;
	// Where all lines stand apart, a blank line says nothing of what follows it.
	const spaced = !lines.some(
		({ text }, index) => text.trim() !== "" && lines[index + 1]?.text.trim(),
	);
	for (const line of lines) {
		const text = line.text.trim();
		if (text === "") {
			blank = true;
			continue;
		}
		const open = drafts.at(-1);
		const [, keyword, braced] = titled.exec(text) ?? [];
		const name = keyword ?? braced;
		const field: Draft | undefined =
			blank && awaiting && !spaced ? undefined : readHead(line, text);
		if (field !== undefined) {
			drafts.push(field);
			mark(line, "read", "field");
		} else if (name !== undefined && drafts.length === 0) {
			title = { ...line, name };
			mark(line, "read", "type name");
		} else if (open !== undefined && readDetail(open, text))
			mark(line, "read", "limit of a field");
		else if (open !== undefined) {
			open.description.push(text);
			mark(line, "prose", "description of a field");
		} else mark(line, "unread", "among fields");
		awaiting = field !== undefined;
		blank = false;
	}
	const fields = drafts.map(finish);
	return title === undefined ? { fields } : { title, fields };
}

/** Reads `name: type`; a mark that the page sets in front of a name has run into it. */
export function readHead(line: PageLine, text: string): Draft | undefined {
	const [, quoted, bare, maybe, type] = head.exec(text) ?? [];
	const written = quoted ?? bare;
	if (written === undefined || type === undefined) return undefined;
	const name = written.replace(/^Deprecated(?=[\p{Ll}_"])/u, "");
	const origins: Origins = [{ span: line.span, basis: "stated" }];
	const notation = parseType(type, origins);
	if (notation === undefined) return undefined;
	return {
		name,
		deprecated: name !== written,
		...(line.guessed === true && { guessed: true as const }),
		shape: notation.shape,
		optional: maybe !== undefined || notation.optional,
		unsure: notation.nullish === true,
		description: [],
		literals: [],
		line,
	};
}

/** A limit, or a member of a list of values. */
export function readDetail(
	draft: Pick<Draft, "shape" | "literals">,
	text: string,
): boolean {
	if (/^one of the following:?$/i.test(text)) return true;
	const literal = /^"([^"]*)"$/.exec(text)?.[1];
	if (literal !== undefined) {
		draft.literals.push({ kind: "literal", value: literal });
		return true;
	}
	const [, word, value = ""] = limit.exec(text) ?? [];
	const shape = word && limited(draft.shape, word, value);
	if (shape === undefined || shape === "") return false;
	draft.shape = shape;
	return true;
}

function limited(shape: Shape, word: string, value: string): Shape | undefined {
	if (shape.kind === "array") {
		const items = limited(shape.items, word, value);
		return items && { ...shape, items };
	}
	if (shape.kind === "string") {
		if (word === "format") return { ...shape, format: value };
		if (word === "pattern") return { ...shape, pattern: value };
		if (/^(max|min)Length$/.test(word) && /^\d+$/.test(value))
			return { ...shape, [word]: Number(value) };
	}
	const numeric = /^(maximum|minimum)$/.test(word);
	if (shape.kind === "number" && numeric && /^-?\d+(\.\d+)?$/.test(value))
		return { ...shape, [word]: Number(value) };
	return undefined;
}

function finish(draft: Draft): PageField {
	const { name, optional, unsure, deprecated, line } = draft;
	const shape =
		draft.literals.length > 0 ? unionOf(draft.literals) : draft.shape;
	const title = titleOf(draft.shape);
	return {
		name,
		...(title !== undefined && { title }),
		...(draft.guessed === true && { guessed: true as const }),
		shape,
		optional,
		unsure,
		deprecated,
		line,
		description: draft.description.join("\n\n"),
	};
}

/** The name of a type, through arrays and maps. */
export function titleOf(shape: Shape): string | undefined {
	if (shape.kind === "array") return titleOf(shape.items);
	if (shape.kind === "record") return titleOf(shape.values);
	return shape.kind === "object" ? shape.title : undefined;
}
