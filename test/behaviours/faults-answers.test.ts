import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
	ApiDecodeError,
	ApiError,
	type ClientOptions,
} from "../../generated/src/index.ts";
import * as schemas from "../../generated/src/schemas.ts";
import { answer, type Handler, serve } from "../runtime/server.ts";
import { envelope, params, rejection, tunnelsOf } from "./client.ts";

/** Answers with these bytes as they are. */
function reply(
	body: string | Uint8Array,
	headers: Readonly<Record<string, string>> = {},
	status = 200,
): Handler {
	return (response) => {
		response.writeHead(status, headers).end(body);
	};
}

const json = { "content-type": "application/json", "x-request-id": "r-1" };

async function get(handler: Handler, options: ClientOptions = {}) {
	const { url } = await serve(handler);
	return tunnelsOf(url, { maxRetries: 0, ...options }).get("t1", params);
}

async function errorOf(
	handler: Handler,
	options?: ClientOptions,
): Promise<ApiError> {
	const error = await rejection(get(handler, options));
	if (error instanceof ApiError) return error;
	throw new Error(`no ApiError: ${inspect(error)}`);
}

test.each([
	'{"success":true,"result":{"psk":"hunter2-hunter2',
	'{"psk":"hunter2-hunter2"}}',
	" ",
	"not json",
])("R11 broken JSON is a typed error without secrets: %s", async (text) => {
	const error = await errorOf(reply(text, json));
	expect(error).toMatchObject({
		name: "ApiDecodeError",
		status: 200,
		requestId: "r-1",
		errors: [],
	});
	expect(error.body).toBe(text.replace(/hunter2.*?("|$)/, '[redacted]"'));
	expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
});

test("R11 the excerpt has 200 characters at most", async () => {
	const error = await errorOf(reply("x".repeat(500), json));
	expect(error.body).toBe("x".repeat(200));
	expect(error.message.length).toBeLessThan(300);
});

test.each([
	"<html><h1>Sign in to the network</h1></html>",
	'{"success":true,"result":{}}',
])("R12 a page is no data, whatever stands in it: %s", async (page) => {
	const error = await errorOf(reply(page, { "content-type": "text/html" }));
	expect(error).toMatchObject({ name: "ApiDecodeError", status: 200 });
	expect(error.message).toContain("text/html");
	expect(error.body).toBe(page);
});

test.each([
	"application/json",
	"Application/JSON; charset=utf-8",
	"text/json",
	"application/problem+json; charset=utf-8",
	"application/vnd.library+json ;v=1",
	undefined,
])("R13 JSON is known by the content type %s", async (type) => {
	const body = JSON.stringify(envelope({ ipsec_tunnel: {} }));
	const headers = type === undefined ? {} : { "content-type": type };
	expect(await get(reply(body, headers))).toEqual({ ipsec_tunnel: {} });
});

describe("R14 an answer without a body is undefined", () => {
	test.each([204, 205, 304])("%i", async (status) => {
		expect(await get(reply("", {}, status))).toBeUndefined();
	});

	test.each([{}, json, { "content-type": "text/html" }])(
		"200 with %j",
		async (headers) => {
			expect(await get(reply("", headers))).toBeUndefined();
		},
	);
});

describe("R15 a failure", () => {
	test.each([
		["<h1>Bad gateway</h1>", "text/html"],
		["upstream", "text/plain"],
		['{"cut', "application/json"],
	])("without JSON keeps its text: %s", async (text, type) => {
		const error = await errorOf(reply(text, { "content-type": type }, 502));
		expect(error).toMatchObject({
			name: "InternalServerError",
			status: 502,
			errors: [],
			body: text,
		});
	});

	test.each([
		[400, "BadRequestError"],
		[401, "AuthenticationError"],
		[403, "PermissionDeniedError"],
		[404, "NotFoundError"],
		[409, "ConflictError"],
		[422, "UnprocessableEntityError"],
		[429, "RateLimitError"],
		[500, "InternalServerError"],
	])("%i has a class and a message", async (status, name) => {
		const errors = [
			{ code: 1003, message: "Name is taken" },
			{ message: "No" },
		];
		const failed = { ...envelope(null), success: false, errors };
		const error = await errorOf(answer(failed, status));
		expect(error).toMatchObject({ name, status, errors, body: failed });
		expect(error.stack).toMatch(new RegExp(`^${name}: `));
		expect(error.message).toBe(
			`magicTransit.ipsecTunnels.get: GET ${error.url} answered ${status}: [1003] Name is taken; No`,
		);
	});

	test("may have the status of a success", async () => {
		const errors = [{ code: 1, message: "No" }];
		const failed = { ...envelope(null), success: false, errors };
		expect(await errorOf(answer(failed))).toMatchObject({
			name: "ApiError",
			status: 200,
			errors,
		});
	});
});

describe("R16 a body", () => {
	test("over the limit is not read to its end, and its connection is closed", async () => {
		let closed = false;
		const limited = { maxResponseBytes: 100_000 };
		const error = await errorOf((response) => {
			const more = () => {
				while (!response.destroyed && response.write(" ".repeat(65_536)));
			};
			response.writeHead(200, json).on("drain", more);
			response.on("close", () => {
				closed = true;
			});
			more();
		}, limited);
		expect(error).toMatchObject({
			name: "ApiConnectionError",
			phase: "body",
			cause: new RangeError("more than 100000 bytes"),
		});
		await expect.poll(() => closed).toBe(true);
	});

	test("that is a bomb counts by what it becomes", async () => {
		const bomb = gzipSync(new Uint8Array(50_000_000));
		expect(bomb.length).toBeLessThan(100_000);
		const headers = { ...json, "content-encoding": "gzip" };
		expect(
			await errorOf(reply(bomb, headers), { maxResponseBytes: 100_000 }),
		).toMatchObject({ cause: new RangeError("more than 100000 bytes") });
	});

	test("within the limit is read whole", async () => {
		const body = gzipSync(JSON.stringify(envelope({ id: "é€😀" })));
		const headers = { ...json, "content-encoding": "gzip" };
		expect(await get(reply(body, headers))).toEqual({ id: "é€😀" });
	});

	test.each(["gzip", "br", "deflate", "gzip, gzip, gzip, gzip, gzip, gzip"])(
		"that is not what its encoding says is an error: %s",
		async (encoding) => {
			const headers = { ...json, "content-encoding": encoding };
			const body = JSON.stringify(envelope({}));
			expect(await errorOf(reply(body, headers))).toMatchObject({
				name: "ApiConnectionError",
			});
		},
	);
});

describe("R28 a field", () => {
	test("that the docs do not name, or that is missing, is no matter", async () => {
		const more = { ipsec_tunnel: { id: 7, more: [1] }, other: null };
		expect(await get(answer(envelope(more)))).toEqual(more);
		expect(await get(answer({ success: true, result: {} }))).toEqual({});
		expect(await get(answer({ success: true }))).toBeUndefined();
	});

	test("of another type has its place in the error when answers are validated", async () => {
		const tunnel = {
			id: "t1",
			name: ["hunter2-hunter2"],
			cloudflare_endpoint: "192.0.2.1",
			interface_address: "192.0.2.2/31",
			bgp: { customer_asn: 2 ** 53, extra_prefixes: ["192.0.2.0/24", null] },
			more: 1,
		};
		const data = { ipsec_tunnel: tunnel };
		const handler = answer(envelope(data));
		expect(await get(handler)).toEqual(data);
		const error = await errorOf(handler, { validate: "throw", schemas });
		expect(error).toBeInstanceOf(ApiDecodeError);
		expect(error).toMatchObject({
			name: "ApiValidationError",
			status: 200,
			issues: [
				{
					path: ["ipsec_tunnel", "name"],
					message: "is a list, not a string",
				},
				{
					path: ["ipsec_tunnel", "bgp", "customer_asn"],
					message: "is an integer beyond 2^53, so its last digits are lost",
				},
				{
					path: ["ipsec_tunnel", "bgp", "extra_prefixes", 1],
					message: "is null, not a string",
				},
			],
		});
		expect(inspect(error)).not.toContain("hunter2");
	});

	test("called __proto__ changes nothing else", async () => {
		const text = '{"success":true,"result":{"__proto__":{"admin":true}}}';
		const data = await get(reply(text, json));
		expect(Object.keys(data)).toEqual(["__proto__"]);
		expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
		expect({}).not.toHaveProperty("admin");
		const inherited = '{"__proto__":{"success":false,"result":{"id":1}}}';
		expect(await get(reply(inherited, json))).toBeUndefined();
	});

	test.each(["[]", "null", '"x"', "1"])(
		"is an error when %s stands where the envelope should",
		async (text) => {
			expect(await errorOf(reply(text, json))).toMatchObject({
				name: "ApiDecodeError",
			});
		},
	);
});

test("R29 a value that the docs do not list is kept, and so is a status", async () => {
	const tunnel = { id: "t1", bgp_status: { state: "BGP_ASLEEP" } };
	expect(await get(answer(envelope({ ipsec_tunnel: tunnel })))).toEqual({
		ipsec_tunnel: tunnel,
	});
	for (const [status, name] of [
		[299, undefined],
		[418, "ApiError"],
		[599, "InternalServerError"],
	] as const) {
		const promise = get(answer(envelope({}), status));
		if (name) expect(await rejection(promise)).toMatchObject({ name, status });
		else expect(await promise).toEqual({});
	}
});

describe("R32 a fetch", () => {
	test.each([undefined, null, {}, "text"])("that gives %j", async (value) => {
		const fetch = async () => value as Response;
		await expect(
			tunnelsOf("http://h", { fetch, maxRetries: 0 }).get("t1", params),
		).rejects.toMatchObject({
			name: "ApiConnectionError",
			cause: { message: "fetch gave no Response" },
		});
	});

	test("that gives a response which was read", async () => {
		const used = Response.json(envelope({}));
		await used.text();
		await expect(
			tunnelsOf("http://h", { fetch: async () => used }).get("t1", params),
		).rejects.toMatchObject({ name: "ApiConnectionError", phase: "body" });
	});
});
