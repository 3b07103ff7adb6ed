import type {
	Origins,
	Parameter,
	ParameterLocation,
} from "../../model/types.ts";
import { jsonOf, type SampleNode } from "../json-sample.ts";
import { follow, type SpecBlock } from "./spec-block.ts";
import { entriesOf, flagIn, itemsOf, memberOf, textIn } from "./spec-node.ts";
import { shapeOfSchema, wordsOf } from "./spec-shape.ts";

/** The parameters of an operation, those of its path included, each where its place is known. */
export interface SpecParameters {
	readonly parameters: readonly Parameter[];
	/** Those that older descriptions place in the body: the whole of it, or the fields of a form. */
	readonly body?: SampleNode;
	readonly form: readonly SampleNode[];
	/** Places of those that lead nowhere within the document. */
	readonly lost: readonly SampleNode[];
}

/** Reads the parameters of an operation; its own win over those of its path. */
export function readSpecParameters(
	operation: SampleNode,
	around: SampleNode | undefined,
	{ roots }: Pick<SpecBlock, "roots">,
): SpecParameters {
	const written = [
		...itemsOf(memberOf(around, "parameters")),
		...itemsOf(memberOf(operation, "parameters")),
	];
	const nodes = written.map((node) => [node, follow(node, roots)] as const);
	const known = nodes.flatMap(([, node]) => node ?? []);
	const parameters = new Map<string, Parameter>();
	for (const node of known) {
		const name = textIn(node, "name");
		const location = locationOf(textIn(node, "in"));
		if (name === undefined || location === undefined) continue;
		// What every request has is no parameter, says the standard.
		const common = /^(?:accept|content-type|authorization)$/i.test(name);
		if (location === "header" && common) continue;
		const parameter = readParameter(node, name, location, roots);
		parameters.set(`${location} ${name}`, parameter);
	}
	const body = known.find((node) => textIn(node, "in") === "body");
	return {
		parameters: [...parameters.values()],
		...(body !== undefined && { body }),
		form: known.filter((node) => textIn(node, "in") === "formData"),
		lost: nodes.flatMap(([node, target]) => (target === undefined ? node : [])),
	};
}

function readParameter(
	node: SampleNode,
	name: string,
	location: ParameterLocation,
	roots: readonly SampleNode[],
): Parameter {
	const content = entriesOf(memberOf(node, "content"))[0]?.node;
	// Older descriptions have the type in the parameter itself.
	const schema =
		memberOf(node, "schema") ?? memberOf(content, "schema") ?? node;
	const required = location === "path" ? true : flagIn(node, "required");
	const example = memberOf(node, "example");
	const { readOnly: _, ...words } = { ...wordsOf(schema), ...wordsOf(node) };
	const origins: Origins = [{ span: node.span, basis: "stated" }];
	return {
		name,
		in: location,
		// The standard says what it means to leave it out.
		required: required ?? false,
		shape: shapeOfSchema(schema, roots),
		...words,
		...(example !== undefined && { example: jsonOf(example) }),
		origins,
	};
}

function locationOf(word: string | undefined): ParameterLocation | undefined {
	switch (word) {
		case "path":
		case "query":
		case "header":
		case "cookie":
			return word;
		default:
			return undefined;
	}
}
