import { expect, test } from "vitest";
import { createMock } from "../../generator/mock/index.ts";
import type {
	ApiModel,
	Operation,
	Parameter,
	PathSegment,
	Response,
	SecurityScheme,
} from "../../generator/model/types.ts";
import {
	boolean,
	enumeration,
	literal,
	nullable,
	number,
	object,
	origins,
	parameter,
	path,
	property,
	reference,
	text,
} from "../models/make.ts";

const stated = origins(1, "stated");
const line = { line: 1 };

function operation(
	id: string,
	way: readonly PathSegment[],
	more: Partial<Operation> = {},
): Operation {
	const [method = ""] = id.split(" ");
	return {
		id,
		method: method as Operation["method"],
		path: way,
		parameters: [],
		responses: [{ status: "200", mediaType: "text/plain", origins: stated }],
		examples: [],
		places: [],
		origins: stated,
		...more,
	};
}

function model(
	operations: readonly Operation[],
	more: Partial<ApiModel> = {},
): ApiModel {
	return {
		version: 1,
		title: "Hives",
		documents: [],
		servers: [],
		security: [],
		resources: [],
		operations,
		shapes: [],
		...more,
	};
}

async function ask(
	api: ApiModel,
	request: string,
	headers: Record<string, string> = {},
	body: string | FormData = "",
) {
	const [method = "", target = ""] = request.split(" ");
	const sent = new Response(body);
	const type = body instanceof FormData && sent.headers.get("content-type");
	const answer = await createMock(api)({
		method,
		target,
		headers: new Headers({
			...headers,
			...(type && { "content-type": type }),
		}),
		body: new Uint8Array(await sent.arrayBuffer()),
	});
	return { ...answer, headers: Object.fromEntries(answer.headers) };
}

const issues = async (...request: Parameters<typeof ask>) =>
	(await ask(...request)).issues.map(
		({ path, message }) => `${path} ${message}`,
	);

const mixed = (...parts: readonly string[]): PathSegment => ({
	kind: "mixed",
	parts: parts.map((part) =>
		part.startsWith(":")
			? { kind: "parameter", name: part.slice(1) }
			: { kind: "literal", text: part },
	),
});

test("the operation with the most text of its own is meant", async () => {
	const hives = { kind: "literal", text: "hives" } as const;
	const api = model(
		[
			operation("GET /hives/{id}", path("hives", ":id")),
			operation("GET /hives/summary", path("hives", "summary")),
			operation("GET /hives/{id}.{form}", [hives, mixed(":id", ".", ":form")]),
			operation("GET /hives/{id}.json", [hives, mixed(":id", ".json")]),
			operation("GET /hives/{a}{b}!", [hives, mixed(":a", ":b", "!")]),
			operation("GET /hives/summary?old=1", path("hives", "summary?old=1")),
			operation("GET /{id}/{x}", path("{id}", ":x")),
			operation("GET /übersicht", path("übersicht")),
			operation("POST /hives/{id}", path("hives", ":id")),
		],
		{ servers: [{ url: "https://x.example/v1", origins: stated }] },
	);
	const meant = async (request: string) => (await ask(api, request)).operation;
	expect(await meant("GET /hives/7")).toBe("GET /hives/{id}");
	expect(await meant("GET /v1/hives/7/")).toBe("GET /hives/{id}");
	expect(await meant("POST /hives/summary")).toBe("POST /hives/{id}");
	expect(await meant("GET /hives/summary")).toBe("GET /hives/summary");
	expect(await meant("GET /hives/summary?a=b&old=1")).toBe(
		"GET /hives/summary?old=1",
	);
	expect(await meant("GET /hives/a.b.xml")).toBe("GET /hives/{id}.{form}");
	expect(await meant("GET /hives/a.json.json")).toBe("GET /hives/{id}.json");
	expect(await meant("GET /hives/ab!")).toBe("GET /hives/{a}{b}!");
	expect(await meant("GET /hives/a%2Fb")).toBe("GET /hives/{id}");
	expect(await meant("GET /%C3%BCbersicht")).toBe("GET /übersicht");
	// Braces in the docs' text are text.
	expect(await meant("GET /%7Bid%7D/7")).toBe("GET /{id}/{x}");
	expect(await meant("GET /other/7")).toBeUndefined();
	expect(await meant("GET /hives/")).toBeUndefined();
	expect(await meant("GET /%/7")).toBeUndefined();
});

test("parameters are held to their shapes, wherever they are", async () => {
	const filter = object([
		property("name", text(), line),
		property("size", reference("Size"), { ...line, required: true }),
	]);
	const parameters: readonly Parameter[] = [
		parameter("path", "id", number({ integer: true }), line),
		parameter("query", "on", boolean(), { ...line, required: true }),
		parameter("query", "it's", nullable(number({ maximum: 5 })), line),
		parameter("query", "ids", { kind: "array", items: number() }, line),
		parameter("query", "filter", filter, line),
		parameter(
			"query",
			"level",
			{ kind: "union", members: [literal(1), literal("x")] },
			line,
		),
		parameter("header", "X-Kind", enumeration("log", "skep"), line),
		parameter("header", "Authorization", number(), line),
		parameter("header", "no header", number(), { ...line, required: true }),
		parameter("cookie", "sid", text(), { ...line, required: true }),
	];
	const api = model(
		[operation("GET /h/{id}", path("h", ":id"), { parameters })],
		{
			shapes: [
				{ name: "Size", shape: number({ minimum: 1 }), origins: stated },
			],
		},
	);
	const fine = { cookie: "a=b; sid=7", "x-kind": "skep" };
	for (const query of [
		"on=true",
		"on=false&it's=5&ids=1&ids=2&level=1",
		"on=true&it's=&ids[]=1&ids[]=2.5&level=x",
		"on=true&ids=1,2&filter.size=2&filter.name=a",
		"on=true&filter[size]=2",
	])
		expect(await issues(api, `GET /h/7?${query}`, fine)).toEqual([]);
	expect(
		await issues(
			api,
			"GET /h/x?on=1&it's=6&ids=1,b&filter[name]=a&filter[size]=0&level=2",
			{ "x-kind": "tin", authorization: "x" },
		),
	).toEqual([
		"path.id is not a number",
		"query.on is not a boolean",
		`query["it's"] is none of 2 alternatives`,
		"query.ids[1] is not a number",
		"query.filter.size is less than 1",
		"query.level is none of 2 alternatives",
		'header["X-Kind"] is none of 2 alternatives',
		"cookie.sid is missing",
	]);
});

test("forms are held to their shapes", async () => {
	const shape = object([
		property("name", text(), { ...line, required: true }),
		property("size", number(), line),
		property("tags", { kind: "array", items: text() }, line),
		property("queen", object([property("age", number(), line)]), line),
		property("id", text(), { ...line, required: true, readOnly: true }),
	]);
	const post = (mediaType: string) =>
		model([
			operation("POST /h", path("h"), {
				body: { mediaType, shape, required: true, origins: stated },
			}),
		]);
	const form = post("application/x-www-form-urlencoded");
	const type = { "content-type": "application/x-www-form-urlencoded" };
	const good = "name=a&size=2&tags=x&tags=y&queen.age=1&queen[age]=2";
	expect(await issues(form, "POST /h", type, good)).toEqual([]);
	expect(await issues(form, "POST /h", type, "size=b&queen[age]=c")).toEqual([
		"body.name is missing",
		"body.size is not a number",
		"body.queen.age is not a number",
	]);
	expect(await issues(form, "POST /h")).toEqual(["body is missing"]);
	const parts = post("multipart/form-data");
	const sent = new FormData();
	sent.append("name", new File(["bytes"], "a.bin"));
	sent.append("tags[]", "x");
	sent.append("size", "many");
	expect(await issues(parts, "POST /h", {}, sent)).toEqual([
		"body.size is not a number",
	]);
	const cut = { "content-type": "multipart/form-data; boundary=x" };
	expect(await issues(parts, "POST /h", cut, "--x")).toEqual([
		"body is no form of several parts",
	]);
});

test("JSON that is nested too deeply is refused, not followed", async () => {
	const tree = { kind: "array", items: reference("Tree") } as const;
	const api = model(
		[
			operation("POST /h", path("h"), {
				body: {
					mediaType: "application/json",
					shape: reference("Tree"),
					origins: stated,
				},
			}),
		],
		{ shapes: [{ name: "Tree", shape: tree, origins: stated }] },
	);
	const json = { "content-type": "application/json" };
	expect(await issues(api, "POST /h", json, "[[],[[]]]")).toEqual([]);
	const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
	expect(await issues(api, "POST /h", json, deep)).toEqual([
		expect.stringMatching(/^body is (?:nested too deeply|no JSON: .*)$/),
	]);
});

test("a shape that is its own member ends", async () => {
	const loop = {
		kind: "union",
		members: [reference("Loop"), reference("Loop")],
	} as const;
	const api = model(
		[
			operation("GET /h", path("h"), {
				parameters: [parameter("query", "a", reference("Loop"), line)],
			}),
		],
		{ shapes: [{ name: "Loop", shape: loop, origins: stated }] },
	);
	expect((await ask(api, "GET /h?a=1")).operation).toBe("GET /h");
});

test.each<
	[
		SecurityScheme["credentials"][number]["kind"],
		object,
		string,
		Record<string, string>,
		boolean,
	]
>([
	["bearer", {}, "", { authorization: "Bearer x" }, true],
	["bearer", {}, "", { authorization: "Basic x" }, false],
	["bearer", {}, "", { authorization: "Bearer " }, false],
	["basic", {}, "", { authorization: "Basic x" }, true],
	["apiKey", { parameter: "X-Key" }, "", { "x-key": "k" }, true],
	[
		"apiKey",
		{ parameter: "X-Key", prefix: "Token " },
		"",
		{ "x-key": "Token k" },
		true,
	],
	[
		"apiKey",
		{ parameter: "X-Key", prefix: "Token " },
		"",
		{ "x-key": "Token " },
		false,
	],
	["apiKey", { parameter: "key", in: "query" }, "?key=k", {}, true],
	["apiKey", { parameter: "key", in: "query" }, "?key=", {}, false],
	[
		"apiKey",
		{ parameter: "sid", in: "cookie" },
		"",
		{ cookie: "a=1; sid=2" },
		true,
	],
	["apiKey", { parameter: "no\r\nheader" }, "", {}, false],
])("credentials %s %j: %j %j", async (kind, more, query, headers, enough) => {
	const credential = {
		name: "key",
		kind,
		in: "header",
		parameter: "Authorization",
		origins: stated,
		...more,
	} as const;
	const api = model(
		[
			operation("GET /h", path("h")),
			operation("GET /open", path("open"), {
				authentication: { required: false, origins: stated },
			}),
		],
		{
			security: [{ title: "Key", credentials: [credential], origins: stated }],
		},
	);
	const { status } = await ask(api, `GET /h${query}`, headers);
	expect(status).toBe(enough ? 200 : 401);
	expect((await ask(api, "GET /open")).status).toBe(200);
});

test("the documented statuses, ranges and shared errors can be asked for", async () => {
	const json = "application/json";
	const responses: readonly Response[] = [
		{ status: "101", origins: stated },
		{
			status: "4XX",
			mediaType: json,
			shape: literal("range"),
			origins: stated,
		},
		{ status: "409", mediaType: json, shape: literal("own"), origins: stated },
		{ status: "201", mediaType: json, shape: literal("made"), origins: stated },
	];
	const api = model([operation("POST /h", path("h"), { responses })], {
		errors: [
			{
				status: "503",
				mediaType: json,
				shape: literal("shared"),
				origins: stated,
			},
		],
	});
	const answer = async (prefer: string) => {
		const { status, body } = await ask(api, "POST /h", { prefer });
		return [status, body];
	};
	expect(await answer("")).toEqual([201, '"made"']);
	expect(await answer("code=409")).toEqual([409, '"own"']);
	expect(await answer("respond-async, code=418")).toEqual([418, '"range"']);
	expect(await answer("code=503")).toEqual([503, '"shared"']);
	for (const odd of [
		"code=500",
		"code=101",
		"code=4XX",
		"code",
		"wait=x;code=409",
		'"code=409',
	])
		expect(await answer(odd)).toEqual([201, '"made"']);
	const late = await ask(api, "POST /h", { prefer: "wait=1.5, fault=melt" });
	expect(late).toMatchObject({ wait: 1500 });
	expect(late.fault).toBeUndefined();
	expect((await ask(api, "POST /h", { prefer: "wait=999999" })).wait).toBe(
		300_000,
	);
});

test("nothing of the docs becomes a header that is none", async () => {
	const header = (name: string, shape = text()) => ({
		name,
		shape,
		origins: stated,
	});
	const api = model([
		operation("GET /h", path("h"), {
			responses: [
				{
					status: "200",
					mediaType: "text/plain\r\nx-evil: 1",
					shape: text(),
					headers: [
						header("X-Total", number({ integer: true, minimum: 3 })),
						header("X-Evil\r\nSet-Cookie"),
						header("X-Value", literal("a\r\nx-evil: 1")),
						header("Content-Length", literal("0")),
						header("Transfer-Encoding", literal("chunked")),
						header("x-hono-already-sent", literal("true")),
						header("X-Object", object([])),
					],
					origins: stated,
				},
			],
		}),
		operation("GET /b", path("b"), {
			responses: [{ status: "9999", mediaType: "a/b", origins: stated }],
		}),
	]);
	const { headers } = await ask(api, "GET /h");
	expect(headers).toEqual({
		"content-type": "application/octet-stream",
		"X-Total": expect.stringMatching(/^\d+$/),
	});
	expect((await ask(api, "GET /b")).status).toBe(204);
});

test("streams are written as their media types are", async () => {
	const stream = (mediaType: string) =>
		model([
			operation("GET /h", path("h"), {
				responses: [
					{ status: "200", mediaType, shape: object([]), origins: stated },
				],
				examples: [1, 2].map((id) => ({
					on: "response",
					status: "200",
					mediaType,
					value: { id },
					origins: stated,
				})),
			}),
		]);
	const body = async (type: string) => (await ask(stream(type), "GET /h")).body;
	expect(await body("text/event-stream")).toBe(
		'data: {"id":1}\n\ndata: {"id":2}\n\n',
	);
	expect(await body("application/x-ndjson")).toBe('{"id":1}\n{"id":2}\n');
});

test("an operation that is documented for HEAD or OPTIONS is one", async () => {
	const api = model([
		operation("HEAD /h", path("h"), {
			responses: [{ status: "304", origins: stated }],
		}),
		operation("OPTIONS /h", path("h"), {
			responses: [{ status: "202", origins: stated }],
		}),
	]);
	expect((await ask(api, "HEAD /h")).status).toBe(304);
	expect((await ask(api, "OPTIONS /h")).status).toBe(202);
	const get = await ask(api, "GET /h");
	expect([get.status, Object(get.headers).allow]).toEqual([
		405,
		"HEAD, OPTIONS",
	]);
});
