import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isResponseValidationError, up } from "up-fetch";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Schema } from "../../templates/runtime/schema.ts";
import * as s from "../../templates/runtime/schema-kinds.ts";

/** `["a", 0] is null, not a string` for each issue; nothing for what fits. */
function issuesOf(schema: Schema<unknown>, value: unknown): readonly string[] {
	const { issues = [] } = schema["~standard"].validate(value);
	return issues.map(
		({ path, message }) => `${JSON.stringify(path)} ${message}`,
	);
}

const kinds: readonly (readonly [string, Schema<unknown>, unknown, string])[] =
	[
		["text", s.text, 1, "is a number, not a string"],
		["text", s.text, null, "is null, not a string"],
		["text", s.text, undefined, "is missing"],
		["flag", s.flag, "true", "is a string, not a boolean"],
		["number", s.number, "1", "is a string, not a number"],
		["number", s.number, 1n, "is a bigint, not a number"],
		["number", s.number, Number.NaN, "is not finite"],
		["integer", s.integer, [], "is a list, not an integer"],
		["integer", s.integer, 1.5, "is not an integer"],
		[
			"integer",
			s.integer,
			2 ** 53,
			"is an integer beyond 2^53, so its last digits are lost",
		],
		["nil", s.nil, 0, "is a number, not null"],
		["nothing", s.nothing, null, "is null, not nothing"],
		[
			"literal",
			s.literal("a", 1),
			true,
			"is a boolean, not a string or a number",
		],
		["list", s.list(s.text), { 0: "a", length: 1 }, "is an object, not a list"],
		["record", s.record(s.text), ["a"], "is a list, not an object"],
		["object", s.object({}), "{}", "is a string, not an object"],
		["nullable", s.nullable(s.flag), 0, "is a number, not a boolean or null"],
		[
			"union",
			s.union(s.text, s.list(s.text)),
			0,
			"is a number, not a string or a list",
		],
		["lazy", s.lazy(() => s.text), 0, "is a number, not a string"],
	];

test.each(kinds)("%s refuses another kind", (_, schema, value, message) => {
	expect(issuesOf(schema, value)).toEqual([`[] ${message}`]);
});

const fitting: readonly (readonly [string, Schema<unknown>, unknown])[] = [
	["text in no format", s.text, "not a date"],
	["flag", s.flag, false],
	["number", s.number, -1e300],
	["integer", s.integer, 2 ** 53 - 1],
	["nil", s.nil, null],
	["nothing", s.nothing, undefined],
	["a literal", s.literal("a", "b"), "b"],
	["a literal that is new", s.literal("a", "b"), "c"],
	["list", s.list(s.text), ["a", ""]],
	["record", s.record(s.text), { __proto__: null, a: "a" }],
	["nullable", s.nullable(s.text), null],
	["anything", s.anything, undefined],
	["opaque", s.opaque<Blob>(), new Blob()],
	["union", s.union(s.text, s.number), 1],
];

test.each(fitting)("%s fits, and is given back itself", (_, schema, value) => {
	const result = schema["~standard"].validate(value);
	expect(result).toEqual({ value });
	expect("value" in result && Object.is(result.value, value)).toBe(true);
});

const tunnel = s.object(
	{ id: s.text, hops: s.list(s.object({ port: s.integer })) },
	{ note: s.text, tags: s.record(s.text) },
);

describe("an object", () => {
	test("has what is required, may have the rest and anything else", () => {
		const value = { id: "a", hops: [], other: 1 };
		expect(tunnel["~standard"].validate(value)).toEqual({ value });
		expect(issuesOf(tunnel, { ...value, note: undefined })).toEqual([]);
	});

	test("tells the way to each thing that does not fit", () => {
		const value = {
			hops: [{ port: 1 }, {}],
			note: null,
			tags: { a: "", b: 1 },
		};
		expect(issuesOf(tunnel, value)).toEqual([
			'["id"] is missing',
			'["hops",1,"port"] is missing',
			'["note"] is null, not a string',
			'["tags",{"key":"b"}] is a number, not a string',
		]);
	});

	test("has required properties also of a kind that is not known", () => {
		expect(issuesOf(s.object({ a: s.anything }), {})).toEqual([
			'["a"] is missing',
		]);
	});

	test("says no value, however secret", () => {
		const secret = "hunter2-hunter2";
		const value = { id: [secret], hops: secret, note: { [secret]: secret } };
		const { issues } = tunnel["~standard"].validate(value);
		expect(issues).toHaveLength(3);
		expect(JSON.stringify(issues)).not.toContain("hunter2");
	});

	test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
		"takes %s for a name like any other",
		(name) => {
			const schema = s.object({ [name]: s.text });
			expect(issuesOf(schema, {})).toEqual([`["${name}"] is missing`]);
			const given: unknown = JSON.parse(`{ "${name}": 1 }`);
			expect(issuesOf(schema, given)).toEqual([
				`["${name}"] is a number, not a string`,
			]);
			expect(issuesOf(s.record(s.text), given)).toEqual([
				`[{"key":"${name}"}] is a number, not a string`,
			]);
			expect(issuesOf(s.object({}, { a: s.text }), given)).toEqual([]);
			expect(Object.prototype).not.toHaveProperty("a");
		},
	);

	test("looks at properties of its own alone", () => {
		const value: unknown = Object.create({ id: "a", hops: [] });
		expect(issuesOf(tunnel, value)).toHaveLength(2);
	});
});

describe("a union", () => {
	const cat = s.object({ kind: s.literal("cat"), lives: s.integer });
	const dog = s.object({ kind: s.literal("dog"), tricks: s.list(s.text) });

	test("tells what is wrong with the member that fits best", () => {
		const pets = s.list(s.union(s.text, tunnel, s.object({ port: s.integer })));
		expect(issuesOf(pets, ["a", { port: "" }])).toEqual([
			'[1,"port"] is a string, not an integer',
		]);
	});

	test("with a tag is held to the member that the tag names", () => {
		const pet = s.tagged("kind", ["cat", cat], ["dog", dog]);
		expect(issuesOf(pet, { kind: "cat", lives: 9 })).toEqual([]);
		expect(issuesOf(pet, { kind: "dog", lives: 9 })).toEqual([
			'["tricks"] is missing',
		]);
	});

	test("is open to tags that nobody documented", () => {
		const pet = s.tagged("kind", ["cat", cat], ["dog", dog]);
		expect(issuesOf(pet, { kind: "parrot", words: [] })).toEqual([]);
		expect(issuesOf(pet, { kind: "toString" })).toEqual([]);
	});

	test("does not take something else for a tag", () => {
		const pet = s.tagged("kind", ["cat", cat], ["dog", dog]);
		expect(issuesOf(pet, { kind: 1, lives: 9 })).toEqual([
			'["kind"] is a number, not a string',
		]);
		expect(issuesOf(pet, "cat")).toEqual(["[] is a string, not an object"]);
	});
});

interface Tree {
	leaf?: string;
	left?: Tree;
	right?: Tree;
}
const tree: Schema<Tree> = s.lazy(() =>
	s.object({}, { leaf: s.text, left: tree, right: tree }),
);
type Sum = { of: Sum; plus: number } | { of: Sum; minus: number } | number;
const sum: Schema<Sum> = s.lazy(() =>
	s.union(
		s.object({ of: sum, plus: s.number }),
		s.object({ of: sum, minus: s.number }),
		s.number,
	),
);

describe("what has no end", () => {
	test("is an issue where it is too deep, and no overflow", () => {
		const value: unknown = JSON.parse(
			`${'{"left":'.repeat(50_000)}{}${"}".repeat(50_000)}`,
		);
		const { issues = [] } = tree["~standard"].validate(value);
		expect(issues).toHaveLength(1);
		expect(issues[0]?.message).toBe("is more than 256 levels deep");
		expect(issues[0]?.path).toHaveLength(257);
	});

	test("is looked at for a bounded time, also when it is its own part", () => {
		const value: Tree = {};
		value.left = value.right = value;
		expect(issuesOf(tree, value)).toHaveLength(100);
	});

	test("does not grow with the ways through nested unions", () => {
		let value: unknown = 1;
		for (let depth = 0; depth < 100; depth++) value = { of: value, minus: 1 };
		expect(issuesOf(sum, value)).toEqual([]);
		let wrong: unknown = "";
		for (let depth = 0; depth < 100; depth++) wrong = { of: wrong, minus: 1 };
		expect(issuesOf(sum, wrong)).toEqual([
			`${JSON.stringify(new Array(100).fill("of"))} is a string, not an object or a number`,
		]);
	});

	test("is not taken for what was seen elsewhere", () => {
		const either = s.list(s.union(s.text, s.flag));
		expect(issuesOf(either, [1, 1])).toEqual([
			"[0] is a number, not a string or a boolean",
			"[1] is a number, not a string or a boolean",
		]);
	});

	test("tells of a hundred issues at most", () => {
		expect(issuesOf(s.list(s.text), new Array(1_000).fill(0))).toHaveLength(
			100,
		);
	});

	test("is no exception where a getter throws", () => {
		const value = {
			get leaf(): string {
				throw new Error("secret");
			},
		};
		expect(issuesOf(tree, value)).toEqual(["[] cannot be read"]);
	});
});

describe("as a Standard Schema", () => {
	test("has the types of the specification", () => {
		const schema: StandardSchemaV1<Tree, Tree> = tree;
		expect(schema["~standard"]).toMatchObject({ version: 1 });
		expectTypeOf<StandardSchemaV1.InferOutput<typeof tunnel>>().toEqualTypeOf<{
			id: string;
			hops: { port: number }[];
			note?: string;
			tags?: { [key: string]: string };
		}>();
	});

	test("serves a library that takes any", async () => {
		const fetched = (value: unknown) => {
			const fetch: typeof globalThis.fetch = async () => Response.json(value);
			return up(fetch)("http://h", { schema: tunnel });
		};
		expect(await fetched({ id: "a", hops: [] })).toEqual({ id: "a", hops: [] });
		const error: unknown = await fetched({ id: 1, hops: [] }).catch(
			(error: unknown) => error,
		);
		expect(isResponseValidationError(error) && error.issues).toEqual([
			{ message: "is a number, not a string", path: ["id"] },
		]);
	});
});
