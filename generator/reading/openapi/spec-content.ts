import type { Body, Example, Origins, Shape } from "../../model/types.ts";
import { jsonOf, type SampleEntry, type SampleNode } from "../json-sample.ts";
import { entriesOf, flagIn, memberOf, textIn } from "./spec-node.ts";
import { shapeOfSchema, wordsOf } from "./spec-shape.ts";

/** What is sent or answered: the media type, its shape, and the values shown. */
export interface SpecContent {
	readonly mediaType: string;
	readonly shape?: Shape;
	readonly examples: readonly Pick<Example, "value" | "origins">[];
}

/** Reads `content`, or the `schema` and `examples` of an older description; JSON wins over other media types. */
export function readContent(
	holder: SampleNode,
	roots: readonly SampleNode[],
	older: string,
): SpecContent | undefined {
	const entries = entriesOf(memberOf(holder, "content"));
	const entry = entries.find(({ key }) => /\bjson\b/i.test(key)) ?? entries[0];
	if (entry !== undefined) return contentOf(entry, roots);
	const schema = memberOf(holder, "schema");
	if (schema === undefined) return undefined;
	const shown = entriesOf(memberOf(holder, "examples"));
	return {
		mediaType: older,
		shape: shapeOfSchema(schema, roots),
		examples: shown.map(({ node }) => exampleOf(node)),
	};
}

function contentOf(
	{ key, node }: SampleEntry,
	roots: readonly SampleNode[],
): SpecContent {
	const schema = memberOf(node, "schema");
	const one = memberOf(node, "example");
	const several = entriesOf(memberOf(node, "examples")).flatMap(
		({ node: named }) => memberOf(named, "value") ?? [],
	);
	const own = schema && memberOf(schema, "example");
	const shown = one !== undefined ? [one] : several;
	const examples = shown.length > 0 || own === undefined ? shown : [own];
	return {
		mediaType: key.split(";")[0]?.trim() ?? key,
		...(schema !== undefined && { shape: shapeOfSchema(schema, roots) }),
		examples: examples.map(exampleOf),
	};
}

function exampleOf(node: SampleNode): SpecContent["examples"][number] {
	return {
		value: jsonOf(node),
		origins: [{ span: node.span, basis: "stated" }],
	};
}

/** The body that `requestBody`, or a parameter `in: body`, describes. */
export function readSpecBody(holder: SampleNode, content: SpecContent): Body {
	const required = flagIn(holder, "required");
	const description = textIn(holder, "description");
	const origins: Origins = [{ span: holder.span, basis: "stated" }];
	return {
		mediaType: content.mediaType,
		required: required ?? false,
		shape: content.shape ?? { kind: "unknown" },
		...(description !== undefined && { description }),
		origins,
	};
}

/** The body that the form fields of an older description make. */
export function readFormBody(
	fields: readonly SampleNode[],
	mediaType: string | undefined,
	roots: readonly SampleNode[],
): Body | undefined {
	const [first] = fields;
	if (first === undefined) return undefined;
	const file = fields.some((one) => textIn(one, "type") === "file");
	const properties = fields.map((one) => {
		const origins: Origins = [{ span: one.span, basis: "stated" }];
		return {
			name: textIn(one, "name") ?? "",
			required: flagIn(one, "required") ?? false,
			shape: shapeOfSchema(one, roots),
			...wordsOf(one),
			origins,
		};
	});
	const form = "application/x-www-form-urlencoded";
	return {
		mediaType: mediaType ?? (file ? "multipart/form-data" : form),
		required: properties.some(({ required }) => required),
		shape: { kind: "object", properties },
		origins: [{ span: first.span, basis: "stated" }],
	};
}
