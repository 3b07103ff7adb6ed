import fc from "fast-check";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { fixturesEmitter } from "../../generator/emitters/fixtures.ts";
import type {
	ApiModel,
	Operation,
	Response,
} from "../../generator/model/types.ts";
import { validate } from "../../generator/model/validate.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";
import { sample } from "../models/sample.ts";

test("each operation has its arguments and each documented answer", () => {
	expect([...emit(sample).keys()]).toEqual([
		"fixtures/apiary/hives/list.request.json",
		"fixtures/apiary/hives/list.200.json",
		"fixtures/apiary/hives/list.4XX.json",
		"fixtures/apiary/hives/list.pages.json",
		"fixtures/apiary/hives/create.request.json",
		"fixtures/apiary/hives/create.200.json",
		"fixtures/apiary/hives/create.4XX.json",
		"fixtures/apiary/hives/get.request.json",
		"fixtures/apiary/hives/get.200.json",
		"fixtures/apiary/hives/get.4XX.json",
		"fixtures/apiary/hives/update.request.json",
		"fixtures/apiary/hives/update.200.json",
		"fixtures/apiary/hives/update.4XX.json",
		"fixtures/apiary/hives/delete.request.json",
		"fixtures/apiary/hives/delete.204.json",
		"fixtures/apiary/hives/delete.4XX.json",
		"fixtures/apiary/hives/key-rotate.request.json",
		"fixtures/apiary/hives/key-rotate.200.json",
		"fixtures/apiary/hives/key-rotate.4XX.json",
		"fixtures/apiary/hives/frames/weigh.request.json",
		"fixtures/apiary/hives/frames/weigh.200.json",
		"fixtures/apiary/hives/frames/weigh.4XX.json",
		"fixtures/weather/list.request.json",
		"fixtures/weather/list.200.json",
		"fixtures/weather/notes.request.json",
		"fixtures/weather/notes.default.json",
	]);
});

test("a made-up answer has the envelope of a success, with data that names and formats suggest", () => {
	expect(read("apiary/hives/list.200")).toMatchObject({
		operation: "GET /keepers/{keeper_id}/hives",
		status: 200,
		source: "synthesised",
		docs: "docs/apiary.md#list-hives",
		mediaType: "application/json",
		body: {
			errors: [],
			messages: [],
			success: true,
			result: [
				{
					id: expect.stringMatching(/^[0-9a-f]{32}$/),
					color: "white",
					active: true,
					queen: { name: "example-name", mother: null, daughters: [] },
					sensors: [{ kind: "scale" }],
					created_on: "2024-01-01T00:00:00Z",
					schema_version: 2,
				},
			],
		},
	});
});

test("a failure says so, with one error", () => {
	expect(read("apiary/hives/list.4XX")).toMatchObject({
		status: 400,
		body: {
			errors: [{ code: 1000, message: "example-message" }],
			messages: [],
			success: false,
			result: {},
		},
	});
});

test("the docs' example is taken as it is", () => {
	expect(read("apiary/hives/create.200")).toMatchObject({
		source: "docs",
		body: { messages: [{ message: "created" }], result: { name: "Linden" } },
	});
});

test("an example of the data alone is no body", () => {
	const model = change("POST /keepers/{keeper_id}/hives", (operation) => ({
		...operation,
		examples: operation.examples.map((example) => {
			return { ...example, value: { name: "Linden" } };
		}),
	}));
	expect(read("apiary/hives/create.200", model)).toMatchObject({
		source: "synthesised",
		body: { success: true, result: { name: "example-name" } },
	});
});

test("an answer without a body has none", () => {
	expect(read("apiary/hives/delete.204")).toEqual({
		operation: "DELETE /keepers/{keeper_id}/hives/{hive_id}",
		status: 204,
		source: "synthesised",
		docs: "docs/apiary.md#delete-a-hive",
	});
});

test("`default` is a failure beside a success, and a success alone", () => {
	expect(read("weather/notes.default")).toMatchObject({ status: 200 });
	const model = change("PUT /weather/{station}/notes", (operation) => ({
		...operation,
		responses: [
			...operation.responses,
			{ status: "204", origins: operation.origins },
		],
	}));
	expect(read("weather/notes.default", model)).toMatchObject({ status: 500 });
});

test("arguments fill every parameter and field, by example, default, or name", () => {
	expect(read("apiary/hives/list.request")).toMatchObject({
		positional: expect.stringMatching(/^[0-9a-f]{32}$/),
		params: {
			"page-size": 20,
			page: 1,
			color: "white",
			since: "2024-05-01T06:00:00+02:00",
			tags: ["example-tags"],
			"x-bee-mode": false,
		},
	});
	expect(read("weather/notes.request")).toMatchObject({
		positional: "Köln/Süd 2",
		params: { body: ["example-body"] },
	});
	expect(read("apiary/hives/frames/weigh.request")).toHaveProperty(
		"positional",
		30,
	);
	expect(read("weather/list.request")).not.toHaveProperty("params");
});

test("a list has made-up pages, from the first on, with no item on the one behind the last", () => {
	const walk = read("apiary/hives/list.pages");
	expect(walk).toMatchObject({
		source: "synthesised",
		params: { "page-size": 20 },
		pages: [
			{ body: { result: [{ name: "example-name" }] } },
			{ body: { result: [expect.anything(), expect.anything()] } },
			{ body: { result: [] } },
		],
	});
	expect(walk).not.toHaveProperty("params.page");
	expect(read("weather/list.pages")).toBeNull();
});

test("an example of a request is sent as it is, beside the parameters", () => {
	expect(read("apiary/hives/create.request")).toMatchObject({
		source: "docs",
		params: { validate_only: true, name: "Linden", color: 'bl"ue' },
	});
});

test("a body has neither what is only read nor what the docs do not describe", () => {
	const { params } = Object(read("apiary/hives/update.request"));
	expect(params).toHaveProperty("name");
	expect(params).toHaveProperty("sensors");
	expect(params).not.toHaveProperty("created_on");
	expect(params).not.toHaveProperty("inspection");
});

test("what no client can send is not among the arguments", () => {
	const model = change("GET /weather", (operation) => ({
		...operation,
		parameters: ["Content-Length", "two words", "x-fine"].map((name) => ({
			name,
			in: "header" as const,
			shape: { kind: "string" as const },
			origins: operation.origins,
		})),
	}));
	const { params } = Object(read("weather/list.request", model));
	expect(params).toEqual({ "x-fine": "example-x-fine" });
});

test("made-up answers are valid against their shapes, whatever the model", () => {
	fc.assert(
		fc.property(arbitraryModel, (model) => {
			for (const operation of model.operations) {
				const [, , name] = [...(operation.resource ?? []), operation.name];
				for (const response of operation.responses)
					expect(invalid(model, response, String(name))).toEqual([]);
			}
		}),
	);
});

test("so are those of the sample, inside of the envelope", () => {
	const hive = { kind: "reference" as const, name: "Hive" };
	const { body } = Object(read("apiary/hives/get.200"));
	expect(validate(sample, hive, body.result.hive)).toEqual([]);
	expect(validate(sample, hive, { ...body.result.hive, id: 1 })).toEqual([
		{ path: "$.id", message: "is not a string" },
	]);
});

test("fixtures are the same on every run, and end with a line feed", () => {
	expect(emit(sample)).toEqual(emit(sample));
	for (const text of emit(sample).values()) expect(text).toMatch(/\}\n$/);
});

function invalid(model: ApiModel, { status, shape }: Response, name: string) {
	const fixture = emit(model).get(
		`fixtures/ants/bees/${name.replace("_", "-")}.${status}.json`,
	);
	if (fixture === undefined) return ["no fixture"];
	const { body, source } = JSON.parse(fixture);
	const made = source === "synthesised" && body !== undefined;
	// A shape that is only made of itself has no finite value.
	if (!made || shape === undefined || body === null) return [];
	return validate(model, shape, body);
}

function read(name: string, model = sample): unknown {
	return JSON.parse(emit(model).get(`fixtures/${name}.json`) ?? "null");
}

function emit(model: ApiModel): ReadonlyMap<string, string> {
	const files = fixturesEmitter().emit(model, createReporter().report);
	return new Map(files.map(({ path, text }) => [path, text]));
}

function change(
	id: string,
	alter: (operation: Operation) => Operation,
): ApiModel {
	const operations = sample.operations.map((operation) =>
		operation.id === id ? alter(operation) : operation,
	);
	return { ...sample, operations };
}
