import { expect, test } from "vitest";
import { answer, serve } from "../runtime/server.ts";
import { envelope, params, rejection, scripted, tunnelsOf } from "./client.ts";

const written = { toJSON: () => ({ a: 1 }) };

test.each([
	["an empty object", {}, "{}"],
	["an empty list", [], "[]"],
	["no prototype", Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
	["toJSON", written, '{"a":1}'],
	["toJSON, and iterable", { ...written, *[Symbol.iterator]() {} }, '{"a":1}'],
])("B43 an object is written as JSON: %s", async (_, body, text) => {
	const { url, received } = await serve(answer(envelope({})));
	await tunnelsOf(url).bulkUpdate({ ...params, body });
	expect(received[0]).toMatchObject({
		body: text,
		headers: { "content-type": "application/json" },
	});
});

/** A body that can be read once. */
function stream(): ReadableStream<Uint8Array> {
	return new Blob(["a,b\n"]).stream();
}

test("B45 a stream keeps the content type of the call, and its bytes", async () => {
	const { tunnels, sent } = scripted();
	await tunnels.bulkUpdate(
		{ ...params, body: stream() },
		{ headers: { "Content-Type": "text/csv" } },
	);
	const { headers, body } = sent[0] ?? {};
	expect(headers?.get("content-type")).toBe("text/csv");
	expect(body).toBeInstanceOf(ReadableStream);
	expect(await new Response(body as ReadableStream).text()).toBe("a,b\n");
});

test("R23 a body that can be read once is sent once", async () => {
	const failed = Response.json({}, { status: 503 });
	const { tunnels, sent } = scripted([failed]);
	const body = stream();
	expect(
		await rejection(tunnels.bulkUpdate({ ...params, body })),
	).toMatchObject({ status: 503 });
	expect(
		await rejection(
			tunnels.bulkUpdate({ ...params, body }, { idempotencyKey: "k-1" }),
		),
	).toMatchObject({ status: 503 });
	expect(sent).toHaveLength(2);
	await rejection(tunnels.bulkUpdate({ ...params, body: {} }));
	expect(sent).toHaveLength(2 + 3);
});
