import { expect, test } from "vitest";
import {
	ApiArgumentError,
	call,
	type Operation,
	type RequestOptions,
} from "../../templates/runtime/index.ts";
import { addBook, answer, getBook, open, serve } from "./server.ts";

/** What the server receives of `addBook`. */
async function add(params: object, options?: RequestOptions) {
	const { url, received } = await serve(answer({}));
	await call(open(url), addBook, "b1", params, options);
	return received[0];
}

const ping: Operation = { name: "ping", method: "GET", path: ["/foo"] };

test("a call puts every argument in its place", async () => {
	const { url, received } = await serve(
		answer({ success: true, errors: [], result: { title: "Emma" } }),
	);
	const data = await call(open(url), getBook, "a/b c", {
		language: "en",
		"x-shelf": true,
		unknown: "stays here",
	});
	expect(data).toEqual({ title: "Emma" });
	expect(received).toHaveLength(1);
	expect(received[0]).toMatchObject({
		method: "GET",
		url: "/books/a%2Fb%20c?language=en",
		headers: { accept: "application/json", "x-shelf": "true" },
		body: "",
	});
	expect(received[0]?.headers).not.toHaveProperty("content-type");
});

test("fields of the body are the params that are nothing else", async () => {
	expect(
		await add({
			shelf_id: 7,
			dry_run: true,
			"x-shelf": "s",
			title: "Emma",
			book_id: "also a field",
			left_out: undefined,
			nothing: null,
		}),
	).toMatchObject({
		method: "POST",
		url: "/shelves/7/books/b1?dry_run=true",
		headers: { "content-type": "application/json", "x-shelf": "s" },
		body: '{"title":"Emma","book_id":"also a field","nothing":null}',
	});
});

test("fields that are all left out make an empty object", async () => {
	expect(await add({ shelf_id: 7 })).toMatchObject({ body: "{}" });
});

test("names of Object.prototype are names like any other", async () => {
	const params: object = JSON.parse(
		'{"shelf_id":1,"__proto__":{"admin":true},"constructor":"c","toString":"t"}',
	);
	expect((await add(params))?.body).toBe(
		'{"__proto__":{"admin":true},"constructor":"c","toString":"t"}',
	);
	expect({}).not.toHaveProperty("admin");
	const inherited: Operation = {
		...addBook,
		path: ["/a/", "constructor", ""],
		positional: "x",
	};
	await expect(
		call(open("http://127.0.0.1:9"), inherited, undefined, {}),
	).rejects.toThrow("constructor is Undefined");
});

test.each([
	[{ body: ["a"] }, '["a"]', "application/json"],
	[{ body: "text" }, '"text"', "application/json"],
	[{ body: null }, "null", "application/json"],
	[{ body: false }, "false", "application/json"],
	[{ body: new Date(0) }, '"1970-01-01T00:00:00.000Z"', "application/json"],
	[{ body: undefined }, "", undefined],
	[{ body: new URLSearchParams({ a: "b" }) }, "a=b", "application/x-www-form"],
	[{ body: new Uint8Array([97, 98]) }, "ab", undefined],
	[{ body: new Blob(["ab"], { type: "text/x" }) }, "ab", "text/x"],
])("a whole body: %j", async (params, body, type) => {
	const { url, received } = await serve(answer({}));
	const put: Operation = {
		name: "put",
		method: "PUT",
		path: ["/"],
		body: "whole",
	};
	await call(open(url), put, undefined, params);
	expect(received[0]?.body).toBe(body);
	const sent = received[0]?.headers["content-type"];
	if (type === undefined) expect(sent).toBeUndefined();
	else expect(sent).toContain(type);
});

test.each([
	[{ body: { a: 1 } }, '{"a":1}'],
	[{ body: null }, "{}"],
	[{}, "{}"],
	[undefined, "{}"],
])("an object that may be left out: %j", async (params, body) => {
	const { url, received } = await serve(answer({}));
	const post: Operation = {
		name: "post",
		method: "POST",
		path: ["/"],
		body: "object",
	};
	await call(open(url), post, undefined, params);
	expect(received[0]?.body).toBe(body);
	expect(received[0]?.headers["content-type"]).toBe("application/json");
});

test("text with a content type of the caller's is sent as it is", async () => {
	const { url, received } = await serve(answer({}));
	const put: Operation = {
		name: "put",
		method: "PUT",
		path: ["/"],
		body: "whole",
	};
	await call(
		open(url),
		put,
		undefined,
		{ body: "a,b" },
		{ headers: { "Content-Type": "text/csv" } },
	);
	await call(
		open(url),
		put,
		undefined,
		{ body: "a" },
		{ headers: { "Content-Type": "application/x+json" } },
	);
	expect(received.map(({ body }) => body)).toEqual(["a,b", '"a"']);
	expect(received[0]?.headers["content-type"]).toBe("text/csv");
});

test("a body that JSON cannot write is refused before the request", async () => {
	const error = await add({ shelf_id: 1, size: 1n }).catch((error) => error);
	expect(error).toBeInstanceOf(ApiArgumentError);
	expect(error.message).toBe(
		"shelves.books.add: body cannot be written as JSON",
	);
	expect(error.cause).toBeInstanceOf(TypeError);
});

test("a bad argument rejects and nothing is sent", async () => {
	const { url, received } = await serve(answer({}));
	const calls = [
		call(open(url), getBook, "..", {}),
		call(open(url), getBook, undefined, {}),
		call(open(url), getBook, "b", { page: Number.NaN }),
		call(open(url), getBook, "b", { "x-shelf": "a\nb" }),
	];
	for (const result of await Promise.allSettled(calls)) {
		expect(result).toMatchObject({
			status: "rejected",
			reason: { name: "ApiArgumentError", operation: "books.get" },
		});
	}
	expect(received).toEqual([]);
});

test("options of fetch are handed through, those of the call over the client's", async () => {
	const inits: unknown[] = [];
	const client = open("http://h", {
		fetchOptions: { cache: "no-store", dispatcher: "a" },
		fetch: async (_, init) => {
			inits.push(init);
			return Response.json({});
		},
	});
	await call(client, ping, undefined, undefined, {
		fetchOptions: { dispatcher: "b", redirect: "follow" },
	});
	expect(inits[0]).toMatchObject({
		cache: "no-store",
		dispatcher: "b",
		redirect: "manual",
	});
});

test("a documented path may have a query of its own", async () => {
	const { url, received } = await serve(answer({}));
	await call(
		open(`${url}?v=1`),
		{ ...ping, path: ["/foo?beta"] },
		undefined,
		undefined,
		{ query: { a: 1 } },
	);
	expect(received[0]?.url).toBe("/foo?beta&v=1&a=1");
});

test("no argument leads to another host", async () => {
	const { url, received } = await serve(answer({}));
	for (const id of ["http://other.example", "//other.example", "@other", ":80"])
		await call(open(url), { ...getBook, path: ["/", "book_id", ""] }, id, {});
	expect(received.map((request) => request.url)).toEqual([
		"/http:%2F%2Fother.example",
		"/%2F%2Fother.example",
		"/@other",
		"/:80",
	]);
});
