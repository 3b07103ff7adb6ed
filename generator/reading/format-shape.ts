import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { Property, Shape } from "../model/types.ts";
import { distinct } from "./distinct-fields.ts";
import { fieldsOf } from "./field-block.ts";
import { type Format, leadsIn } from "./formats.ts";
import type { Reader } from "./fragment.ts";
import { readLoose } from "./loose-json.ts";
import { sampleKind } from "./sample.ts";
import {
	isTemplate,
	type Meaning,
	type Meant,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";

/** Placeholders within formats stand for formats, in circles at worst: this many are looked up for one of a sample. */
const most = 32;

interface Budget {
	left: number;
}

/** What placeholders mean in a section: what its sentences about them lead to, or what the document says of them. */
export function meaningIn(section: Section, reader: Reader): Meaning {
	const targets = new Map<string, string>();
	for (const { anchors, placeholders } of leadsIn(section, reader.source)) {
		const [anchor] = anchors;
		if (anchor === undefined) continue;
		for (const name of placeholders)
			if (!targets.has(name)) targets.set(name, anchor);
	}
	return (name) => {
		const anchor = targets.get(name);
		return anchor === undefined
			? anywhere(name, reader, { left: most })
			: behind(anchor, name, reader);
	};
}

function behind(
	anchor: string,
	name: string,
	reader: Reader,
): readonly Meant[] {
	const all = reader.formats?.behind(anchor) ?? [];
	const own = all.filter(
		({ placeholder }) => placeholder === undefined || placeholder === name,
	);
	// Beside formats with names, one without is of something else.
	const named = own.filter(({ names }) => names.length > 0);
	const chapter = reader.formats?.chapter(anchor);
	if (own.length > 0 && chapter !== undefined) markUsed(chapter, reader);
	return (named.length > 0 ? named : own).map((format) =>
		meant(format, reader, { left: most }),
	);
}

function anywhere(
	name: string,
	reader: Reader,
	budget: Budget,
): readonly Meant[] {
	const format = reader.formats?.placeholder(name);
	return format === undefined ? [] : [meant(format, reader, budget)];
}

function meant(format: Format, reader: Reader, budget: Budget): Meant {
	return {
		shape: () => shapeOfFormat(format, reader, budget),
		names: format.names,
		origins: [{ span: format.block.span, basis: "stated" }],
	};
}

/** The shape that a format shows; its section counts as read from then on. */
export function shapeOfFormat(
	{ section, block }: Format,
	reader: Reader,
	budget: Budget = { left: most },
): Shape | undefined {
	const { node, span } = block;
	const shape =
		node.type === "code"
			? shownIn(block, reader, budget)
			: listed(block, reader);
	if (shape === undefined) return undefined;
	markUsed(section, reader);
	reader.ledger.mark(span, "read", "format of a value");
	return shape;
}

function shownIn(
	{ node }: Format["block"],
	reader: Reader,
	budget: Budget,
): Shape | undefined {
	if (node.type !== "code" || budget.left <= 0) return undefined;
	budget.left--;
	const fence = openFence(reader.source, node);
	if (sampleKind(fence) !== "json") return undefined;
	const [sample] = readLoose(fence, () => undefined);
	if (sample === undefined) return undefined;
	const inner: Meaning = (name) => anywhere(name, reader, budget);
	return isTemplate(sample)
		? shapeOfTemplate(sample, reader.report, inner)
		: shapeOfExample(sample);
}

function listed(block: Format["block"], reader: Reader): Shape | undefined {
	const fields = fieldsOf(block, reader)?.map(({ property }) => property);
	return fields === undefined
		? undefined
		: {
				kind: "object",
				properties: distinct(fields.map(withoutBrackets), ({ name }) => name),
			};
}

function markUsed({ heading, blocks }: Section, { ledger }: Reader): void {
	if (heading !== undefined) ledger.mark(heading.span, "read", "format");
	for (const { node, span } of blocks)
		if (node.type !== "code" && node.type !== "table")
			ledger.mark(span, "prose", "about a format");
}

/** `items[]` is how a list says that `items` is an array. */
function withoutBrackets(property: Property): Property {
	const name = property.name.replace(/\[\]$/, "");
	const shape = unbracketed(property.shape);
	return name === property.name
		? { ...property, shape }
		: {
				...property,
				name,
				shape:
					shape.kind === "unknown" ? { kind: "array", items: shape } : shape,
			};
}

function unbracketed(shape: Shape): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: unbracketed(shape.items) };
		case "object":
			return { ...shape, properties: shape.properties.map(withoutBrackets) };
		default:
			return shape;
	}
}
