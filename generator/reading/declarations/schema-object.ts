import type { Property, Shape } from "../../model/types.ts";
import { shapeOfWord } from "../../notation/words.ts";
import type { SampleText } from "../json-sample.ts";
import { choiceOf, type Member, objectOf } from "./declared.ts";
import { type Entry, type Expression, jsonIn } from "./expression.ts";

/**
 * The shape of an object whose fields say what they hold, as schemas of databases do:
 * `{ name: { type: String, required: true, enum: ["a", "b"] }, tags: [String], owner: { type: ObjectId, ref: "User" } }`.
 * Nothing for an object that has values in it.
 */
export function shapeOfSchemaObject(
	expression: Expression,
	sample: SampleText,
): Shape | undefined {
	if (expression.kind !== "object") return undefined;
	const { entries } = expression;
	const typed = entries.some(
		({ value }) => value.kind === "chain" || optionsOf(value) !== undefined,
	);
	if (!typed || !entries.every(({ value }) => isField(value))) return undefined;
	return fieldsOf(entries, sample);
}

function fieldsOf(entries: readonly Entry[], sample: SampleText): Shape {
	return objectOf(
		entries.map((entry) => memberOf(entry, sample)),
		sample,
	);
}

function memberOf(
	{ key, value, start, end }: Entry,
	sample: SampleText,
): Member {
	const options = optionsOf(value);
	if (options === undefined)
		return { name: key, type: typeOf(value, sample), start, end };
	const held = options.get("type") ?? value;
	const required = requiredIn(options.get("required"));
	const byDefault = valueIn(options, "default");
	const described =
		valueIn(options, "description") ?? valueIn(options, "comment");
	return {
		name: key,
		type: limited(typeOf(held, sample), options),
		...(required !== undefined && { required }),
		// `default: null` tells that there may be nothing.
		...(byDefault === null && { nullable: true }),
		...(byDefault !== undefined && { default: byDefault }),
		...(typeof described === "string" && { description: described }),
		start,
		end,
	};
}

/** `{ type: String, … }`: what stands beside the type; nothing for an object with a field that is called `type`. */
function optionsOf(
	value: Expression,
): ReadonlyMap<string, Expression> | undefined {
	if (value.kind !== "object") return undefined;
	const options = new Map(value.entries.map((one) => [one.key, one.value]));
	const type = options.get("type");
	return type !== undefined && isTypeWord(type) ? options : undefined;
}

function isField(value: Expression): boolean {
	if (value.kind === "list")
		return value.items.length < 2 && value.items.every(isField);
	if (isTypeWord(value)) return value.kind !== "value";
	if (value.kind !== "object") return false;
	return (
		optionsOf(value) !== undefined ||
		(value.entries.length > 0 &&
			value.entries.every((entry) => isField(entry.value)))
	);
}

/** `String`, `mongoose.ObjectId`, `"UUID"`, `[Number]`. */
function isTypeWord(value: Expression): boolean {
	if (value.kind === "list")
		return (
			value.items.length < 2 &&
			value.items.every((item) =>
				item.kind === "value" ? isTypeWord(item) : isField(item),
			)
		);
	const word = wordIn(value);
	if (word === undefined) return false;
	const known = shapeOfWord(word) !== undefined;
	return known || (value.kind === "chain" && /^[A-Z]\w*$/.test(word));
}

function wordIn(value: Expression): string | undefined {
	if (value.kind === "value")
		return typeof value.value === "string" ? value.value : undefined;
	if (value.kind !== "chain") return undefined;
	const last = value.steps.at(-1);
	return last?.arguments === undefined ? last?.name : undefined;
}

function typeOf(value: Expression, sample: SampleText): Shape {
	if (value.kind === "list") {
		const [held] = value.items;
		const items: Shape =
			held === undefined ? { kind: "unknown" } : heldOf(held, sample);
		return { kind: "array", items };
	}
	if (value.kind === "object") return fieldsOf(value.entries, sample);
	const word = wordIn(value);
	// `Object` is the word for anything there, lists included.
	if (word === undefined || /^(?:Object|Mixed)$/.test(word))
		return { kind: "unknown" };
	const bare = word.replace(/(?<=\w)Schema$/, "");
	return (
		shapeOfWord(word) ?? {
			kind: "object",
			properties: [],
			title: bare.charAt(0).toUpperCase() + bare.slice(1),
		}
	);
}

function heldOf(held: Expression, sample: SampleText): Shape {
	const options = optionsOf(held);
	const type = options?.get("type");
	return options === undefined || type === undefined
		? typeOf(held, sample)
		: limited(typeOf(type, sample), options);
}

/** `required: true`, `required: [true, "Say a name"]`. */
function requiredIn(value: Expression | undefined): boolean | undefined {
	const said = value?.kind === "list" ? value.items[0] : value;
	return said?.kind === "value" && typeof said.value === "boolean"
		? said.value
		: undefined;
}

function valueIn(
	options: ReadonlyMap<string, Expression>,
	key: string,
): Property["default"] {
	const found = options.get(key);
	return found === undefined ? undefined : jsonIn(found);
}

/** A type with the values and limits that stand beside it. */
function limited(
	shape: Shape,
	options: ReadonlyMap<string, Expression>,
): Shape {
	const listed = valueIn(options, "enum");
	if (Array.isArray(listed)) {
		const values = listed.flatMap((value) =>
			typeof value === "string" || typeof value === "number" ? [value] : [],
		);
		const choice = choiceOf(values);
		if (values.length > 0)
			return shape.kind === "array" ? { ...shape, items: choice } : choice;
	}
	const number = (...keys: readonly string[]) => {
		const found = keys.map((key) => valueIn(options, key));
		return found.find((value) => typeof value === "number");
	};
	if (shape.kind === "number") {
		const [minimum, maximum] = [
			number("min", "minimum"),
			number("max", "maximum"),
		];
		return {
			...shape,
			...(minimum !== undefined && { minimum }),
			...(maximum !== undefined && { maximum }),
		};
	}
	if (shape.kind !== "string") return shape;
	const minLength = number("minlength", "minLength");
	const maxLength = number("maxlength", "maxLength");
	return {
		...shape,
		...(minLength !== undefined && { minLength }),
		...(maxLength !== undefined && { maxLength }),
	};
}
