import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
	ApiConnectionError,
	ApiError,
	call,
	createCore,
	inQuery,
	type Operation,
	readText,
} from "../../templates/runtime/index.ts";
import { answer, getBook, type Handler, open, serve } from "./server.ts";

const bare: Operation = { name: "ping", method: "GET", path: ["/ping"] };

/** Answers with a body as it is. */
function reply(
	body: string,
	headers: Record<string, string> = { "content-type": "application/json" },
	status = 200,
): Handler {
	return (response) => {
		response.writeHead(status, headers);
		response.end(body);
	};
}

async function get(handler: Handler, operation: Operation = getBook) {
	const { url } = await serve(handler);
	return call(open(url), operation, "b1", { page: 2 });
}

async function errorOf(handler: Handler, operation?: Operation) {
	const error: unknown = await get(handler, operation).catch((error) => error);
	if (error instanceof ApiError) return error;
	throw new Error(`no ApiError: ${inspect(error)}`);
}

describe("data of a success", () => {
	test("is the documented property of the body", async () => {
		expect(await get(answer({ success: true, result: [1] }))).toEqual([1]);
		expect(await get(answer({ result: null }))).toBeNull();
		expect(await get(answer({ success: true }))).toBeUndefined();
	});

	test.each([[{ a: 1 }], [[1]], ["x"], [0], [false], [null]])(
		"is the whole body where no property is documented: %j",
		async (body) => {
			expect(await get(answer(body), bare)).toEqual(body);
		},
	);

	test("is read from the body's own properties", async () => {
		const operation = { ...getBook, data: "constructor", success: "toString" };
		expect(await get(answer({}), operation)).toBeUndefined();
		const polluted = await get(reply('{"__proto__":{"admin":true}}'), bare);
		expect(Object.keys(polluted as object)).toEqual(["__proto__"]);
		expect({}).not.toHaveProperty("admin");
	});

	test("is undefined for an empty body and for HEAD", async () => {
		expect(await get(reply(""))).toBeUndefined();
		expect(await get(reply("", { "content-type": "text/html" }))).toBe(
			undefined,
		);
		expect(
			await get(answer({ a: 1 }), { ...bare, method: "HEAD" }),
		).toBeUndefined();
	});
});

describe("data of an operation that answers text", () => {
	const metrics: Operation = { ...bare, read: readText };

	test.each([
		["up 1\n", "text/plain"],
		['{"a":1}', "application/json"],
		["", "text/csv"],
	])("is the body %j as it came", async (body, type) => {
		expect(await get(reply(body, { "content-type": type }), metrics)).toBe(
			body,
		);
	});

	test("is an error for a failure", async () => {
		const failed = reply("gone", { "content-type": "text/plain" }, 410);
		expect(await errorOf(failed, metrics)).toMatchObject({
			status: 410,
			body: "gone",
		});
	});

	test("is an error where JSON in it says that the call failed", async () => {
		const told = answer({ success: false, errors: [{ message: "Full" }] });
		const documented = { ...getBook, read: readText };
		expect((await errorOf(told, documented)).message).toMatch(/200: Full$/);
		expect(await get(reply("[1", {}), documented)).toBe("[1");
	});

	test("is asked for with the type that the operation names", async () => {
		const seen = await get(
			(response, { headers }) => {
				response.writeHead(200).end(headers.accept);
			},
			{ ...metrics, accept: "*/*" },
		);
		expect(seen).toBe("*/*");
	});
});

describe("a failure", () => {
	const failed = {
		success: false,
		errors: [
			{ code: 1003, message: "Title is taken" },
			{ message: "Shelf is full" },
			"?",
		],
		result: null,
	};

	test("carries what the docs promise", async () => {
		const error = await errorOf(
			reply(
				JSON.stringify(failed),
				{ "content-type": "application/json", "x-request-id": "r-3" },
				409,
			),
		);
		expect(error).toMatchObject({
			name: "ConflictError",
			operation: "books.get",
			method: "GET",
			url: expect.stringMatching(/^http:.*\/books\/b1\?page=2$/),
			status: 409,
			requestId: "r-3",
			errors: failed.errors,
			body: failed,
			message: `books.get: GET ${error.url} answered 409: [1003] Title is taken; Shelf is full`,
		});
		expect(error.headers?.get("content-type")).toBe("application/json");
		expect(error.stack).toMatch(/^ConflictError: books\.get: /);
		expect(error).not.toHaveProperty("cause");
	});

	test.each([
		[{ errors: "no list" }, []],
		[{ message: "Not here" }, []],
		[[], []],
		[null, []],
		[{ errors: [] }, []],
	])("with a body that has no list: %j", async (body, errors) => {
		expect(await errorOf(answer(body, 404))).toMatchObject({
			status: 404,
			errors,
			body: body ?? "null",
		});
	});

	test("with a message of its own shows it", async () => {
		expect(
			(await errorOf(answer({ message: "Not here" }, 404))).message,
		).toMatch(/answered 404: Not here$/);
	});

	test("without a body", async () => {
		expect(await errorOf(reply("", {}, 500))).toMatchObject({
			status: 500,
			body: undefined,
		});
	});

	test.each(["x-request-id", "request-id", "x-amzn-requestid", "cf-ray"])(
		"knows the request by %s",
		async (name) => {
			expect(
				(await errorOf(reply("", { [name]: "id-1" }, 500))).requestId,
			).toBe("id-1");
		},
	);

	test("without a connection says why", async () => {
		const error: unknown = await call(
			open("http://127.0.0.1:1"),
			bare,
			undefined,
			undefined,
		).catch((error) => error);
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({
			name: "ApiConnectionError",
			status: undefined,
			headers: undefined,
			body: undefined,
			errors: [],
			operation: "ping",
			url: "http://127.0.0.1:1/ping",
			cause: expect.any(TypeError),
		});
	});
});

test("an error prints no secret, not even one that the server repeats", async () => {
	const secret = "hunter2-hunter2";
	const { url } = await serve((response, { headers, url = "" }) => {
		response.writeHead(url.includes("html") ? 200 : 403, {
			"content-type": url.includes("html") ? "text/html" : "application/json",
			"set-cookie": secret,
		});
		response.end(
			JSON.stringify({
				errors: [{ code: 1, message: `bad ${headers.authorization} ${url}` }],
			}),
		);
	});
	const client = createCore(
		{
			name: "Library",
			schemes: [
				[
					{ option: "apiToken", header: "authorization", prefix: "Bearer " },
					{ option: "apiToken", query: "key", put: inQuery },
				],
			],
		},
		{ baseURL: url, ...{ apiToken: secret } },
	);
	for (const id of ["json", "html"]) {
		const error: unknown = await call(client, getBook, id, {}).catch(
			(error) => error,
		);
		expect(error).toBeInstanceOf(ApiError);
		for (const text of [
			inspect(error, { depth: 9, showHidden: true }),
			JSON.stringify(error),
			String(error),
			(error as ApiError).url,
		])
			expect(text).not.toContain("hunter2");
	}
});
