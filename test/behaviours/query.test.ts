import { expect, test } from "vitest";
import type { Query } from "../../generated/src/index.ts";
import { home, params, scripted } from "./client.ts";

/** The query that a call sends. */
async function send(query: object): Promise<string> {
	const { tunnels, sent } = scripted();
	await tunnels.list(params, { query: query as Query });
	const [path, text = ""] = (sent[0]?.url ?? "").split("?");
	expect(path).toBe(`http://h${home}`);
	return text;
}

test("B71 parameters are joined in their order", async () => {
	expect(await send({ a: "1", b: 2, c: true })).toBe("a=1&b=2&c=true");
	expect(await send({})).toBe("");
});

test("B72 null is empty, undefined is left out, false stays", async () => {
	expect(await send({ a: null, b: undefined, c: false, d: "" })).toBe(
		"a=&c=false&d=",
	);
});

test("B73 names and values are encoded", async () => {
	expect(await send({ "a&b=": "c d&e=é+/?#" })).toBe(
		"a%26b%3D=c%20d%26e%3D%C3%A9%2B%2F%3F%23",
	);
});

test("B74 numbers are as JavaScript writes them", async () => {
	expect(await send({ a: 1.25, b: -0.5, c: 1e21, d: 2n ** 64n })).toBe(
		"a=1.25&b=-0.5&c=1e%2B21&d=18446744073709551616",
	);
});

test.each([
	[{ a: ["x", "y"] }, "a=x&a=y"],
	[{ a: [] }, ""],
	[{ a: ["x", undefined, null] }, "a=x&a="],
	[{ a: [["x"], "y"] }, "a=x&a=y"],
	[{ a: { b: 1, c: { d: ["x", "y"] } } }, "a.b=1&a.c.d=x&a.c.d=y"],
	[{ a: {} }, ""],
	[{ a: new Date(0) }, "a=1970-01-01T00%3A00%3A00.000Z"],
	[{ a: [new Date(0)] }, "a=1970-01-01T00%3A00%3A00.000Z"],
	[{ a: Object(5) }, "a=5"],
	[{ b: "+ %", a: "ü😀" }, "b=%2B%20%25&a=%C3%BC%F0%9F%98%80"],
	[JSON.parse('{"__proto__":"x"}'), "__proto__=x"],
	[{ constructor: "x", toString: "y" }, "constructor=x&toString=y"],
])("R20 %j is sent as %s", async (value, text) => {
	expect(await send(value)).toBe(text);
});

test.each([
	[{ page: Number.NaN }, "query parameter page is NaN"],
	[{ page: [Number.POSITIVE_INFINITY] }, "query parameter page is Infinity"],
	[{ since: new Date(Number.NaN) }, "query parameter since is Date"],
	[{ tags: new Map([["a", 1]]) }, "query parameter tags is Map"],
	[{ a: { b: Symbol("x") } }, "query parameter a.b is Symbol"],
	[{ q: "\ud800" }, "query parameter q has half a surrogate pair"],
])("R20 %j is refused and not sent", async (value, problem) => {
	const { tunnels, sent } = scripted();
	await expect(
		tunnels.list(params, { query: value as Query }),
	).rejects.toMatchObject({
		name: "ApiArgumentError",
		message: `magicTransit.ipsecTunnels.list: ${problem}`,
	});
	expect(sent).toEqual([]);
});
