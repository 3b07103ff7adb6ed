import type { ApiModel, ObjectShape } from "../../generator/model/types.ts";
import {
	boolean,
	dateTime,
	documents,
	literal,
	nullable,
	number,
	object,
	origins,
	property,
	reference,
	text,
} from "./make.ts";
import { color, operations } from "./sample-operations.ts";

/** A small invented API, bee-keeping, with at least one of everything that a model can say. */
export const sample: ApiModel = {
	version: 1,
	title: "Apiary",
	documents,
	servers: [
		{ url: "https://api.apiary.example/v1", origins: origins(3, "stated") },
	],
	security: [
		{
			title: "API Token",
			description: "The preferred way.",
			credentials: [
				{
					name: "api_token",
					kind: "bearer",
					in: "header",
					parameter: "Authorization",
					environment: "APIARY_API_TOKEN",
					origins: origins(6, "stated"),
				},
			],
			origins: origins(5, "stated"),
		},
		{
			title: "Keeper Email + Keeper Key",
			description: "The previous way; both are sent **together**.",
			credentials: [
				{
					name: "keeper_email",
					kind: "apiKey",
					in: "header",
					parameter: "X-Keeper-Email",
					origins: origins(9, "stated"),
				},
				{
					name: "keeper_key",
					kind: "apiKey",
					in: "header",
					parameter: "X-Keeper-Key",
					description: "A global key. */ Keep it safe.",
					origins: origins(10, "stated"),
				},
			],
			origins: origins(8, "stated"),
		},
	],
	resources: [
		{ path: ["apiary"], origins: origins(1, "stated") },
		{
			path: ["apiary", "hives"],
			title: "Hives",
			description: "A hive, its *queen* and its sensors.",
			origins: origins(12, "stated"),
		},
		{
			path: ["apiary", "hives", "frames"],
			origins: origins(90, "inferred"),
		},
		{ path: ["weather"], title: "Weather", origins: origins(120, "stated") },
	],
	operations: operations(),
	shapes: [
		{
			name: "Bee",
			description: "A queen, as far back as her line is known.",
			shape: object([
				property("name", text(), { required: true, line: 71 }),
				property("mother", nullable({ kind: "reference", name: "Bee" }), {
					line: 72,
				}),
				property(
					"daughters",
					{ kind: "array", items: { kind: "reference", name: "Bee" } },
					{ line: 73 },
				),
			]),
			origins: origins(70, "stated"),
		},
		{
			name: "Hive",
			description:
				"A hive.\n\n@deprecated is a word here, */ not a tag; `\u0024{color}` and {{color}} are text.",
			shape: hive(),
			origins: [...origins(30, "stated"), ...origins(52, "inferred")],
		},
		{
			name: "Sensor",
			shape: {
				kind: "union",
				discriminator: "kind",
				members: [
					object([
						property("kind", literal("scale"), { required: true, line: 76 }),
						property("limit_kg", number({ minimum: 1, maximum: 200 }), {
							line: 77,
						}),
					]),
					object([
						property("kind", literal("thermometer"), {
							required: true,
							line: 79,
						}),
						property(
							"endpoint",
							{ kind: "string", format: "ipv4" },
							{ line: 80 },
						),
						property("port", number({ integer: true, maximum: 65535 }), {
							line: 81,
						}),
					]),
				],
			},
			origins: origins(75, "stated"),
		},
	],
};

function hive(): ObjectShape {
	return object([
		property("id", text({ maxLength: 32 }), { required: true, line: 34 }),
		property("name", text(), { required: true, line: 35 }),
		property("color", color(), { line: 36 }),
		property("active", boolean(), { line: 37, default: true }),
		property("queen", nullable(reference("Bee")), { line: 38 }),
		property(
			"sensors",
			{ kind: "array", items: reference("Sensor") },
			{
				line: 39,
			},
		),
		property(
			"readings",
			{ kind: "record", values: number() },
			{
				line: 40,
				description: "Weight in kilograms by day.",
			},
		),
		property(
			"inspection",
			{ kind: "unknown", placeholder: "null" },
			{
				line: 41,
			},
		),
		property("it's-odd", text(), { line: 42, deprecated: true }),
		property("__proto__", { kind: "unknown", placeholder: "{}" }, { line: 43 }),
		property("created_on", dateTime(), { line: 44, readOnly: true }),
		property("schema_version", literal(2), { line: 45, basis: "inferred" }),
	]);
}
