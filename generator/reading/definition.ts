import { type Block, markdownOf } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { Definition } from "../model/definition.ts";
import { join } from "../model/join.ts";
import type { Origins, Property, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import {
	declaredShapeOf,
	readDeclaredTypes,
} from "./declarations/declared-types.ts";
import { distinct } from "./distinct-fields.ts";
import { enterBlock, enterPart } from "./enter-context.ts";
import { extendedTypes } from "./extended-types.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import { type FieldContext, openContext } from "./field-context.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf } from "./json-sample.ts";
import { readLoose } from "./loose-json.ts";
import { isSpecBlock } from "./openapi/spec-block.ts";
import { shapeOfSchema } from "./openapi/spec-shape.ts";
import { type Part, partsOf } from "./part.ts";
import type { PartWords } from "./part-role.ts";
import { saidIn, tellUnread } from "./said.ts";
import { sampleKind } from "./sample.ts";
import { isTemplate, shapeOfExample, shapeOfTemplate } from "./sample-shape.ts";
import { isKindOfType, madeTypeOf } from "./type-headings.ts";
import {
	readValueList,
	readValueTable,
	type Values,
	withOwnValues,
	withValuesOf,
} from "./value-table.ts";
import { type Variant, withVariants } from "./variants.ts";

interface Draft {
	readonly fields: Property[];
	readonly prose: string[];
	readonly own: string[];
	readonly of: Map<string, readonly string[]>;
	readonly name: string;
	/** Words between tables that say how what they list goes together: `oneOf`, `xor`, `and`. */
	readonly combined: string[];
	/** What is said of the fields that are read next. */
	readonly context: FieldContext;
	/** Fields that are there under a condition. */
	readonly variants: Variant[];
	/** The types whose fields it has, too. */
	readonly bases: string[];
	/** What a schema states. */
	stated?: Shape;
	/** What a sample shows, and whether it is a shape itself. */
	shown?: Shape;
	only?: string | number | boolean;
}

/** Reads a section that describes a type; nothing when nothing in it says what the type looks like. */
export function readDefinition(
	section: Section,
	name: string,
	reader: Reader,
	words: PartWords,
): Definition | undefined {
	const { heading } = section;
	if (heading === undefined) return undefined;
	const draft: Draft = {
		fields: [],
		prose: [],
		own: [],
		of: new Map(),
		name,
		combined: [],
		context: openContext(),
		variants: [],
		bases: basesInHeading(heading.text),
	};
	for (const part of partsOf(section, words, () => false)) {
		if (part.label !== undefined)
			reader.ledger.mark(part.label.span, "read", "part of a type");
		enterPart(draft.context, part, reader);
		const blocks = saidIn(part, reader);
		for (const [index, block] of blocks.entries()) {
			const next = blocks[index + 1];
			const said = enterBlock(draft.context, block, next, reader);
			if (said === undefined) readBlock(block, part, draft, reader);
		}
	}
	const shape = shapeOf(draft);
	if (shape === undefined) return undefined;
	reader.ledger.mark(heading.span, "read", "type");
	const description = draft.prose.join("\n\n");
	const origins: Origins = [{ span: heading.span, basis: "stated" }];
	return {
		name,
		file: reader.source.file,
		anchors: [heading.anchor, ...heading.ids],
		shape,
		...(description !== "" && { description }),
		origins,
	};
}

function readBlock(
	block: Block,
	part: Part,
	draft: Draft,
	reader: Reader,
): void {
	const { node, span } = block;
	const values = valuesIn(block, part, reader);
	if (values !== undefined) {
		draft.own.push(...values.own);
		for (const [name, list] of values.of) draft.of.set(name, list);
		reader.ledger.mark(span, "read", "values");
	} else if (isFieldBlock(block, reader)) {
		const fields = fieldsOf(block, reader) ?? [];
		const properties = fields.map(({ property }) => property);
		const { condition } = draft.context;
		if (condition === undefined) draft.fields.push(...properties);
		else draft.variants.push({ condition, properties });
	} else if (node.type === "code") readShown(block, draft, reader);
	else if (node.type === "html" || node.type === "definition")
		tellUnread(block, "not shown", reader);
	else {
		const markdown = markdownOf(reader.source, span);
		if (/^(?:oneOf|anyOf|allOf|xor|or|and|not|continued)$/.test(markdown)) {
			draft.combined.push(markdown);
			reader.ledger.mark(span, "read", "part of a type");
			return;
		}
		const bases = node.type === "paragraph" ? extendedTypes(markdown) : [];
		draft.bases.push(...bases);
		// "*None*" stands where a converter found no properties.
		if (!/^[*_]*(?:none|back to top)[*_.]*$/i.test(markdown))
			draft.prose.push(markdown);
		const extended = bases.length > 0;
		reader.ledger.mark(
			span,
			extended ? "read" : "prose",
			extended ? "type that it extends" : "description of a type",
		);
	}
}

function valuesIn(
	{ node }: Block,
	part: Part,
	reader: Reader,
): Values | undefined {
	if (node.type === "table") return readValueTable(node, reader.source.text);
	return node.type === "list" && part.role === "values"
		? readValueList(node)
		: undefined;
}

function readShown(block: Block, draft: Draft, reader: Reader): void {
	const { node, span } = block;
	if (node.type !== "code") return;
	if (isSpecBlock(block) && block.spec.kind !== "operation") {
		reader.ledger.mark(span, "read", "schema");
		if (block.spec.kind === "type")
			draft.stated = shapeOfSchema(block.root, block.roots);
		return;
	}
	const fence = openFence(reader.source, node);
	const declared = declaredShapeOf(draft.name, fence);
	if (declared !== undefined) {
		reader.ledger.mark(span, "read", "declaration of a type");
		draft.stated ??= declared;
		return;
	}
	// Other types, which the whole document is looked through for.
	if (readDeclaredTypes(fence).length > 0) return;
	const json =
		sampleKind(fence) === "json" || /^"[^"\n]*"$/.test(fence.text.trim());
	const [sample] = json ? readLoose(fence, reader.report) : [];
	if (sample === undefined) {
		tellUnread(block, "in the description of a type", reader);
		return;
	}
	reader.ledger.mark(span, "read", "example of a type");
	const shape = isTemplate(sample)
		? shapeOfTemplate(sample, reader.report)
		: shapeOfExample(sample);
	if (sample.kind === "value" && jsonOf(sample) === null) return;
	draft.shown =
		draft.shown === undefined
			? shape
			: (join(draft.shown, shape, { mode: "either" }) ?? draft.shown);
}

function shapeOf(draft: Draft): Shape | undefined {
	const { stated } = draft;
	const plain = withBases(describedShape(draft), draft.bases);
	const described = withVariants(plain, draft.variants, () => false);
	if (stated === undefined || described === undefined)
		return stated ?? described;
	return join(stated, described, { mode: "fill" }) ?? stated;
}

/** `Queen (Bee)` has the fields of a bee. */
function basesInHeading(heading: string): string[] {
	const { of } = madeTypeOf(heading) ?? {};
	return of === undefined || isKindOfType(of) ? [] : [of];
}

/** A type that only extends others has the fields of these. */
function withBases(
	shape: Shape | undefined,
	bases: readonly string[],
): Shape | undefined {
	if (bases.length === 0) return shape;
	if (shape === undefined) return { kind: "object", properties: [], bases };
	return shape.kind === "object" ? { ...shape, bases } : shape;
}

function describedShape(draft: Draft): Shape | undefined {
	const { fields, own, of, shown } = draft;
	// Several tables of what has no name are the parts that a type is made of.
	const [first, ...others] = distinct(fields, (one) =>
		isNameless(one.name) ? `* ${one.origins[0].span.start.offset}` : one.name,
	);
	if (first === undefined) {
		if (own.length > 0) return withOwnValues(shown ?? { kind: "string" }, own);
		return shown && withValuesOf(shown, of);
	}
	const stated =
		choiceOf([first, ...others], draft.combined) ?? statedShape(first, others);
	const valued = withValuesOf(stated, of);
	const withOwn = own.length > 0 ? withOwnValues(valued, own) : valued;
	if (shown === undefined) return withOwn;
	return join(withOwn, shown, { mode: "fill" }) ?? withOwn;
}

/** Rows without names between which a choice is said are what the type may be. */
function choiceOf(
	fields: readonly Property[],
	combined: readonly string[],
): Shape | undefined {
	const choice =
		combined.some((word) => /^(?:oneOf|anyOf|xor|or)$/.test(word)) &&
		!combined.some((word) => /^(?:allOf|and|not|continued)$/.test(word));
	return choice &&
		fields.length > 1 &&
		fields.every((one) => isNameless(one.name))
		? unionOf(fields.map(({ shape }) => shape))
		: undefined;
}

/** A nameless row is what the type is another name for; a row for any property makes it a map. */
function statedShape(first: Property, others: readonly Property[]): Shape {
	if (others.length === 0 && isNameless(first.name)) return first.shape;
	const all = [first, ...others];
	if (all.some(({ name }) => isNameless(name))) {
		const own = all.flatMap((one) =>
			!isNameless(one.name)
				? isAnyProperty(one.name)
					? []
					: [one]
				: one.shape.kind === "object"
					? one.shape.properties
					: [],
		);
		// What is only named, or may be anything, leaves the object open.
		const open = all.some(
			({ name, shape }) =>
				isAnyProperty(name) ||
				(isNameless(name) &&
					(shape.kind !== "object" || shape.properties.length === 0)),
		);
		return {
			kind: "object",
			properties: distinct(own, ({ name }) => name),
			...(open && { open }),
		};
	}
	if (others.length === 0 && isAnyProperty(first.name))
		return { kind: "record", values: first.shape };
	if (others.length === 0 && /^\[array item\]$/i.test(first.name))
		return first.shape.kind === "array"
			? first.shape
			: { kind: "array", items: first.shape };
	const named = [first, ...others].filter(({ name }) => !isAnyProperty(name));
	const open = named.length <= others.length;
	return { kind: "object", properties: named, ...(open && { open }) };
}

function isNameless(name: string): boolean {
	return /^\*?anonymous\*?$/i.test(name);
}

function isAnyProperty(name: string): boolean {
	return /^\[any property\]$|^\*{0,2}additionalProperties\*{0,2}$/i.test(name);
}
