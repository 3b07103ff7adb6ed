import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFile } from "../../generator/code/literal.ts";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { snapshotTestsEmitter } from "../../generator/emitters/snapshot-tests/index.ts";
import type { ApiModel, Operation } from "../../generator/model/types.ts";
import { printJson } from "../../templates/snapshot-tests/server.ts";
import { hostileJson } from "../models/arbitrary-model.ts";
import { sample } from "../models/sample.ts";

test("a snapshot has the request that has to come and the data that the caller has to get", () => {
	expect(snapshot("apiary/hives/frames/weigh.200")).toEqual({
		request: {
			method: "POST",
			path: expect.stringMatching(
				/^\/keepers\/[0-9a-f]{32}\/hives\/[0-9a-f]{32}\/frame-30%3Aweigh$/,
			),
			query: [],
			headers: {
				accept: "application/json",
				authorization: "Bearer test-apiToken",
			},
		},
		data: { weight_kg: expect.any(Number) },
	});
});

test("query and headers are the documented parameters, encoded", () => {
	expect(snapshot("apiary/hives/list.200")).toMatchObject({
		request: {
			query: [
				"color=white",
				"page=1",
				"page-size=20",
				"since=2024-05-01T06%3A00%3A00%2B02%3A00",
				"tags=example-tags",
			],
			headers: { "x-bee-mode": "false" },
		},
	});
});

test("a path parameter is one segment, whatever is in it, and a whole body is the body", () => {
	expect(snapshot("weather/notes.default")).toMatchObject({
		request: {
			path: "/weather/K%C3%B6ln%2FS%C3%BCd%202/notes",
			headers: { "content-type": "application/json" },
			body: ["example-body"],
		},
		data: {},
	});
});

test("fields of the body are what is left of the params", () => {
	const { request } = Object(snapshot("apiary/hives/create.200"));
	expect(request.body).toEqual({ name: "Linden", color: 'bl"ue' });
	expect(request.query).toEqual(["validate_only=true"]);
});

test("a failure is an error with its status and the documented errors", () => {
	expect(snapshot("apiary/hives/list.4XX")).toMatchObject({
		error: {
			name: "BadRequestError",
			status: 400,
			errors: [{ code: 1000, message: "example-message" }],
		},
	});
	expect(snapshot("apiary/hives/list.4XX")).not.toHaveProperty("data");
});

test("nothing comes of an answer without a body", () => {
	expect(Object.keys(Object(snapshot("apiary/hives/delete.204")))).toEqual([
		"request",
	]);
});

test("every way to authenticate has a test, its credentials together", () => {
	expect(snapshot("security_/2")).toMatchObject({
		request: {
			headers: {
				"x-keeper-email": "test-keeperEmail",
				"x-keeper-key": "test-keeperKey",
			},
		},
	});
	expect(snapshot("security_/2")).not.toHaveProperty(
		"request.headers.authorization",
	);
});

test("basic credentials and keys in the query are where they belong", () => {
	const [scheme] = sample.security;
	const [credential] = scheme?.credentials ?? [];
	if (!scheme || !credential) throw new Error("the sample has credentials");
	const user = { ...credential, name: "user", kind: "basic" as const };
	const key = {
		...credential,
		name: "key",
		kind: "apiKey" as const,
		in: "query" as const,
		parameter: "key",
	};
	const credentials = [user, { ...user, name: "password" }, key];
	const security = [{ ...scheme, credentials }];
	expect(snapshot("weather/list.200", { ...sample, security })).toMatchObject({
		request: {
			query: ["key=test-key"],
			headers: { authorization: `Basic ${btoa("test-user:test-password")}` },
		},
	});
});

test("what no client can be held to has no test", () => {
	const bodied = change("GET /weather", {
		body: {
			mediaType: "application/json",
			shape: { kind: "unknown" },
			origins: sample.shapes[0]?.origins,
		},
	});
	expect(snapshot("weather/list.200", bodied)).toBeUndefined();
	const answering = (mediaType: string) =>
		change("GET /weather", {
			responses: [
				{
					status: "200",
					mediaType,
					shape: { kind: "string" },
					origins: sample.shapes[0]?.origins,
				},
			],
		});
	const bytes = answering("application/octet-stream");
	expect(snapshot("weather/list.200", bytes)).toBeUndefined();
	const text = answering("text/plain");
	expect(snapshot("weather/list.200", text)).toMatchObject({
		data: expect.any(String),
	});
});

test("a test file holds names and paths, and nothing that the docs say", () => {
	const text = emit(sample).get("test/apiary/hives.test.ts") ?? "";
	expect(text).toContain('import Client from "../../src/index.js"');
	expect(text).toContain('import { exchange, load, walk } from "../server.js"');
	expect(text).toContain("open(baseURL).keyRotate(...given)");
	for (const said of ["Linden", "alert", "ue", "Lists the hives"])
		expect(text).not.toContain(`"${said}`);
});

test("a resource at the root has its file at the root, and one test for each answer", () => {
	const text = emit(sample).get("test/weather.test.ts") ?? "";
	expect(text).toContain('import Client from "../src/index.js"');
	expect(text.match(/^test\(/gm)).toHaveLength(2);
});

test("operations without a resource hang on the client", () => {
	const model = change("GET /weather", { resource: undefined });
	const text = emit(model).get("test/client_.test.ts") ?? "";
	expect(text).toContain("return new Client(options);");
});

test("the harness and the generator print the same JSON in the same way", () => {
	fc.assert(
		fc.property(hostileJson, (value) => {
			const sorted = JSON.parse(printJson(value));
			expect(printJson(value)).toBe(jsonFile(sorted));
			expect(sorted).toEqual(value);
		}),
	);
});

function snapshot(name: string, model = sample): unknown {
	const text = emit(model).get(`test/snapshots/${name}.json`);
	return text === undefined ? undefined : JSON.parse(text);
}

function emit(model: ApiModel): ReadonlyMap<string, string> {
	const emitter = snapshotTestsEmitter({ harness: [] });
	const files = emitter.emit(model, createReporter().report);
	return new Map(files.map(({ path, text }) => [path, text]));
}

function change(
	id: string,
	more: { readonly [K in keyof Operation]?: unknown },
): ApiModel {
	const operations = sample.operations.map((operation) =>
		operation.id === id ? ({ ...operation, ...more } as Operation) : operation,
	);
	return { ...sample, operations };
}
