import type { Shape } from "../model/types.ts";

const string = { kind: "string" } as const;
const number = { kind: "number" } as const;
const integer = { kind: "number", integer: true } as const;
const boolean = { kind: "boolean" } as const;
const nothing = { kind: "null" } as const;
const unknown = { kind: "unknown" } as const;
const object = { kind: "object", properties: [], open: true } as const;

/** Words that stand for a type in docs, lower case. */
const words: ReadonlyMap<string, Shape> = new Map<string, Shape>([
	["string", string],
	["str", string],
	["text", string],
	["char", string],
	["number", number],
	["num", number],
	["float", number],
	["float32", number],
	["float64", number],
	["double", number],
	["decimal", number],
	["integer", integer],
	["int", integer],
	["int32", integer],
	["int64", integer],
	["long", integer],
	["boolean", boolean],
	["bool", boolean],
	["null", nothing],
	["none", nothing],
	["unknown", unknown],
	["any", unknown],
	["object", object],
	["dict", object],
	["hash", object],
	["map", { kind: "record", values: unknown }],
	["array", { kind: "array", items: unknown }],
	["list", { kind: "array", items: unknown }],
	["datetime", { ...string, format: "date-time" }],
	["timestamp", { ...string, format: "date-time" }],
	["date", { ...string, format: "date" }],
	["uuid", { ...string, format: "uuid" }],
	["uri", { ...string, format: "uri" }],
	["url", { ...string, format: "uri" }],
	["email", { ...string, format: "email" }],
]);

/** The shape that a word of the docs stands for; nothing for a name that the docs made themselves. */
export function shapeOfWord(word: string): Shape | undefined {
	return words.get(word.toLowerCase());
}
