import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
	ApiConnectionError,
	ApiDecodeError,
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

	test.each([204, 205, 304])("is undefined for %i", async (status) => {
		expect(
			await get((response) => {
				response.writeHead(status).end();
			}),
		).toBeUndefined();
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

	test.each([
		"application/json",
		"Application/JSON; charset=utf-8",
		"text/json",
		"application/problem+json; charset=utf-8",
		"application/vnd.library+json ;v=1",
	])("is JSON of type %s", async (type) => {
		expect(await get(reply('{"a":1}', { "content-type": type }), bare)).toEqual(
			{ a: 1 },
		);
	});

	test("is JSON without a type", async () => {
		expect(await get(reply("[1]", {}), bare)).toEqual([1]);
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

	test("is asked for with any type", async () => {
		const seen = await get((response, { headers }) => {
			response.writeHead(200).end(headers.accept);
		}, metrics);
		expect(seen).toBe("*/*");
	});
});

describe("a success that is not the documented JSON", () => {
	test("of another type is refused with an excerpt", async () => {
		const page = `<html>${"x".repeat(500)}`;
		const error = await errorOf(
			reply(page, { "content-type": "text/html", "x-request-id": "r-1" }),
		);
		expect(error).toBeInstanceOf(ApiDecodeError);
		expect(error).toMatchObject({
			name: "ApiDecodeError",
			status: 200,
			requestId: "r-1",
			operation: "books.get",
			method: "GET",
			body: page.slice(0, 200),
		});
		expect(error.message).toContain("text/html");
	});

	test.each(['{"result": {"psk": "hunter2', "", "not json", '{"a":1}}'])(
		"is refused when it is cut off or no JSON: %j",
		async (text) => {
			const error = await errorOf(reply(` ${text}`, {}));
			expect(error).toBeInstanceOf(ApiDecodeError);
			expect(inspect(error)).not.toContain("hunter2");
			expect(error.body).not.toContain("hunter2");
		},
	);

	test.each(["[]", "null", '"x"', "1"])(
		"is refused when %s stands where an object with the data is documented",
		async (text) => {
			expect(await errorOf(reply(text))).toBeInstanceOf(ApiDecodeError);
		},
	);

	test("is an error of the connection when it ends early", async () => {
		const error = await errorOf((response) => {
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": 100,
				"x-request-id": "r-2",
			});
			response.write('{"result":');
			setTimeout(() => response.destroy(), 20);
		});
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({ status: 200, requestId: "r-2" });
		expect(error.cause).toBeInstanceOf(Error);
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

	test("with status 200 and success false is one, too", async () => {
		const error = await errorOf(answer(failed));
		expect(error).toMatchObject({ status: 200, errors: failed.errors });
		expect(error.name).toBe("ApiError");
		const undocumented = { ...getBook, success: undefined };
		const { success: _, ...rest } = undocumented;
		expect(await get(answer(failed), rest)).toBeNull();
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

	test.each([
		["<h1>Bad gateway</h1>", "text/html"],
		["upstream", "text/plain"],
		['{"cut', "application/json"],
	])("without JSON keeps the text: %s", async (text, type) => {
		const error = await errorOf(reply(text, { "content-type": type }, 502));
		expect(error).not.toBeInstanceOf(ApiDecodeError);
		expect(error).toMatchObject({ status: 502, errors: [], body: text });
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

	test.each([undefined, null, {}, "text"])(
		"of a fetch that gives %j",
		async (value) => {
			const client = open("http://h", {
				fetch: async () => value as Response,
			});
			await expect(call(client, bare, undefined, {})).rejects.toMatchObject({
				name: "ApiConnectionError",
				cause: { message: "fetch gave no Response" },
			});
		},
	);

	test("of a fetch that gives a response that was read", async () => {
		const used = Response.json({});
		await used.text();
		const client = open("http://h", { fetch: async () => used });
		await expect(call(client, bare, undefined, {})).rejects.toBeInstanceOf(
			ApiConnectionError,
		);
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
