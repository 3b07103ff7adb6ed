import type { HttpMethod } from "../../model/types.ts";
import type { SampleEntry, SampleNode } from "../json-sample.ts";
import { methodOf } from "../path.ts";
import { entriesOf, itemsOf, memberOf, textIn } from "./spec-node.ts";

/** An operation of a fragment: what stands under its method, and the path's own object around it. */
export interface SpecOperation {
	readonly method: HttpMethod;
	/** Left out where a path's object stands alone. */
	readonly path?: string;
	readonly node: SampleNode;
	readonly around?: SampleNode;
	/** The method's key, or the path's where that stands with it. */
	readonly entry: SampleEntry;
}

/** What a piece of an OpenAPI description is. */
export type Spec =
	/** A whole description, a `paths` object or the object of one path. */
	| {
			readonly kind: "operations";
			readonly operations: readonly SpecOperation[];
	  }
	/** What stands under a method, the method and path elsewhere. */
	| { readonly kind: "operation" }
	/** `components`, `definitions`, or schemas by their names. */
	| { readonly kind: "types" }
	| { readonly kind: "type" };

/** Tells what a tree describes in terms of OpenAPI; nothing for one that is something else, such as an example. */
export function specKind(root: SampleNode): Spec | undefined {
	if (root.kind !== "object") return undefined;
	const operations = operationsIn(root);
	if (operations.length > 0) return { kind: "operations", operations };
	if (isOperation(root)) return { kind: "operation" };
	if (isSchema(root)) return { kind: "type" };
	const named = namedSchemas(root);
	return named.length > 0 ? { kind: "types" } : undefined;
}

/** True where all that the tree says is of one operation, or of one path, whose address is not part of it. */
export function ofOneOperationOrPath(root: SampleNode): boolean {
	return isOperation(root) || itemOperations(root).length > 0;
}

/** The schemas of a fragment by their names. */
export function namedSchemas(root: SampleNode): readonly SampleEntry[] {
	const components = memberOf(root, "components");
	const held = [
		...entriesOf(memberOf(components, "schemas")),
		...entriesOf(memberOf(root, "definitions")),
		...entriesOf(memberOf(root, "schemas")),
	];
	if (held.length > 0 || components !== undefined)
		return held.filter(({ node }) => node.kind === "object");
	const own = entriesOf(root).filter(({ key }) => !key.startsWith("x-"));
	const all = own.every(
		({ key, node }) => /^[A-Z_]/.test(key) && isSchema(node),
	);
	return all ? own : [];
}

function operationsIn(root: SampleNode): readonly SpecOperation[] {
	const paths = memberOf(root, "paths") ?? root;
	const keyed = entriesOf(paths).filter(({ key }) => key.startsWith("/"));
	if (keyed.length === 0) return itemOperations(root);
	return keyed.flatMap(({ key, node, keySpan }) =>
		itemOperations(node).map((one) => ({
			...one,
			path: key,
			entry: { ...one.entry, keySpan: one.entry.keySpan ?? keySpan },
		})),
	);
}

function itemOperations(item: SampleNode): readonly SpecOperation[] {
	return entriesOf(item).flatMap((entry): readonly SpecOperation[] => {
		const method = /^[a-z]+$/i.test(entry.key)
			? methodOf(entry.key)
			: undefined;
		const { node } = entry;
		return method === undefined || !isOperation(node)
			? []
			: [{ method, node, around: item, entry }];
	});
}

function isOperation(node: SampleNode): boolean {
	const answers = entriesOf(memberOf(node, "responses"));
	const statuses =
		answers.length > 0 &&
		answers.every(({ key }) =>
			/^(?:[1-5](?:\d\d|XX)|default|x-.*|\$ref)$/i.test(key),
		);
	const body = memberOf(node, "requestBody");
	const sent = body && (memberOf(body, "content") ?? memberOf(body, "$ref"));
	const parameters = itemsOf(memberOf(node, "parameters"));
	const taken =
		parameters.length > 0 &&
		parameters.every(
			(one) =>
				(textIn(one, "in") && textIn(one, "name")) ?? textIn(one, "$ref"),
		);
	return (
		statuses ||
		sent !== undefined ||
		taken ||
		textIn(node, "operationId") !== undefined
	);
}

const types = /^(?:object|array|string|number|integer|boolean|null)$/;

/** True for a schema that says more than a value with the same keys would. */
export function isSchema(node: SampleNode): boolean {
	const type = textIn(node, "type") ?? "";
	const properties = memberOf(node, "properties");
	if (properties !== undefined)
		return (
			(type === "object" || memberOf(node, "type")?.kind !== "value") &&
			properties.kind === "object" &&
			properties.entries.every(({ node: inner }) => inner.kind === "object")
		);
	const combined = ["allOf", "oneOf", "anyOf"].some((key) => {
		const members = itemsOf(memberOf(node, key));
		return members.length > 0 && members.every(({ kind }) => kind === "object");
	});
	if (combined) return true;
	if (type === "array") return memberOf(node, "items")?.kind === "object";
	if (type === "object")
		return memberOf(node, "additionalProperties") !== undefined;
	return types.test(type) && memberOf(node, "enum")?.kind === "array";
}
