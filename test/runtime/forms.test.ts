import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
	ApiArgumentError,
	call,
	encodeForm,
	encodeMultipart,
	encodeRaw,
	type Operation,
	readBytes,
} from "../../templates/runtime/index.ts";
import { answer, open, serve } from "./server.ts";

const post: Operation = {
	name: "stamps.create",
	method: "POST",
	path: ["/stamps"],
	body: "fields",
};

async function send(operation: Operation, params: object) {
	const { url, received } = await serve(answer({}));
	await call(open(url), operation, undefined, params);
	return received[0];
}

test("a form is sent as one, lists and spaces included", async () => {
	expect(
		await send(
			{ ...post, encode: encodeForm },
			{ name: "a & b", sizes: [1, 2], left_out: undefined },
		),
	).toMatchObject({
		headers: {
			"content-type": "application/x-www-form-urlencoded;charset=UTF-8",
		},
		body: "name=a+%26+b&sizes=1&sizes=2",
	});
});

/** The parts of a form as they came, files with their names. */
async function parts(params: object) {
	const request = await send({ ...post, encode: encodeMultipart }, params);
	const headers = { "content-type": `${request?.headers["content-type"]}` };
	const form = await new Response(request?.body, { headers }).formData();
	return Promise.all(
		[...form].map(async ([name, part]) => [
			name,
			typeof part === "string" ? part : [part.name, await part.text()],
		]),
	);
}

describe("a form with parts", () => {
	test("has a content type with the boundary", async () => {
		const request = await send(
			{ ...post, encode: encodeMultipart },
			{ scan: new File(["dots"], "front.png", { type: "image/png" }) },
		);
		expect(request?.headers["content-type"]).toMatch(
			/^multipart\/form-data; boundary=/,
		);
		expect(request?.body).toContain('name="scan"; filename="front.png"');
		expect(request?.body).toContain("Content-Type: image/png\r\n\r\ndots");
	});

	test("B75 has texts and files, those without a name, too", async () => {
		expect(
			await parts({
				side: "front",
				year: 1904,
				rare: true,
				named: new File(["a"], "a.png"),
				unnamed: new Blob(["b"]),
				bytes: new Uint8Array([65, 66]),
				seen: new Date(0),
			}),
		).toEqual([
			["side", "front"],
			["year", "1904"],
			["rare", "true"],
			["named", ["a.png", "a"]],
			["unnamed", ["blob", "b"]],
			["bytes", ["file", "AB"]],
			["seen", "1970-01-01T00:00:00.000Z"],
		]);
	});

	test.each([
		[{ side: null }, "part side is Null"],
		[{ a: { b: [null] } }, "part a[b][] is Null"],
		[{ side: new Map() }, "part side is Map"],
		[{ side: Number.NaN }, "part side is NaN"],
	])("B76 refuses %j before anything is sent", async (params, problem) => {
		const { url, received } = await serve(answer({}));
		const operation = { ...post, encode: encodeMultipart };
		const error: unknown = await call(
			open(url),
			operation,
			undefined,
			params,
		).catch((error: unknown) => error);
		expect(error).toBeInstanceOf(ApiArgumentError);
		expect(String(error)).toContain(problem);
		expect(received).toEqual([]);
	});

	test("B77 B78 B79 names what is nested and leaves out what is undefined", async () => {
		expect(
			await parts({
				gone: undefined,
				bar: { foo: 1, gone: undefined, deep: { er: "x" } },
				list: ["a", undefined, { of: [2] }],
				none: [undefined, undefined],
				pages: [new File(["1"], "1.txt"), new File(["2"], "2.txt")],
				last: "here",
			}),
		).toEqual([
			["bar[foo]", "1"],
			["bar[deep][er]", "x"],
			["list[]", "a"],
			["list[][of][]", "2"],
			["pages[]", ["1.txt", "1"]],
			["pages[]", ["2.txt", "2"]],
			["last", "here"],
		]);
	});

	test("reads responses, streams of the web and of files", async () => {
		const folder = mkdtempSync(join(tmpdir(), "forms-"));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		writeFileSync(join(folder, "bees.txt"), "buzz");
		const { url } = await serve((response) => void response.end("hum"));
		expect(
			await parts({
				file: createReadStream(join(folder, "bees.txt")),
				response: await fetch(`${url}/a/hum.txt?b=c/d`),
				web: new Blob(["web"]).stream(),
			}),
		).toEqual([
			["file", ["bees.txt", "buzz"]],
			["response", ["hum.txt", "hum"]],
			["web", ["file", "web"]],
		]);
	});

	test("says which part cannot be read", async () => {
		const used = new Response("x");
		await used.text();
		await expect(parts({ page: used })).rejects.toMatchObject({
			name: "ApiArgumentError",
			message: "stamps.create: part page cannot be read",
			cause: expect.any(TypeError),
		});
	});

	test("is sent again with a retry", async () => {
		let tries = 0;
		const { url, received } = await serve((response, request) =>
			answer({}, tries++ ? 200 : 503)(response, request),
		);
		await call(
			open(url),
			{ ...post, encode: encodeMultipart },
			undefined,
			{ page: createBody() },
			{ idempotencyKey: "k" },
		);
		expect(received).toHaveLength(2);
		for (const { body } of received) expect(body).toContain("ab");
	});

	test("that is never needed leaves no rejection behind", async () => {
		const seen = vi.fn();
		process.on("unhandledRejection", seen);
		onTestFinished(() => void process.off("unhandledRejection", seen));
		await expect(
			call(
				open("http://127.0.0.1:1"),
				{ ...post, encode: encodeMultipart },
				undefined,
				{ side: null },
				{ signal: AbortSignal.abort() },
			),
		).rejects.toMatchObject({ name: "ApiUserAbortError" });
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(seen).not.toHaveBeenCalled();
	});

	test("is the caller's own where that is one", async () => {
		const form = new FormData();
		form.append("own", "1");
		const operation = {
			...post,
			body: "whole",
			encode: encodeMultipart,
		} as const;
		const request = await send(operation, { body: form });
		expect(request?.body).toContain('name="own"');
	});
});

async function* createBody() {
	yield "a";
	yield new TextEncoder().encode("b");
}

test("what is sent as it is has the content type of the docs unless the caller names one", async () => {
	const raw = {
		...post,
		body: "whole",
		type: "image/jpeg",
		encode: encodeRaw,
	} as const;
	expect(await send(raw, { body: new Blob(["dots"]) })).toMatchObject({
		headers: { "content-type": "image/jpeg" },
		body: "dots",
	});
	const { url, received } = await serve(answer({}));
	await call(
		open(url),
		raw,
		undefined,
		{ body: "dots" },
		{ headers: { "content-type": "image/avif" } },
	);
	expect(received[0]).toMatchObject({
		headers: { "content-type": "image/avif" },
		body: "dots",
	});
});

describe("B44 a body that comes bit by bit", () => {
	const raw: Operation = { ...post, body: "whole", encode: encodeRaw };

	const sources = {
		"bytes one after another": () =>
			[new Uint8Array([97]), new Uint8Array([98])].values(),
		"bytes that are waited for": createBody,
		"a stream of the web": () => new Blob(["ab"]).stream(),
		"a stream of Node": () =>
			Readable.from([Buffer.from("a"), Buffer.from("b")]),
	};

	test.each(Object.entries(sources))(
		"%s is sent exactly and without a type",
		async (_, make) => {
			const request = await send(raw, { body: make() });
			expect(request?.body).toBe("ab");
			expect(request?.headers).not.toHaveProperty("content-type");
			expect(request?.headers["transfer-encoding"]).toBe("chunked");
		},
	);

	test("has the type that the caller gives it", async () => {
		const { url, received } = await serve(answer({}));
		await call(
			open(url),
			raw,
			undefined,
			{ body: createBody() },
			{
				headers: { "content-type": "text/x" },
			},
		);
		expect(received[0]?.headers["content-type"]).toBe("text/x");
	});

	test("is not sent twice", async () => {
		const { url, received } = await serve(answer({}, 503));
		await expect(
			call(
				open(url),
				raw,
				undefined,
				{ body: createBody() },
				{
					idempotencyKey: "k",
				},
			),
		).rejects.toMatchObject({ status: 503 });
		expect(received).toHaveLength(1);
	});

	test("ends what makes it when it is not wanted any more", async () => {
		const ended = vi.fn();
		async function* endless() {
			try {
				for (;;) yield "x";
			} finally {
				ended();
			}
		}
		const stream = encodeRaw("stamps.create", endless(), new Map());
		if (!(stream instanceof ReadableStream)) throw new Error("no stream");
		const reader = stream.getReader();
		expect((await reader.read()).value).toEqual(new Uint8Array([120]));
		await reader.cancel();
		expect(ended).toHaveBeenCalledOnce();
	});

	test.each([[{ a: 1 }], [[1]], [7]])("%j is none", async (body) => {
		await expect(send(raw, { body })).rejects.toMatchObject({
			name: "ApiArgumentError",
		});
	});
});

test("an answer of bytes is a blob", async () => {
	const { url } = await serve((response) => {
		response.writeHead(200, { "content-type": "image/png" });
		response.end(new Uint8Array([0, 255, 128]));
	});
	const get: Operation = {
		name: "stamps.picture",
		method: "GET",
		path: ["/picture"],
		read: readBytes,
	};
	const data = await call<Blob>(open(url), get, undefined, undefined);
	expect([...new Uint8Array(await data.arrayBuffer())]).toEqual([0, 255, 128]);
});

test("an answer of bytes can be read as it comes", async () => {
	const { url } = await serve((response) => {
		response.writeHead(200, { "content-type": "image/png" }).write("dots");
	});
	const get: Operation = {
		name: "stamps.picture",
		method: "GET",
		path: ["/picture"],
		read: readBytes,
	};
	const response = await call(open(url), get, undefined, {}).asResponse();
	const reader = response.body?.getReader();
	const first = await reader?.read();
	expect(new TextDecoder().decode(first?.value)).toBe("dots");
	await reader?.cancel();
});
