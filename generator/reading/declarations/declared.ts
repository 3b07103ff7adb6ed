import type { Property, Shape } from "../../model/types.ts";
import { parseType, unionOf } from "../../notation/type.ts";
import type { SampleText } from "../json-sample.ts";

/** A type that a program declares; without a name where it only stands there. */
export interface Declared {
	readonly name?: string;
	readonly shape: Shape;
	/** Where its name stands in the text. */
	readonly start: number;
	readonly end: number;
}

/** A member of a declared type, and where its name stands in the text. */
export interface Member {
	readonly name: string;
	/** In the words of its language, or what they say. */
	readonly type: string | Shape;
	readonly required?: boolean;
	readonly nullable?: boolean;
	readonly default?: Property["default"];
	readonly description?: string;
	readonly start: number;
	readonly end: number;
}

/** The object that members make; a type that nobody can read is left open. */
export function objectOf(
	members: readonly Member[],
	sample: SampleText,
): Shape {
	const found = new Map<string, Property>();
	for (const one of members)
		if (!found.has(one.name)) found.set(one.name, propertyOf(one, sample));
	return { kind: "object", properties: [...found.values()] };
}

/** A choice of values. */
export function choiceOf(values: readonly (string | number)[]): Shape {
	return unionOf(values.map((value) => ({ kind: "literal", value })));
}

function propertyOf(member: Member, sample: SampleText): Property {
	const { name, type, nullable, description, start, end } = member;
	const origins = [
		{ span: sample.at(start, end), basis: "stated" as const },
	] as const;
	const notation =
		typeof type === "string" ? parseType(type, origins) : undefined;
	const own: Shape =
		typeof type === "string" ? (notation?.shape ?? { kind: "unknown" }) : type;
	const maybe = nullable === true || notation?.nullish === true;
	const required =
		member.required ?? (notation?.optional === true ? false : undefined);
	return {
		name,
		...(required !== undefined && { required }),
		shape: maybe ? unionOf([own, { kind: "null" }]) : own,
		...(description !== undefined && description !== "" && { description }),
		...(member.default !== undefined && { default: member.default }),
		origins,
	};
}
