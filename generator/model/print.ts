import { quote } from "../text/quote.ts";
import { type Form, modelForm, type NodeForm } from "./form.ts";
import type { ApiModel } from "./types.ts";

/**
 * The model as canonical JSON: the same model is the same text. Keys stand in the order of `form.ts`, what fits on a
 * line stands on one, and the text ends with a line feed.
 */
export function printModel(model: ApiModel): string {
	const text = textOfLines();
	// What is open, from the outside in, not recursion: shapes may be nested deeper than the call stack.
	const open: Opened[] = [];
	print({ form: modelForm(), value: model, label: "" }, "", "");
	for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
		const { parts, indent, end } = last;
		const member = parts.members[last.printed++];
		if (member === undefined) {
			text.add(`${indent}${parts.close}${end}`);
			open.pop();
		} else {
			const comma = last.printed === parts.members.length ? "" : ",";
			print(member, `${indent}\t`, comma);
		}
	}
	return text.whole();

	function print({ form, value, label }: Item, indent: string, end: string) {
		const parts = partsOf(form, value);
		const line = onOneLine(parts, value, lineWidth);
		if (line !== undefined || parts === undefined) {
			text.add(`${indent}${label}${line ?? quote(value)}${end}`);
			return;
		}
		text.add(`${indent}${label}${parts.open}`);
		open.push({ parts, indent, end, printed: 0 });
	}
}

/** A value to print, with what stands before it. */
interface Item {
	readonly form: Form;
	readonly value: unknown;
	readonly label: string;
}

/** A list or an object of which so many members are printed. */
interface Opened {
	readonly parts: Parts;
	readonly indent: string;
	readonly end: string;
	printed: number;
}

/** Collects lines, which are joined as they come: a million of them take several times what their text does. */
function textOfLines() {
	const chunks: string[] = [];
	let lines: string[] = [];
	const close = () => {
		lines.push("");
		chunks.push(lines.join("\n"));
		lines = [];
	};
	return {
		add(line: string): void {
			lines.push(line);
			if (lines.length >= 4096) close();
		},
		whole(): string {
			close();
			return chunks.join("");
		},
	};
}

/** Wide enough for an origin, so that most of them are a line each. */
const lineWidth = 180;

/** Nothing when it takes more than `room`; no deeper than that either, since each level takes room. */
function onOneLine(
	parts: Parts | undefined,
	value: unknown,
	room: number,
): string | undefined {
	if (parts === undefined) {
		const text = quote(value);
		return text.length <= room ? text : undefined;
	}
	const { open, close, members, tall } = parts;
	if (tall) return undefined;
	if (members.length === 0) return `${open}${close}`;
	const space = open === "{" ? " " : "";
	let line = `${open}${space}`;
	for (const [at, member] of members.entries()) {
		line += `${at === 0 ? "" : ", "}${member.label}`;
		const inner = partsOf(member.form, member.value);
		const text = onOneLine(inner, member.value, room - line.length - 1);
		if (text === undefined) return undefined;
		line += text;
	}
	return line.length + 2 <= room ? `${line}${space}${close}` : undefined;
}

interface Parts {
	readonly open: string;
	readonly close: string;
	/** True for what has a place in the docs of its own: it would not fit, and need not be tried. */
	readonly tall: boolean;
	readonly members: readonly Item[];
}

/** What a list or an object consists of, in the order of printing; nothing for a scalar. */
function partsOf(form: Form, value: unknown): Parts | undefined {
	if (form.kind === "later") return partsOf(form.form(), value);
	if (Array.isArray(value)) {
		const of = form.kind === "list" ? form.of : json;
		const members = value.map((item: unknown) => {
			return { form: of, value: item, label: "" };
		});
		return { open: "[", close: "]", tall: false, members };
	}
	if (!isRecord(value)) return undefined;
	const node = nodeOf(form, value);
	const members =
		node === undefined
			? Object.entries(value).map(([key, member]) => {
					return { form: json, value: member, label: `${quote(key)}: ` };
				})
			: fieldsOf(node, value);
	const tall = node?.fields.has("origins") === true;
	return { open: "{", close: "}", tall, members };
}

function fieldsOf({ fields }: NodeForm, value: Fields): Parts["members"] {
	const members: Item[] = [];
	for (const [key, { form }] of fields)
		if (Object.hasOwn(value, key))
			members.push({ form, value: value[key], label: `"${key}": ` });
	return members;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
	return typeof value === "object" && value !== null;
}

function nodeOf(form: Form, value: Fields): NodeForm | undefined {
	if (form.kind === "node") return form;
	const { kind } = value;
	return form.kind === "kinds" ? form.of.get(String(kind)) : undefined;
}

const json: Form = { kind: "json" };
