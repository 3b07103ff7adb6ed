import { type Code, code, joinCode } from "../../code/code.ts";
import { jsonLiteral, objectKey, stringLiteral } from "../../code/literal.ts";
import { resolve, resolveObject } from "../../model/resolve.ts";
import type {
	LiteralShape,
	ObjectShape,
	Shape,
	UnionShape,
} from "../../model/types.ts";
import { unreachable } from "../../text/unreachable.ts";
import { type Scope, typeOf } from "./types.ts";

/** Where schemas are written. Those of the runtime stand under `s`, so that they take no name from the docs'. */
export interface SchemaScope extends Scope {
	/** Constants of the named shapes, by their names in the model. */
	readonly constants: ReadonlyMap<string, Code>;
	/** How deep the expression is indented. */
	readonly depth: number;
}

/** A property or a parameter as a member of an object. */
export interface Member {
	readonly name: string;
	readonly required: boolean;
	readonly schema: Code;
}

/** The schema of what the docs do not state; it swallows the others of a union. */
export const anything: Code = code`s.anything`;

/** The expression that makes the schema of a shape: the same cases as `typeOf` has, so that its values are of that type. */
export function schemaOf(shape: Shape, scope: SchemaScope): Code {
	switch (shape.kind) {
		case "string":
			return scope.files === true && shape.format === "binary"
				? code`s.opaque<${typeOf(shape, { name: "", key: "" }, scope)}>()`
				: code`s.text`;
		case "unknown":
			return anything;
		case "null":
			return code`s.nil`;
		case "boolean":
			return code`s.flag`;
		case "number":
			return shape.integer === true ? code`s.integer` : code`s.number`;
		case "literal":
			return literalOf([shape]);
		case "array":
			return code`s.list(${schemaOf(shape.items, scope)})`;
		case "record":
			return code`s.record(${schemaOf(shape.values, scope)})`;
		case "union":
			return unionOf(shape, scope);
		case "object":
			return shape.properties.length === 0
				? code`s.record(${anything})`
				: objectOf(membersOf(shape, scope), scope);
		case "reference": {
			const name = scope.constants.get(shape.name);
			if (name === undefined) throw new Error(`No shape: ${shape.name}`);
			return name;
		}
		default:
			return unreachable(shape);
	}
}

/** An object's properties. What only responses have is left out of what is sent. */
export function membersOf(
	{ properties }: ObjectShape,
	scope: SchemaScope,
): readonly Member[] {
	const inner = { ...scope, depth: scope.depth + 1 };
	return properties
		.filter(({ readOnly }) => scope.direction === "received" || !readOnly)
		.map(({ name, required, shape }) => ({
			name,
			required: required === true,
			schema: schemaOf(shape, inner),
		}));
}

/** The schema of an object with these members. */
export function objectOf(
	members: readonly Member[],
	{ depth }: Pick<SchemaScope, "depth">,
): Code {
	const group = (required: boolean): Code => {
		const lines = members
			.filter((member) => member.required === required)
			.map(
				({ name, schema }) =>
					code`${tabs(depth + 1)}${objectKey(name)}: ${schema},\n`,
			);
		return lines.length === 0 ? code`{}` : code`{\n${lines}${tabs(depth)}}`;
	};
	return members.every(({ required }) => required)
		? code`s.object(${group(true)})`
		: code`s.object(${group(true)}, ${group(false)})`;
}

/** The schema of what fits any of several; each is written once. */
export function anyOf(schemas: readonly Code[]): Code {
	const [first, ...others] = new Set(schemas);
	if (first === undefined || schemas.includes(anything)) return anything;
	return others.length === 0
		? first
		: code`s.union(${joinCode([first, ...others], code`, `)})`;
}

function unionOf(shape: UnionShape, scope: SchemaScope): Code {
	const all = flat(shape);
	const others = all.filter(({ kind }) => kind !== "null");
	if (all.length > 0 && others.length === 0) return code`s.nil`;
	const schema =
		taggedOf(shape.discriminator, others, scope) ??
		anyOf([
			...others
				.filter(({ kind }) => kind !== "literal")
				.map((member) => schemaOf(member, scope)),
			...(others.some(isLiteral) ? [literalOf(others.filter(isLiteral))] : []),
		]);
	return others.length === all.length || schema === anything
		? schema
		: code`s.nullable(${schema})`;
}

/** The schema of objects that one of their properties tells apart, if each has values of it of its own. */
function taggedOf(
	discriminator: string | undefined,
	members: readonly Shape[],
	scope: SchemaScope,
): Code | undefined {
	if (discriminator === undefined || members.length < 2) return undefined;
	const cases: Code[] = [];
	for (const member of members) {
		const tags = tagsOf(discriminator, member, scope);
		if (tags.length === 0 || !tags.every(isLiteral)) return undefined;
		const schema = schemaOf(member, scope);
		for (const { value } of tags)
			cases.push(code`[${jsonLiteral(value)}, ${schema}]`);
	}
	return code`s.tagged(${stringLiteral(discriminator)}, ${joinCode(cases, code`, `)})`;
}

function tagsOf(
	discriminator: string,
	member: Shape,
	{ plan: { model } }: SchemaScope,
): readonly Shape[] {
	const tag = resolveObject(model, member)?.properties.find(
		({ name }) => name === discriminator,
	);
	return tag === undefined ? [] : flat(resolve(model, tag.shape));
}

function literalOf(shapes: readonly LiteralShape[]): Code {
	const values = new Set(shapes.map(({ value }) => jsonLiteral(value)));
	return code`s.literal(${joinCode([...values], code`, `)})`;
}

/** The members of a union and of the unions in it; any other shape alone. */
function flat(shape: Shape): readonly Shape[] {
	return shape.kind === "union" ? shape.members.flatMap(flat) : [shape];
}

function isLiteral(shape: Shape): shape is LiteralShape {
	return shape.kind === "literal";
}

function tabs(count: number): Code {
	return joinCode(new Array(count).fill(code`\t`), code``);
}
