import type { Origins, Shape } from "../model/types.ts";
import { parseMarks } from "../notation/marks.ts";
import { parseType } from "../notation/type.ts";

/** What the cell of a name says. */
export interface FieldName {
	readonly name: string;
	readonly depth: number;
	readonly required?: boolean;
	readonly shape?: Shape;
}

/** A name, how deep it stands (`»» id`), a star for required ones, and marks behind it: `id* (integer)`, `limit: int`. */
export function readFieldName(
	text: string,
	origins: Origins,
): FieldName | undefined {
	const [, marks = "", rest = ""] =
		/^((?:[»>└├─↳•·\s]|&nbsp;|&gt;|--+)*)(.*)$/su.exec(text) ?? [];
	const depth = (marks.match(/»|>|&gt;|└|↳|--+/gu) ?? []).length;
	const bare = rest
		.replace(/<sup>.*?<\/sup>|<\/?\w+[^>]*>|\[\^[^\]]*\]|[†‡¹²³⁴]+/g, "")
		.replace(/^\*\*|\*\*$/g, "")
		.trim();
	const [, name, tail = ""] =
		/^(\[[a-z]+ [a-z]+\]|"[^"]+"|[^\s(*,:<{=]+)\s*(.*)$/is.exec(bare) ?? [];
	if (name === undefined || name === "") return undefined;
	const behind = marksIn(tail, origins);
	const required = /^\*|\brequired\b/i.test(tail) || /\*$/.test(bare);
	const optional = /\boptional\b/i.test(tail) || /\?$/.test(name);
	return {
		name: name.replace(/^"|"$|\?$/g, ""),
		depth,
		...((required || optional) && { required: required && !optional }),
		...(behind?.shape !== undefined && { shape: behind.shape }),
	};
}

/** `(integer)`, `<string>`, `: int` and `[string, required]`. */
function marksIn(tail: string, origins: Origins) {
	const [, brackets, colon] =
		/^\*?\s*(?:[(<[{](.+?)[)>\]}]|[:=]\s*(.+?))\s*\*?$/.exec(tail) ?? [];
	if (brackets !== undefined) return parseMarks(brackets, origins);
	const notation = colon === undefined ? undefined : parseType(colon, origins);
	return notation === undefined ? undefined : { shape: notation.shape };
}
