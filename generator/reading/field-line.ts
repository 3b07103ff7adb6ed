import type { List, PhrasingContent } from "mdast";
import { markdownOf, plainText, spanOf } from "../markdown/block.ts";
import { type Bullet, readBullets } from "../markdown/bullets.ts";
import type { Origins, Shape } from "../model/types.ts";
import { type Marks, parseMarks } from "../notation/marks.ts";
import { parsePlaceholder } from "../notation/placeholder.ts";
import { parseType } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import type { Reader } from "./fragment.ts";
import type { RawField } from "./raw-field.ts";

/** What a list of fields says, and the bullets in it that are no fields. */
export interface FieldLines {
	readonly fields: readonly RawField[];
	readonly others: readonly Bullet[];
}

/**
 * Reads bullets that each describe a field: a name in code or bold, marks in brackets, a dash or colon, a description:
 * `` - `name` `(string: <required>)` - … ``, `` - `limit=<number>`: … ``, `- **name** (optional) …`.
 */
export function readFieldLines(list: List, reader: Reader): FieldLines {
	const fields: RawField[] = [];
	const others: Bullet[] = [];
	for (const bullet of readBullets(reader.source, list)) {
		const field = readFieldLine(bullet, reader);
		if (field === undefined) others.push(bullet);
		else fields.push(field);
	}
	return { fields, others };
}

/** True when most bullets of a list start with a name in code or bold and go on as fields do. */
export function isFieldLines(list: List, reader: Reader): boolean {
	const bullets = readBullets(reader.source, list);
	const named = bullets.filter(({ head }) => headOf(head) !== undefined);
	return named.length > 0 && named.length * 2 > bullets.length;
}

interface Head {
	readonly name: string;
	readonly type?: string;
	readonly optional?: boolean;
	/** How many inline nodes it takes. */
	readonly length: number;
}

const coded =
	/^"?(?<name>[A-Za-z_$@][\w$.@-]*(?:\[\w*\])*(?:\.[\w$*-]+(?:\[\w*\])*)*)"?(?<maybe>\?)?(?:\s*[=:]\s*(?<type>\S.*))?$/;

/** The name that a bullet starts with: in code, in bold, or as a word in front of brackets or a colon. */
function headOf(nodes: readonly PhrasingContent[]): Head | undefined {
	const [first, second] = nodes;
	if (first === undefined) return undefined;
	if (first.type === "text") {
		const [, word = ""] =
			/^([A-Za-z_][\w.[\]-]*)\s*(?:\(|:|[-–—]\s)/.exec(first.value) ?? [];
		return /[_\d.[\]]|^[a-z]+[A-Z]/.test(word)
			? { name: word, length: 0 }
			: undefined;
	}
	if (
		!["inlineCode", "strong", "emphasis", "link", "delete"].includes(first.type)
	)
		return undefined;
	const text = plainText(first).replace(/:$/, "").trim();
	const { name, maybe, type } = coded.exec(text)?.groups ?? {};
	if (name === undefined) return undefined;
	// "**Note** the limits" is prose: a name in bold has something behind it that fields have.
	const behind = second === undefined ? "" : plainText(second);
	const field =
		first.type === "inlineCode" ||
		second === undefined ||
		/:\**$/.test(plainText(first)) ||
		second.type === "inlineCode" ||
		second.type === "emphasis" ||
		/^\s*(?:[(:[<{=]|[-–—]\s)/.test(behind);
	if (!field) return undefined;
	return {
		name,
		...(type !== undefined && { type }),
		...(maybe !== undefined && { optional: true }),
		length: 1,
	};
}

function readFieldLine(bullet: Bullet, reader: Reader): RawField | undefined {
	const head = headOf(bullet.head);
	if (head === undefined) return undefined;
	const origins: Origins = [{ span: bullet.headSpan, basis: "stated" }];
	const behind = textBehind(bullet, head, reader);
	const { marks, rest } = takeMarks(behind, origins);
	const own =
		head.type === undefined
			? undefined
			: ownType(head.type, head.name, origins);
	const { shape: said, text } = takeType(rest, origins);
	const nested = nestedOf(bullet, reader);
	const description = [text, ...nested.prose]
		.filter((one) => one !== "")
		.join("\n\n");
	const shape = own ?? marks.shape ?? said;
	const required =
		head.optional === true
			? false
			: (marks.required ?? requiredIn(description));
	const location = marks.location ?? locationIn(description);
	return {
		name: head.name,
		depth: 0,
		...(shape !== undefined && { shape }),
		...(required !== undefined && { required }),
		...(marks.default !== undefined && { default: String(marks.default) }),
		...(marks.deprecated === true && { deprecated: true }),
		...(location !== undefined && { location }),
		...(nested.fields.length > 0 && { children: nested.fields }),
		description,
		span: bullet.headSpan,
	};
}

/** `limit=<number>`, `state=open|closed`, `size: string`; what may be given often ends its name with `[]`. */
function ownType(text: string, name: string, origins: Origins): Shape {
	const placed = /^<.*>$|^[\w-]+(?:\s*\|\s*[\w-]+)+$/.test(text);
	const shape: Shape = placed
		? parsePlaceholder(text, origins)
		: (parseType(text, origins)?.shape ?? { kind: "unknown" });
	return name.endsWith("[]") && placed && shape.kind !== "array"
		? { kind: "array", items: shape }
		: shape;
}

/** The Markdown of the bullet's first paragraph behind its name. */
function textBehind(
	{ head, headSpan }: Bullet,
	{ name, length }: Head,
	{ source }: Reader,
): string {
	const [first] = head;
	if (first === undefined) return "";
	const start =
		length === 0
			? spanOf(source, first).start.offset + name.length
			: spanOf(source, first).end.offset;
	return source.text
		.slice(start, headSpan.end.offset)
		.replace(/\s+/g, " ")
		.trim();
}

/** Brackets right behind the name, as long as they hold marks. */
function takeMarks(
	text: string,
	origins: Origins,
): { readonly marks: Marks; readonly rest: string } {
	let rest = text;
	let marks: Marks = {};
	for (;;) {
		const [whole, inner] =
			/^[\s,]*[`*_]*[([{]((?:[^()[\]{}]|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})*)[)\]}][`*_]*/.exec(
				rest,
			) ?? [];
		const found = inner === undefined ? undefined : parseMarks(inner, origins);
		if (whole === undefined || found === undefined) return { marks, rest };
		marks = { ...found, ...marks };
		rest = rest.slice(whole.length).trim();
	}
}

/** `string - The name`: a type in front of the description. */
function takeType(
	text: string,
	origins: Origins,
): { readonly shape?: Shape; readonly text: string } {
	const rest = text.replace(/^(?:[-–—:|=]+|is\s+an?)\s*/, "").trim();
	const [whole, type = ""] =
		/^[`*_]*((?:array|list|map) of \w+|[A-Za-z]\w*(?:\[\]|\[\w+\]|<\w+>)?)[`*_]*\s*(?:[-–—:,.;(|]\s*|$)/.exec(
			rest,
		) ?? [];
	const word = /^\w+/.exec(type)?.[0] ?? "";
	const notation =
		whole === undefined || shapeOfWord(word) === undefined
			? undefined
			: parseType(type, origins);
	if (whole === undefined || notation === undefined) return { text: rest };
	const { marks, rest: behind } = takeMarks(
		rest.slice(whole.replace(/\($/, "").length),
		origins,
	);
	void marks;
	return { shape: notation.shape, text: behind.replace(/^[-–—:]\s*/, "") };
}

function nestedOf(
	bullet: Bullet,
	reader: Reader,
): {
	readonly fields: readonly RawField[];
	readonly prose: readonly string[];
} {
	const fields: RawField[] = [];
	const prose = bullet.blocks.map(({ span }) =>
		markdownOf(reader.source, span),
	);
	for (const list of bullet.lists) {
		if (isFieldLines(list, reader)) {
			const found = readFieldLines(list, reader);
			fields.push(...found.fields);
			prose.push(
				...found.others.map(({ span }) => markdownOf(reader.source, span)),
			);
		} else prose.push(markdownOf(reader.source, spanOf(reader.source, list)));
	}
	return { fields, prose };
}

/** "Required." and "Optional." as sentences, or at the start. */
export function requiredIn(text: string): boolean | undefined {
	if (
		/^\W*(?:required|mandatory)\b(?! (?:when|if|for|only|unless))|(?:^|[.;]\s+)\**required\**\.?(?=$|\s)|\((?:required|mandatory)\)/i.test(
			text,
		)
	)
		return true;
	if (
		/^\W*optional\b|(?:^|[.;,]\s+)\**optional\**\.?(?=$|[\s.])|\(optional\)/i.test(
			text,
		)
	)
		return false;
	return undefined;
}

/** "This is specified as part of the path", "Specify this as a query string parameter". */
function locationIn(text: string): string | undefined {
	const [, place] =
		/\b(?:specif\w*|given|passed|provided|sent|set)\b[^.]{0,60}?\b(?:as|in|via|through|on|using)\b[^.]{0,40}?\b(query|path|url|header|body|payload)\b/i.exec(
			text,
		) ?? [];
	switch (place?.toLowerCase()) {
		case "query":
			return "query";
		case "path":
		case "url":
			return /\bquery\b/i.test(text) ? "query" : "path";
		case "header":
			return "header";
		case "body":
		case "payload":
			return "body";
		default:
			return undefined;
	}
}
