import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import {
	openApiEmitter,
	openApiOf,
} from "../../generator/emitters/openapi/index.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";
import { literal, object, property, reference } from "../models/make.ts";
import { sample } from "../models/sample.ts";

const validator = new Validator();

test("it is valid OpenAPI 3.1", async () => {
	expect(await errorsOf(sample)).toEqual([]);
});

test("so is any model's", async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryModel, async (model) => {
			expect(await errorsOf(model)).toEqual([]);
		}),
		{ numRuns: 20 },
	);
});

test("a model with nothing in it gives a document that is valid", async () => {
	const nothing = { resources: [], operations: [], shapes: [] };
	const model = { ...sample, ...nothing, servers: [], security: [] };
	expect(await errorsOf(model)).toEqual([]);
});

test("an operation has its names, its place, its permissions and the basis of what is not stated", () => {
	expect(
		operation("/keepers/{keeper_id}/hives/{hive_id}/key_rotate", "post"),
	).toMatchObject({
		operationId: "apiary_hives_keyRotate",
		tags: ["apiary.hives"],
		"x-docwright-name": "apiary.hives.keyRotate",
		"x-docwright-source": "docs/apiary.md:82",
		"x-docwright-permissions": {
			need: "any",
			names: ["Hive Write", "Gate Write"],
		},
	});
	const list = operation("/keepers/{keeper_id}/hives", "get");
	expect(list).toMatchObject({ "x-docwright-basis": { name: "inferred" } });
	const create = operation("/keepers/{keeper_id}/hives", "post");
	expect(create).toHaveProperty("parameters.0.x-docwright-basis", {
		type: "inferred",
		constraints: "inferred",
		description: "inferred",
	});
});

test("a response has the headers that come with it", () => {
	const [first, ...others] = sample.operations;
	const [answer, ...rest] = first?.responses ?? [];
	if (first === undefined || answer === undefined) throw new Error("no answer");
	const { origins } = answer;
	const headers = [
		{ name: "ETag", required: true, shape: { kind: "string" }, origins },
	] as const;
	const responses = [{ ...answer, headers }, ...rest];
	const operations = [{ ...first, responses }, ...others];
	const text = JSON.stringify(openApiOf({ ...sample, operations }));
	expect(text).toContain(
		'"headers":{"ETag":{"required":true,"schema":{"type":"string"}}}',
	);
});

test("an operation asks for the scopes that it needs, where the docs list them", () => {
	const [first, ...others] = sample.operations;
	const [scheme] = sample.security;
	if (first === undefined || scheme === undefined) throw new Error("no scheme");
	const scopes = [{ name: "hives:read" }, { name: "hives:write" }];
	const security = [{ ...scheme, oauth: { tokenUrl: "https://id.x", scopes } }];
	const needing = (need: "any" | "all", names: readonly string[]) => {
		const { origins } = first;
		const operation = { ...first, permissions: { need, names, origins } };
		const operations = [operation, ...others];
		return JSON.stringify(openApiOf({ ...sample, security, operations }));
	};
	const both = ["hives:read", "hives:write"];
	expect(needing("all", both)).toContain('["hives:read","hives:write"]');
	expect(needing("any", both)).toMatch(
		/\["hives:read"\][^[\]]*\},\{[^[\]]*\["hives:write"\]/,
	);
	expect(needing("all", ["hives:own"])).not.toMatch(/"security":\[\{"\w+":\["/);
});

test("the two ways to authenticate are alternatives, and what is sent together stays together", () => {
	const document = openApiOf(sample);
	expect(document).toMatchObject({
		security: [{ api_token: [] }, { keeper_email: [], keeper_key: [] }],
		components: {
			securitySchemes: {
				api_token: {
					type: "http",
					scheme: "bearer",
					"x-docwright-environment": "APIARY_API_TOKEN",
				},
				keeper_key: { type: "apiKey", in: "header", name: "X-Keeper-Key" },
			},
		},
	});
});

test("a response has its envelope around the data, a failure its own body", () => {
	const { responses } = operation("/keepers/{keeper_id}/hives", "get");
	expect(responses).toMatchObject({
		200: {
			content: {
				"application/json": {
					schema: {
						required: ["errors", "messages", "success"],
						properties: {
							result: {
								type: "array",
								items: { $ref: "#/components/schemas/Hive" },
							},
							success: { type: "boolean" },
						},
					},
				},
			},
		},
		"4XX": {
			content: { "application/json": { schema: { type: "object" } } },
		},
	});
});

test("variants with names are mapped by what tells them apart", () => {
	const origins = sample.shapes[0]?.origins;
	if (origins === undefined) throw new Error("The sample has no shapes");
	const variant = (name: string, kind: string) => ({
		name,
		shape: object([property("kind", literal(kind), { line: 1 })]),
		origins,
	});
	const members = [reference("Day"), reference("Night")];
	const choice = { kind: "union", members, discriminator: "kind" } as const;
	const shapes = [
		variant("Day", "day"),
		variant("Night", "dark"),
		{ name: "Shift", shape: choice, origins },
	];
	const model = { ...sample, operations: [], resources: [], shapes };
	expect(openApiOf(model)).toHaveProperty("components.schemas.Shift", {
		oneOf: [
			{ $ref: "#/components/schemas/Day" },
			{ $ref: "#/components/schemas/Night" },
		],
		discriminator: {
			propertyName: "kind",
			mapping: {
				day: "#/components/schemas/Day",
				dark: "#/components/schemas/Night",
			},
		},
		"x-docwright-source": expect.any(String),
	});
});

test("a response without a body has no content, and one that is bare no envelope", () => {
	const item = "/keepers/{keeper_id}/hives/{hive_id}";
	expect(operation(item, "delete")).toHaveProperty("responses.204", {
		description: "The hive is gone",
	});
	expect(operation("/weather", "get")).toHaveProperty(
		["responses", "200", "content", "application/json", "schema"],
		{
			type: "object",
			additionalProperties: {
				title: "Weather",
				type: "object",
				properties: {
					at: { type: "string", format: "date-time" },
					celsius: { type: ["number", "null"] },
				},
				required: ["at"],
				additionalProperties: true,
			},
		},
	);
});

test("a body that the docs do not describe may be anything", () => {
	const { requestBody } = operation(
		"/keepers/{keeper_id}/hives/{hive_id}",
		"put",
	);
	expect(requestBody).toEqual({
		content: {
			"application/json": {
				schema: {
					"x-docwright-suggested": { $ref: "#/components/schemas/Hive" },
				},
			},
		},
		"x-docwright-basis": "assumed",
	});
});

test("schemas keep null, choices, what tells members apart, and odd names", () => {
	expect(openApiOf(sample)).toHaveProperty("components.schemas.Bee", {
		type: "object",
		description: "A queen, as far back as her line is known.",
		properties: {
			name: { type: "string" },
			mother: {
				anyOf: [{ $ref: "#/components/schemas/Bee" }, { type: "null" }],
			},
			daughters: {
				type: "array",
				items: { $ref: "#/components/schemas/Bee" },
			},
		},
		required: ["name"],
		"x-docwright-source": "docs/apiary.md:70",
	});
	expect(openApiOf(sample)).toMatchObject({
		components: {
			schemas: {
				Sensor: { discriminator: { propertyName: "kind" } },
				Hive: {
					"x-docwright-basis": "inferred",
					properties: {
						color: { type: "string", enum: expect.any(Array) },
						created_on: { readOnly: true },
						schema_version: { type: "integer", const: 2 },
						"it's-odd": { deprecated: true },
					},
				},
			},
		},
	});
	expect(text(sample)).toContain('"__proto__": {');
});

test("two paths that differ in their parameters' names alone are both there, and the second says so", () => {
	const [first] = sample.operations;
	if (first === undefined) throw new Error("the sample has operations");
	const other = {
		...first,
		id: "POST /keepers/{id}/hives",
		method: "POST" as const,
		name: "other",
		path: [
			{ kind: "literal", text: "keepers" },
			{ kind: "parameter", name: "id" },
			{ kind: "literal", text: "hives" },
		] as const,
	};
	const { paths } = openApiOf({ ...sample, operations: [first, other] });
	expect(Object.keys(Object(paths))).toEqual([
		"/keepers/{keeper_id}/hives",
		"/keepers/{id}/hives",
	]);
	expect(paths).toHaveProperty(
		["/keepers/{id}/hives", "x-docwright-same-as"],
		"/keepers/{keeper_id}/hives",
	);
});

async function errorsOf(model: ApiModel): Promise<unknown> {
	const result = await validator.validate(JSON.parse(text(model)));
	return result.valid ? [] : result.errors;
}

function text(model: ApiModel): string {
	const [file] = openApiEmitter().emit(model, createReporter().report);
	return file?.text ?? "";
}

function operation(path: string, method: string) {
	const { paths } = openApiOf(sample);
	return Object(paths)[path][method];
}
