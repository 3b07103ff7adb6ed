import { expect, test } from "vitest";
import {
	call,
	encodeForm,
	encodeMultipart,
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

test("a form with parts has files, texts and JSON", async () => {
	const request = await send(
		{ ...post, encode: encodeMultipart },
		{
			scan: new File(["dots"], "front.png", { type: "image/png" }),
			raw: new Uint8Array([65, 66]),
			side: "front",
			tags: ["a", "b"],
			about: { year: 1904 },
			nothing: null,
		},
	);
	expect(request?.headers["content-type"]).toMatch(
		/^multipart\/form-data; boundary=/,
	);
	const body = request?.body ?? "";
	expect(body).toContain('name="scan"; filename="front.png"');
	expect(body).toContain("Content-Type: image/png\r\n\r\ndots");
	expect(body).toContain("AB");
	expect(body).toMatch(/name="side"\r\n\r\nfront/);
	expect(body.match(/name="tags"/g)).toHaveLength(2);
	expect(body).toContain('{"year":1904}');
	expect(body).not.toContain("nothing");
});

test("what is sent as it is has the content type of the docs unless the caller names one", async () => {
	const raw = { ...post, body: "whole", type: "image/jpeg" } as const;
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

test("an answer of bytes is a blob", async () => {
	const { url, received } = await serve((response) => {
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
	expect(received[0]?.headers.accept).toBe("*/*");
});
