import type { Origins, Property, Shape } from "../model/types.ts";
import { parseType } from "../notation/type.ts";
import { argumentObject } from "./argument-object.ts";
import type { Became } from "./covered-block.ts";
import { distinctFields } from "./distinct-fields.ts";
import { describeField, type Field, fillShape } from "./field.ts";
import type { Reader } from "./fragment.ts";
import { readDetail, readHead } from "./page-fields.ts";
import type { PageLine } from "./page-lines.ts";

/** What folded lines say: fields, or the type of the whole, whose own fields are in it. */
export interface FoldedFields {
	readonly fields: readonly Field[];
	readonly variants: readonly Shape[];
}

interface Node {
	/** A field's head, or a type without a name: a member of a union, or the whole. */
	readonly head: ReturnType<typeof readHead>;
	shape: Shape;
	readonly line: PageLine;
	readonly depth: number;
	readonly words: string[];
	readonly literals: Shape[];
	readonly children: Node[];
	/** Its own words are over. */
	ended: boolean;
}

/** Reads fields whose nesting the folded blocks of a page give: what is in a block is in the field that its summary shows. */
export function readFoldedFields(
	lines: readonly PageLine[],
	reader: Reader,
	mark: (line: PageLine, became: Became, what: string) => void,
): FoldedFields {
	const roots: Node[] = [];
	const open: Node[] = [];
	for (const line of lines) {
		const depth = line.depth ?? 0;
		const { text } = line;
		while ((open.at(-1)?.depth ?? depth) > depth) open.pop();
		const last = open.at(-1);
		if (line.ends === true) {
			if (last !== undefined) last.ended = true;
			mark(line, "read", "link");
			continue;
		}
		if (text === "") continue;
		const around = open.findLast((one) => one.depth < depth);
		const node = nodeOf(line, depth, last);
		if (node !== undefined) {
			while ((open.at(-1)?.depth ?? Number.NEGATIVE_INFINITY) >= depth)
				open.pop();
			(around?.children ?? roots).push(node);
			open.push(node);
			mark(line, "read", "field");
		} else readWords(line, last, around, mark);
	}
	return finishAll(roots.flatMap(withoutObject), reader);
}

/** What an SDK takes in one object is described within it. */
function withoutObject(node: Node): readonly Node[] {
	return argumentObject(node.line.text) === undefined ? [node] : node.children;
}

function nodeOf(
	line: PageLine,
	depth: number,
	last: Node | undefined,
): Node | undefined {
	// A summary is one head and its description.
	const described = last?.line.summary === line.summary;
	if (line.summary !== undefined && described) return undefined;
	const field = readHead(line, line.text);
	const base = { line, depth, words: [], literals: [], children: [] };
	if (field !== undefined)
		return {
			...base,
			head: field,
			shape: field.shape,
			ended: false,
		};
	if (line.summary === undefined) return undefined;
	const origins: Origins = [{ span: line.span, basis: "stated" }];
	const shape = variantOf(line.text, origins);
	return shape && { ...base, head: undefined, shape, ended: false };
}

/** `Thing { a, b }`, `Thing object { a }`, `class Thing: …`, `Thing = object { … }`, `string`. */
function variantOf(text: string, origins: Origins): Shape | undefined {
	const [, title, type] =
		/^(?:class\s+|type\s+|interface\s+)?([A-Za-z_]\w*)\s*(?::\s*(?:…|\.\.\.)?|=\s*(.*)|(object\s*\{.*\}))?$/.exec(
			text,
		) ?? [];
	const shape = parseType(type ?? text, origins)?.shape;
	if (shape === undefined && title !== undefined)
		return { kind: "object", title, properties: [] };
	return shape?.kind === "object" && title !== undefined && type !== undefined
		? { ...shape, title }
		: shape;
}

/** A limit or words of the field that is open, or a value of the one around. */
function readWords(
	line: PageLine,
	last: Node | undefined,
	around: Node | undefined,
	mark: (line: PageLine, became: Became, what: string) => void,
): void {
	const literal = /^"([^"]*)"$/.exec(line.text)?.[1];
	const owner = last ?? around;
	if (owner === undefined) {
		mark(line, "unread", "among fields");
		return;
	}
	if (literal !== undefined || /^one of the following:?$/i.test(line.text)) {
		if (literal !== undefined)
			(around ?? owner).literals.push({ kind: "literal", value: literal });
		mark(line, "read", "value of a field");
		return;
	}
	if (owner.head !== undefined && readDetail(owner, line.text)) {
		mark(line, "read", "limit of a field");
		return;
	}
	owner.words.push(line.words ?? line.text);
	mark(line, "prose", "description of a field");
}

function finishAll(nodes: readonly Node[], reader: Reader): FoldedFields {
	const fields = nodes.flatMap((node) => {
		const field = finishField(node, reader);
		return field === undefined ? [] : [field];
	});
	const variants = nodes
		.filter(({ head }) => head === undefined)
		.map((node) => shapeOf(node, reader));
	return { fields: distinctFields(fields, reader.report), variants };
}

function finishField(node: Node, reader: Reader): Field | undefined {
	const { head } = node;
	if (head === undefined) return undefined;
	return describeField(
		{
			name: head.name,
			shape: shapeOf(node, reader),
			optional: head.optional,
			unsure: head.unsure,
			deprecated: head.deprecated,
			span: head.line.span,
		},
		node.words.join("\n\n"),
	);
}

function shapeOf(node: Node, reader: Reader): Shape {
	const { fields, variants } = finishAll(node.children, reader);
	const properties: readonly Property[] = fields.map((one) => one.property);
	return fillShape(node.shape, properties, [...node.literals, ...variants]);
}
