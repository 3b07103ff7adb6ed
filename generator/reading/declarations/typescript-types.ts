import type { Property, Shape } from "../../model/types.ts";
import { parseType } from "../../notation/type.ts";
import type { SampleText } from "../json-sample.ts";
import { choiceOf, type Declared } from "./declared.ts";
import { headsIn, insideOf } from "./pieces.ts";

const heads =
	/^[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:const\s+)?(interface|type|enum)\s+(\w+)/gm;

/** Interfaces, types and enumerations that TypeScript declares. */
export function readTypeScriptTypes(sample: SampleText): readonly Declared[] {
	const text = withoutComments(sample.text);
	return headsIn(text, heads).flatMap((match): readonly Declared[] => {
		const [whole, kind, name = ""] = match;
		const end = match.index + whole.length;
		const start = end - name.length;
		const shape = shapeOf(kind ?? "", text, end, sample);
		return shape === undefined ? [] : [{ name, shape, start, end }];
	});
}

function shapeOf(
	kind: string,
	text: string,
	at: number,
	sample: SampleText,
): Shape | undefined {
	if (kind === "enum") return enumeration(text, at);
	const opening =
		kind === "interface"
			? /\s*(?:<[^<>]*>\s*)?(?:extends\s+([\w\s,.<>]+?)\s*)?(?=\{)/y
			: /\s*(?:<[^<>]*>\s*)?=\s*/y;
	opening.lastIndex = at;
	const found = opening.exec(text);
	if (found === null) return undefined;
	const from = at + found[0].length;
	const end =
		kind === "interface" || text.charAt(from) === "{"
			? bracedEnd(text, from)
			: typeEnd(text, from);
	const body = oneLine(text.slice(from, end));
	const origins = [
		{ span: sample.at(from, end), basis: "stated" as const },
	] as const;
	const shape = parseType(body, origins)?.shape;
	if (shape === undefined) return undefined;
	// What is inherited is not shown here.
	const more = found[1] !== undefined;
	return placed(
		more && shape.kind === "object" ? { ...shape, open: true } : shape,
		{ text, sample, from, end },
	);
}

/** An object type alone, or what goes on behind it: `{ … } | { … }`. */
function bracedEnd(text: string, from: number): number {
	const end = insideOf(text, from).end + 1;
	const more = /\s*[|&[]/y;
	more.lastIndex = end;
	return more.test(text) ? typeEnd(text, from) : end;
}

/** Up to a semicolon, or a line that starts with something else. */
function typeEnd(text: string, from: number): number {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		const mark = text.charAt(at);
		if (/[([{<]/.test(mark)) depth++;
		else if (/[)\]}>]/.test(mark)) depth--;
		else if (depth === 0 && mark === ";") return at;
		else if (depth === 0 && mark === "\n") {
			const goesOn = /\n\s*[|&]/y;
			goesOn.lastIndex = at;
			const opened = /[=|&]\s*$/.test(
				text.slice(Math.max(from - 3, at - 20), at),
			);
			if (!goesOn.test(text) && !opened) return at;
		}
	}
	return text.length;
}

function enumeration(text: string, at: number): Shape | undefined {
	const brace = text.indexOf("{", at);
	if (brace < 0 || text.slice(at, brace).trim() !== "") return undefined;
	const { start, end } = insideOf(text, brace);
	const values = text
		.slice(start, end)
		.split(",")
		.flatMap((one) => {
			const [, value] = /^\s*\w+\s*=\s*["']([^"']*)["']\s*$/.exec(one) ?? [];
			return value ?? [];
		});
	return values.length === 0 ? undefined : choiceOf(values);
}

/** Comments as white space, so that places stay what they are. */
function withoutComments(text: string): string {
	return text
		.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/g, blank)
		.replace(
			/(^|[\s;,{])(\/\/[^\n]*)/g,
			(_, before: string, comment: string) => before + blank(comment),
		)
		.replace(/\breadonly\s+(?=["'\w[])/g, blank);
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, " ");
}

/** With members set off by semicolons. */
function oneLine(text: string): string {
	return text
		.replace(/([^\s{;,|&(<[])[ \t]*\r?\n(?=\s*["'\w[])/g, "$1; ")
		.replace(/\s+/g, " ")
		.replace(/;\s*\}/g, " }");
}

interface Stretch {
	/** Without comments. */
	readonly text: string;
	readonly sample: SampleText;
	readonly from: number;
	readonly end: number;
}

/** Each property of an object leads to the line that it stands in, and has the comment that stands beside it. */
function placed(shape: Shape, { text, sample, from, end }: Stretch): Shape {
	if (shape.kind !== "object") return shape;
	let at = from;
	const properties = shape.properties.map((property): Property => {
		const found = text.indexOf(property.name, at);
		if (found < 0 || found >= end) return property;
		const before = sample.text.slice(Math.max(at, found - 600), found);
		at = found + property.name.length;
		const description = commentIn(before) ?? commentBehind(sample.text, at);
		return {
			...property,
			...(description !== undefined && { description }),
			origins: [{ span: sample.at(found, at), basis: "stated" }],
		};
	});
	return { ...shape, properties };
}

/** The comment right in front of a member, on lines of its own. */
function commentIn(before: string): string | undefined {
	const block =
		/\/\*\*?([^*]*(?:\*(?!\/)[^*]*)*)\*\/\s*(?:readonly\s*)?["']?$/.exec(
			before,
		);
	const line = /\n[ \t]*\/\/([^\n]*)\n\s*(?:readonly\s*)?["']?$/.exec(before);
	const said = block?.[1]?.replace(/\s*\n\s*\*?\s*/g, " ") ?? line?.[1];
	return said?.trim() || undefined;
}

function commentBehind(text: string, at: number): string | undefined {
	const line = /[^\n]*/y;
	line.lastIndex = at;
	const rest = line.exec(text)?.[0] ?? "";
	return /[;,\w\]}"')>]\s*\/\/\s*(\S.*)$/.exec(rest)?.[1]?.trim();
}
