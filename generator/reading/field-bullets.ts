import type { List, PhrasingContent } from "mdast";
import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import { type Bullet, readBullets } from "../markdown/bullets.ts";
import type { Origins, Property, Shape } from "../model/types.ts";
import { parseType } from "../notation/type.ts";
import type { Span } from "../text/span.ts";
import { distinctFields } from "./distinct-fields.ts";
import { describeField, type Field, fillShape } from "./field.ts";
import type { Reader } from "./fragment.ts";

/** What a list of typed bullets says: fields with names, or the variants of a union without. */
export interface FieldList {
	readonly fields: readonly Field[];
	readonly variants: readonly Variant[];
	/** Bullets that are neither: words among the fields. */
	readonly others: readonly Bullet[];
}

/** A member of a union, and the code that says so. */
interface Variant {
	readonly shape: Shape;
	readonly written: string;
	readonly description: string;
}

/**
 * Reads typed bullets: `` - `name: type` ``, its description below it, its own fields nested. A bullet with a type and
 * no name is a variant of the type above it.
 */
export function readFieldBullets(list: List, reader: Reader): FieldList {
	const fields: Field[] = [];
	const variants: Variant[] = [];
	const others: Bullet[] = [];
	for (const bullet of readBullets(reader.source, list)) {
		const found = readFieldBullet(bullet, reader);
		if (found === undefined) others.push(bullet);
		else if ("written" in found) variants.push(found);
		else fields.push(found);
	}
	return { fields: distinctFields(fields, reader.report), variants, others };
}

/** True when a list has at least one typed bullet, so that it is not just prose. */
export function isFieldList(list: List): boolean {
	return list.children.some((item) => {
		const [first] = item.children;
		return first?.type === "paragraph" && headOf(first.children) !== undefined;
	});
}

/** The code that a bullet starts with, when it is all the bullet's head. */
function headOf(head: readonly PhrasingContent[]): string | undefined {
	const [first, ...others] = head;
	if (first?.type !== "inlineCode") return undefined;
	return others.every((node) => plainText(node) === "")
		? first.value
		: undefined;
}

const named =
	/^(?:"(?<quoted>(?:[^"\\]|\\.)+)"|(?<bare>[^\s:?"'`]+))(?<maybe>\?)?\s*:\s*(?<type>[\s\S]+)$/;

function readFieldBullet(
	bullet: Bullet,
	reader: Reader,
): Field | Variant | undefined {
	const head = headOf(bullet.head);
	if (head === undefined) return undefined;
	const nested = readNested(bullet.lists, reader);
	const { quoted, bare, maybe, type } = named.exec(head)?.groups ?? {};
	const name = quoted ?? bare;
	const origins: Origins = [{ span: bullet.headSpan, basis: "stated" }];
	if (name === undefined || type === undefined) {
		const variant = readVariant(head, origins);
		if (variant === undefined) return undefined;
		const description = descriptionOf(bullet, nested.prose, reader);
		return { shape: fill(variant, nested), written: head, description };
	}
	const notation = parseType(type, origins);
	if (notation === undefined)
		reader.report("type/unknown", bullet.headSpan, { type });
	const shape = notation?.shape ?? { kind: "unknown" as const };
	return describeField(
		{
			name,
			shape: fill(shape, nested),
			optional: maybe !== undefined || notation?.optional === true,
			unsure: notation?.nullish === true,
			span: bullet.headSpan,
		},
		[
			descriptionOf(bullet, nested.prose, reader),
			...nested.variants.flatMap(wordsAbout),
		]
			.join("\n\n")
			.trim(),
	);
}

/** A member of a union has no description of its own, so its words go with those of the whole. */
function wordsAbout({ written, description }: Variant): readonly string[] {
	return description === "" ? [] : [`\`${written}\`: ${description}`];
}

const definition =
	/^(?:(?:class|interface|type)\s+)?(?<title>[A-Za-z_$][\w$.]*)\s*(?:=\s*(?<type>[\s\S]+)|(?<object>object\s*\{[\s\S]*)|:?\s*(?:…|\.\.\.|\{\s*(?:…|\.\.\.)\s*\}))$/;

/** A type without a field: `string`, `Thing { a, b }`, `Thing object { a, b }`, `Thing = object { a, b }`, `class Thing: …`. */
function readVariant(head: string, origins: Origins): Shape | undefined {
	const { title, type, object } = definition.exec(head)?.groups ?? {};
	if (title === undefined) return parseType(head, origins)?.shape;
	const written = type ?? object;
	if (written === undefined) return { kind: "object", title, properties: [] };
	const shape = parseType(written, origins)?.shape;
	return shape?.kind === "object" ? { ...shape, title } : shape;
}

/** Words under a type that is text are its values, whatever type they would be the name of. */
function fill(shape: Shape, { properties, variants }: Nested): Shape {
	const items = shape.kind === "array" ? shape.items : shape;
	const values =
		items.kind === "string" &&
		variants.every(({ written }) => /^[\w./-]+$/.test(written));
	const members = variants.map(
		(variant): Shape =>
			values ? { kind: "literal", value: variant.written } : variant.shape,
	);
	return fillShape(shape, properties, members);
}

interface Nested {
	readonly properties: readonly Property[];
	readonly variants: readonly Variant[];
	/** Lists and bullets that hold no fields: part of the description. */
	readonly prose: readonly Span[];
}

function readNested(lists: readonly List[], reader: Reader): Nested {
	const fields: Field[] = [];
	const variants: Variant[] = [];
	const prose: Span[] = [];
	for (const list of lists) {
		if (!isFieldList(list)) {
			prose.push(listSpan(list, reader));
			continue;
		}
		const found = readFieldBullets(list, reader);
		fields.push(...found.fields);
		variants.push(...found.variants);
		prose.push(...found.others.map(({ span }) => span));
	}
	// Words between two lists of a field make them two.
	const distinct = distinctFields(fields, reader.report);
	return {
		properties: distinct.map(({ property }) => property),
		variants,
		prose,
	};
}

function listSpan(list: List, reader: Reader): Span {
	const [first, ...others] = readBullets(reader.source, list);
	const last = others.at(-1) ?? first;
	if (first === undefined || last === undefined)
		throw new Error("A list has no items");
	return { ...first.span, end: last.span.end };
}

function descriptionOf(
	bullet: Bullet,
	prose: readonly Span[],
	reader: Reader,
): string {
	const spans = [...bullet.blocks.map(({ span }: Block) => span), ...prose];
	return spans
		.sort((a, b) => a.start.offset - b.start.offset)
		.map((span) => markdownOf(reader.source, span))
		.join("\n\n");
}
