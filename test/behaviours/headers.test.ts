import { describe, expect, test } from "vitest";
import type { HeadersInput } from "../../generated/src/index.ts";
import { params, scripted, token } from "./client.ts";

/** What is sent when a client and a call say something about headers, but for what every request has. */
async function send(ofCall: HeadersInput, ofClient?: HeadersInput) {
	const { tunnels, sent } = scripted(undefined, { defaultHeaders: ofClient });
	await tunnels.list(params, { headers: ofCall });
	const { accept, authorization, ...rest } = Object.fromEntries(
		sent[0]?.headers ?? [],
	);
	return rest;
}

test("B33 of spellings of one name the last that says something wins", async () => {
	expect(await send({ "X-A": "1", "x-a": "2", "X-a": undefined })).toEqual({
		"x-a": "2",
	});
	expect(await send({ "X-A": "1", "x-a": null })).toEqual({});
});

test("B34 a Headers object is taken", async () => {
	expect(await send(new Headers({ "X-A": "1" }), { "x-b": "2" })).toEqual({
		"x-a": "1",
		"x-b": "2",
	});
});

test("B35 undefined in a later layer keeps the header", async () => {
	expect(await send({ A: undefined }, { a: "1" })).toEqual({ a: "1" });
});

test("B36 null in a later layer removes the header, also one that the client itself would add", async () => {
	expect(await send({ A: null }, { a: "1" })).toEqual({});
	expect(await send({ a: "2" }, { A: null })).toEqual({ a: "2" });
	const { tunnels, sent } = scripted(undefined, {
		defaultHeaders: { authorization: null },
	});
	await tunnels.list(params);
	expect(sent[0]?.headers.has("authorization")).toBe(false);
});

describe("cookies", () => {
	test("B37 the later spelling overwrites", async () => {
		expect(await send({ cookie: "a=1", Cookie: "b=2" })).toEqual({
			cookie: "b=2",
		});
	});

	test("B38 an undefined second spelling keeps the first", async () => {
		expect(await send({ cookie: "a=1", Cookie: undefined })).toEqual({
			cookie: "a=1",
		});
	});

	test("B39 a list is joined with semicolons", async () => {
		expect(await send({ cookie: ["a=1", "b=2"] })).toEqual({
			cookie: "a=1; b=2",
		});
	});

	test("B41 those that pairs repeat are all sent, in place of earlier layers", async () => {
		const pairs = [
			["cookie", "a=1"],
			["Cookie", "b=2"],
			["cookie", "c=3"],
		] as const;
		expect(await send(pairs, { cookie: "z=0" })).toEqual({
			cookie: "a=1; b=2; c=3",
		});
		expect(
			await send([
				["a", "1"],
				["a", null],
				["a", "2"],
			]),
		).toEqual({ a: "2" });
	});
});

test("B40 a list of any other header is joined with commas", async () => {
	expect(await send({ "x-a": ["a/b", "c/d"] })).toEqual({ "x-a": "a/b, c/d" });
});

test("B42 no headers of a call are no headers", async () => {
	expect(await send(undefined)).toEqual({});
	expect(await send(null)).toEqual({});
	const { tunnels, sent } = scripted();
	await tunnels.list(params);
	expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
		accept: "application/json",
		authorization: `Bearer ${token}`,
	});
});

test.each([
	["x-a", "secret\nvalue"],
	["x-a", "secret\r\nvalue"],
	["x-a", "secret\0value"],
	["x-a", "secret 😀"],
	["x a", "secret"],
	["", "secret"],
])(
	"R18 header %j with %j is refused, unsent and unseen",
	async (name, value) => {
		const { tunnels, sent } = scripted();
		const { error } = (await tunnels
			.list(params, { headers: { [name]: value } })
			.result()) as { error?: Error };
		expect(error).toMatchObject({ name: "ApiArgumentError" });
		expect(error?.message).toContain(
			`magicTransit.ipsecTunnels.list: header ${JSON.stringify(name)}`,
		);
		expect(error?.message).not.toContain("secret");
		expect(sent).toEqual([]);
	},
);

test("R18 a documented header and a credential are refused in the same way", async () => {
	const { tunnels, sent } = scripted(undefined, {
		apiToken: "hunter2\r\nx-evil: 1",
	});
	expect(await tunnels.list(params).result()).toMatchObject({
		ok: false,
		error: { name: "ApiArgumentError" },
	});
	const documented: object = { "x-magic-new-hc-target": "a\nb" };
	expect(
		await tunnels.list({ ...params, ...documented }).result(),
	).toMatchObject({ ok: false, error: { name: "ApiArgumentError" } });
	expect(sent).toEqual([]);
});
