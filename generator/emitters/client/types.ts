import { type Code, code, joinCode } from "../../code/code.ts";
import {
	type Comment,
	type CommentTag,
	docComment,
} from "../../code/comment.ts";
import type {
	InterfaceDeclaration,
	PropertyDeclaration,
} from "../../code/declarations.ts";
import { jsonLiteral } from "../../code/literal.ts";
import { pascalPart } from "../../code/names.ts";
import { propertyKey } from "../../code/property.ts";
import type {
	ObjectShape,
	Property,
	Shape,
	UnionShape,
} from "../../model/types.ts";
import { unreachable } from "../../text/unreachable.ts";
import { singular } from "../../text/words.ts";
import { basisOf, constraintsOf, defaultOf, paragraph } from "./facts.ts";
import type { Plan } from "./plan.ts";
import type { RuntimeName } from "./runtime.ts";

/** Where types are written: the file's plan, what it declares and what it refers to. */
export interface Scope {
	readonly plan: Plan;
	/** Interfaces for objects inside of other types, in the order of their use; absent where they are declared elsewhere. */
	readonly nested?: InterfaceDeclaration[];
	/** Named shapes that the file refers to, by their names in the model. */
	readonly references: Set<string>;
	/** Types of the runtime that the file refers to. */
	readonly uses: Set<RuntimeName>;
	/** Functions of the runtime that the file refers to. */
	readonly calls: Set<RuntimeName>;
	/**
	 * Values that are sent may be `undefined` as well as absent, since a caller passes on what may not be set and JSON
	 * leaves it out; in a value that was received, nothing is `undefined`.
	 */
	readonly direction: "sent" | "received";
	/** True in a form with parts, where what is binary is a file and no text. */
	readonly files?: true;
}

/** The name that an object gets where the walk meets one, and a key that tells this place from every other. */
export interface Place {
	readonly name: string;
	readonly key: string;
}

/** The type of a shape. Objects with properties become interfaces of their own, so that what an editor shows is short. */
export function typeOf(shape: Shape, place: Place, scope: Scope): Code {
	switch (shape.kind) {
		case "string":
			return scope.files === true && shape.format === "binary"
				? fileType(scope)
				: keywords.string;
		case "unknown":
		case "null":
		case "boolean":
		case "number":
			return keywords[shape.kind];
		case "literal":
			return jsonLiteral(shape.value);
		case "array": {
			const items = membersOf(shape.items, place, scope);
			const type = joinCode(items, code` | `);
			return items.length > 1 ? code`(${type})[]` : code`${type}[]`;
		}
		case "record": {
			const values = typeOf(shape.values, place, scope);
			return code`{ [key: string]: ${values} }`;
		}
		case "union":
			return joinCode(membersOf(shape, place, scope), code` | `);
		case "object":
			return objectOf(shape, place, scope);
		case "reference": {
			const name = scope.plan.shapes.get(shape.name);
			if (name === undefined) throw new Error(`No shape: ${shape.name}`);
			scope.references.add(shape.name);
			return name;
		}
		default:
			return unreachable(shape);
	}
}

/** The place of the objects inside of something with a name: `HiveListItem`, `WeatherValue`. */
export function placeFor(
	shape: Shape | undefined,
	{ name, key }: Place,
): Place {
	const kind = shape && withoutNull(shape).kind;
	const part = kind === "array" ? "Item" : kind === "record" ? "Value" : "";
	return { name: name + part, key };
}

/** The interface of an object: its properties with what the docs say of them. */
export function interfaceOf(
	shape: ObjectShape,
	place: Place & {
		readonly declared: Code;
		readonly docs?: Comment | undefined;
	},
	scope: Scope,
): InterfaceDeclaration {
	return {
		kind: "interface",
		name: place.declared,
		docs: place.docs,
		properties: propertiesOf(shape, place, scope),
		index: shape.open === true ? keywords.unknown : undefined,
	};
}

/** The properties of an object. What only responses have is left out of what is sent. */
export function propertiesOf(
	{ properties }: ObjectShape,
	place: Place,
	scope: Scope,
): readonly PropertyDeclaration[] {
	const sent = scope.direction === "sent";
	return properties
		.filter(({ readOnly }) => !(sent && readOnly === true))
		.map((property) => {
			const many = /array|record/.test(withoutNull(property.shape).kind);
			const word = many ? singular(property.name) : property.name;
			const within = {
				name: place.name + pascalPart(word),
				key: `${place.key}/${JSON.stringify(property.name)}`,
			};
			const type = typeOf(property.shape, within, scope);
			const optional = property.required !== true;
			return {
				key: propertyKey(property.name),
				type: sent && optional ? orUndefined(type) : type,
				optional,
				docs: docsOf(property),
			};
		});
}

/** The type of a property that may be absent from something that is sent. */
export function orUndefined(type: Code): Code {
	return type === keywords.unknown ? type : code`${type} | undefined`;
}

/** What the docs say of a property or parameter, for the editor. */
export function docsOf(
	member: Pick<Property, "shape" | "origins"> &
		Partial<Property> & { readonly lead?: string },
): Comment | undefined {
	const { lead, shape, description, readOnly, deprecated, origins } = member;
	return docComment({
		paragraphs: [
			description,
			paragraph(
				lead,
				constraintsOf(withoutNull(shape)),
				defaultOf(member.default),
				readOnly === true ? "Only in responses." : undefined,
				basisOf(origins),
			),
		],
		tags: deprecated === true ? [deprecatedTag] : [],
	});
}

export const deprecatedTag: CommentTag = {
	tag: "deprecated",
	text: "The docs mark it as deprecated.",
};

/** The types in a union, each once; the type alone for any other shape. `unknown` swallows the others. */
function membersOf(shape: Shape, place: Place, scope: Scope): readonly Code[] {
	if (shape.kind !== "union") return [typeOf(shape, place, scope)];
	const objects = shape.members.filter(({ kind }) => kind === "object").length;
	const types = shape.members.flatMap((member, index) => {
		const within = objects > 1 ? variant(shape, index, place) : place;
		return membersOf(member, within, scope);
	});
	if (types.length === 0 || types.includes(keywords.unknown))
		return [keywords.unknown];
	return [...new Set(types)];
}

/** `Sensor` and `kind: "scale"` give `SensorScale`; without a discriminator, `Sensor2`. */
function variant(
	{ discriminator, members }: UnionShape,
	index: number,
	{ name, key }: Place,
): Place {
	const member = members[index];
	const tag =
		member?.kind === "object"
			? member.properties.find((property) => property.name === discriminator)
			: undefined;
	const word =
		tag?.shape.kind === "literal" ? String(tag.shape.value) : String(index + 1);
	return { name: name + pascalPart(word), key: `${key}|${index}` };
}

function objectOf(shape: ObjectShape, place: Place, scope: Scope): Code {
	if (shape.properties.length === 0)
		return code`{ [key: string]: ${keywords.unknown} }`;
	const declared = scope.plan.nested(place.key, place.name);
	const { nested } = scope;
	if (nested === undefined) return declared;
	const at = nested.length;
	const name = { ...place, name: declared, declared };
	nested.splice(at, 0, interfaceOf(shape, name, scope));
	return declared;
}

function fileType({ uses }: Scope): Code {
	uses.add("Uploadable");
	return code`Uploadable`;
}

function withoutNull(shape: Shape): Shape {
	if (shape.kind !== "union") return shape;
	const [only, ...others] = shape.members.filter(({ kind }) => kind !== "null");
	return only === undefined || others.length > 0 ? shape : only;
}

const keywords = {
	unknown: code`unknown`,
	null: code`null`,
	boolean: code`boolean`,
	number: code`number`,
	string: code`string`,
} as const;
