import { expect, test } from "vitest";
import { synthesise } from "../../generator/model/fixtures/synthesise.ts";
import type {
	ApiModel,
	Property,
	Shape,
	StringShape,
} from "../../generator/model/types.ts";
import { validate } from "../../generator/model/validate.ts";
import { sample } from "../models/sample.ts";

const hex = expect.stringMatching(/^[0-9a-f]{32}$/);
const ipv4 = expect.stringMatching(/^192\.0\.2\.\d+$/);
const dateTime = "2024-01-01T00:00:00Z";

test.each<[string, Omit<StringShape, "kind">, unknown]>([
	["customer_endpoint", {}, ipv4],
	["interface_address", {}, ipv4],
	["cf_speaker_ip", {}, ipv4],
	["interface_address6", {}, expect.stringMatching(/^2001:db8::\d+$/)],
	["extra_prefixes", {}, "192.0.2.0/24"],
	["email_address", {}, "user@example.com"],
	["mac_address", {}, "00:00:5e:00:53:01"],
	["fqdn_id", {}, expect.stringMatching(/\.example\.com$/)],
	["documentation_url", {}, expect.stringMatching(/^https:\/\/example\.com/)],
	["created_on", {}, dateTime],
	["updatedAt", {}, dateTime],
	["last_generated_on", {}, dateTime],
	["whatever", { format: "date-time" }, dateTime],
	["whatever", { format: "date" }, "2024-01-01"],
	["whatever", { format: "ipv6" }, "2001:db8::1"],
	["id", { maxLength: 32 }, hex],
	["ipsec_tunnel_id", {}, hex],
	["id", { maxLength: 36 }, expect.stringMatching(/^[0-9a-f-]{36}$/)],
	["id", { format: "uuid" }, expect.stringMatching(/^[0-9a-f]{8}-/)],
	["name", {}, "example-name"],
	["name", { maxLength: 4 }, "exam"],
	["name", { minLength: 14 }, "example-namexx"],
	["zip", { pattern: "^[0-9]{5}$" }, "11111"],
	[
		"serial",
		{ pattern: "^[A-Z]{2}-\\d{3,}$" },
		expect.stringMatching(/^[A-Z]{2}-\d{3,}$/),
	],
	["slug", { pattern: "^(a|b)+$" }, "example-slug"],
	["created_on", { maxLength: 10 }, "2024-01-01"],
	["psk", {}, expect.stringMatching(/^example-secret-\d+$/)],
])("text for %s %o", (name, more, expected) => {
	expect(make({ kind: "string", ...more }, name)).toEqual(expected);
});

test.each<[string, Shape, unknown]>([
	["customer_asn", { kind: "number", integer: true }, 65001],
	["cf_speaker_port", { kind: "number", maximum: 1024 }, 1024],
	["code", { kind: "number", integer: true, minimum: 1000 }, 1000],
	["ratio", { kind: "number", minimum: 0, maximum: 0.5 }, 0.5],
	["step", { kind: "number", integer: true, minimum: 0.5, maximum: 1.5 }, 1],
	["depth", { kind: "number", maximum: -3 }, -3],
])("a number for %s", (name, shape, expected) => {
	expect(make(shape, name)).toBe(expected);
});

test("fields that could be mixed up have values of their own", () => {
	const number = { kind: "number" } as const;
	expect(make(number, "width")).not.toBe(make(number, "height"));
	const text = { kind: "string" } as const;
	expect(make(text, "hive_id")).not.toBe(make(text, "keeper_id"));
});

test("what may be null is not, and the first alternative is taken", () => {
	const shape: Shape = {
		kind: "union",
		members: [
			{ kind: "null" },
			{ kind: "literal", value: "mid" },
			{ kind: "literal", value: "low" },
		],
	};
	expect(make(shape, "rate")).toBe("mid");
});

test("a shape that holds itself stops where it comes back", () => {
	expect(make({ kind: "reference", name: "Bee" }, "bee")).toEqual({
		name: "example-name",
		mother: null,
		daughters: [],
	});
});

test("shapes that only hold each other come to an end", () => {
	const shape: Shape = object([property("self", reference("Loop"), true)]);
	expect(make(reference("Loop"), "loop", withShapes({ Loop: shape }))).toBe(
		null,
	);
});

test("a wide web of shapes stays small", () => {
	const names = Array.from({ length: 15 }, (_, at) => `Shape${at}`);
	const shapes = names.map((name, at): [string, Shape] => {
		const next = names[at + 1];
		const inner: Shape =
			next === undefined ? { kind: "string" } : reference(next);
		const properties = ["a", "b", "c", "d"].map((each) =>
			property(each, inner, false),
		);
		return [name, object(properties)];
	});
	const model = withShapes(Object.fromEntries(shapes));
	const made = make(reference("Shape0"), "web", model);
	expect(JSON.stringify(made).length).toBeLessThan(100_000);
	expect(validate(model, reference("Shape0"), made)).toEqual([]);
});

test("a default is taken when it is valid", () => {
	const at = (value: number) =>
		object([
			{ ...property("size", { kind: "number", maximum: 9 }), default: value },
		]);
	expect(make(at(7), "page")).toEqual({ size: 7 });
	expect(make(at(70), "page")).toEqual({ size: 3 });
});

test("a pattern that could run for ever is left alone", () => {
	const shape = { kind: "string", pattern: "(a+)+$" } as const;
	expect(make(shape, "aaa")).toBe("example-aaa");
	const value = `${"a".repeat(199)}!`;
	expect(validate(sample, shape, value)).toEqual([]);
});

function make(shape: Shape, name: string, model: ApiModel = sample) {
	return synthesise(model, shape, { name, side: "response" });
}

function withShapes(shapes: Readonly<Record<string, Shape>>): ApiModel {
	const [{ origins }] = [sample.servers[0] ?? { origins: noOrigins() }];
	const named = Object.entries(shapes).map(([name, shape]) => {
		return { name, shape, origins };
	});
	return { ...sample, shapes: named };
}

function noOrigins(): never {
	throw new Error("the sample has a server");
}

function object(properties: readonly Property[]): Shape {
	return { kind: "object", properties };
}

function property(name: string, shape: Shape, required = false): Property {
	const origins = sample.servers[0]?.origins ?? noOrigins();
	return { name, shape, required, origins };
}

function reference(name: string): Shape {
	return { kind: "reference", name };
}
