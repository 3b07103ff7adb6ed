import { type Code, code, joinCode } from "../../code/code.ts";
import {
	jsonLiteral,
	numberLiteral,
	objectKey,
	stringLiteral,
} from "../../code/literal.ts";
import type {
	LiteralShape,
	NumberShape,
	Property,
	Shape,
	StringShape,
} from "../../model/types.ts";
import { compilePattern } from "../../text/pattern.ts";
import { unreachable } from "../../text/unreachable.ts";
import { nameOf, type Scope } from "./scope.ts";

/** An expression for a schema of Zod. Properties that the docs do not name pass, as docs seldom name them all. */
export function schemaOf(shape: Shape, scope: Scope): Code {
	switch (shape.kind) {
		case "unknown":
			return code`z.unknown()`;
		case "null":
			return code`z.null()`;
		case "boolean":
			return code`z.boolean()`;
		case "literal":
			return code`z.literal(${jsonLiteral(shape.value)})`;
		case "number":
			return numberOf(shape);
		case "string":
			return stringOf(shape);
		case "array":
			return code`z.array(${schemaOf(shape.items, scope)})`;
		case "record":
			return code`z.record(z.string(), ${schemaOf(shape.values, scope)})`;
		case "object":
			return objectOf(shape.properties, scope);
		case "union":
			return unionOf(shape.members, scope);
		case "reference":
			return nameOf(scope, shape.name);
		default:
			return unreachable(shape);
	}
}

/** An object with these properties; what is not required may be absent, but not `undefined`. */
export function objectOf(
	properties: readonly Pick<
		Property,
		"name" | "shape" | "required" | "description"
	>[],
	scope: Scope,
): Code {
	const members = properties.map(({ name, shape, required, description }) => {
		const plain = schemaOf(shape, { ...scope, depth: scope.depth + 1 });
		const schema = required === true ? plain : code`z.exactOptional(${plain})`;
		const described =
			description === undefined
				? schema
				: code`${schema}.describe(${stringLiteral(description)})`;
		return code`${objectKey(name)}: ${described}`;
	});
	if (members.length === 0) return code`z.looseObject({})`;
	const indent = Array.from({ length: scope.depth }, () => code`\t`);
	const lines = members.map((member) => code`${indent}\t${member},\n`);
	return code`z.looseObject({\n${lines}${indent}})`;
}

/** The values of all members that are literals in one, and `null` around the rest. */
function unionOf(members: readonly Shape[], scope: Scope): Code {
	const literals = members.filter(
		(member): member is LiteralShape => member.kind === "literal",
	);
	const others = members.filter(({ kind }) => !/^(?:literal|null)$/.test(kind));
	const values = joinCode(
		literals.map(({ value }) => jsonLiteral(value)),
		code`, `,
	);
	const schemas = [
		...(literals.length > 0 ? [code`z.literal([${values}])`] : []),
		...others.map((member) => schemaOf(member, scope)),
	];
	const [only = code`z.null()`, ...more] = schemas;
	const whole =
		more.length === 0 ? only : code`z.union([${joinCode(schemas, code`, `)}])`;
	return members.some(({ kind }) => kind === "null") && schemas.length > 0
		? code`z.nullable(${whole})`
		: whole;
}

function numberOf({ integer, minimum, maximum }: NumberShape): Code {
	return code`${integer === true ? code`z.int()` : code`z.number()`}${
		minimum === undefined ? code`` : code`.min(${numberLiteral(minimum)})`
	}${maximum === undefined ? code`` : code`.max(${numberLiteral(maximum)})`}`;
}

/** Formats that Zod and the docs mean alike; it is stricter about others than docs are. */
const formats: ReadonlyMap<string, Code> = new Map([
	["date-time", code`z.iso.datetime({ offset: true })`],
	["date", code`z.iso.date()`],
	["uuid", code`z.guid()`],
	["ipv4", code`z.ipv4()`],
]);

function stringOf({
	format = "",
	minLength,
	maxLength,
	pattern,
}: StringShape): Code {
	const base = formats.get(format) ?? code`z.string()`;
	const least =
		minLength === undefined ? code`` : code`.min(${numberLiteral(minLength)})`;
	const most =
		maxLength === undefined ? code`` : code`.max(${numberLiteral(maxLength)})`;
	return code`${base}${least}${most}${patternOf(pattern)}`;
}

/** A pattern of the docs' that is one in JavaScript and takes no undue time; as text, never as a literal. */
function patternOf(pattern: string | undefined): Code {
	if (pattern === undefined || compilePattern(pattern) === undefined)
		return code``;
	const flags = isUnicode(pattern) ? code`, "u"` : code``;
	return code`.regex(new RegExp(${stringLiteral(pattern)}${flags}))`;
}

function isUnicode(pattern: string): boolean {
	try {
		return new RegExp(pattern, "u").unicode;
	} catch {
		return false;
	}
}
