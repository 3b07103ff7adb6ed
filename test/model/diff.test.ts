import { describe, expect, test } from "vitest";
import { diffModels } from "../../generator/model/diff/diff-models.ts";
import { printPhrase } from "../../generator/model/diff/phrase.ts";
import { rules } from "../../generator/model/diff/rules.ts";
import type {
	ApiModel,
	Operation,
	Property,
	Shape,
} from "../../generator/model/types.ts";
import {
	boolean,
	enumeration,
	object,
	origins,
	path,
	property,
	reference,
	text,
} from "../models/make.ts";
import { sample } from "../models/sample.ts";
import {
	answer,
	api,
	cases,
	field,
	named,
	only,
	operation,
	received,
	sent,
} from "./diff-cases.ts";

function changesOf(before: ApiModel, after: ApiModel) {
	const method = ({ resource = [], name = "" }: Operation) =>
		[...resource, name].join(".");
	return diffModels(before, after, { before: method, after: method });
}

/** A change in a line: its rule, its part, and the operations it touches. */
function linesOf(before: ApiModel, after: ApiModel): readonly string[] {
	return changesOf(before, after).map(({ rule, part, operations }) =>
		[rule, printPhrase(part), ...operations.map(({ id }) => id)].join(" | "),
	);
}

test.each(Object.entries(cases))("%s", (rule, { before, after }) => {
	const changes = changesOf(before, after);
	expect(changes.map((change) => change.rule)).toEqual([rule]);
	expect(changes[0]).toMatchObject(rules[rule as keyof typeof rules]);
	expect(changesOf(before, before)).toEqual([]);
	expect(changesOf(after, after)).toEqual([]);
});

test("a model is no other than itself, nor with other places and other grounds for the same facts", () => {
	expect(changesOf(sample, sample)).toEqual([]);
	const moved = JSON.parse(
		JSON.stringify(sample)
			.replaceAll('"basis":"stated"', '"basis":"inferred"')
			.replaceAll('"line":', '"line":1'),
	);
	expect(moved).not.toEqual(sample);
	expect(changesOf(sample, moved)).toEqual([]);
});

describe("a named shape", () => {
	const color = (...values: readonly string[]) =>
		named("Color", enumeration(...values));
	const hives = (color: Shape, shapes: ApiModel["shapes"]): ApiModel => {
		const shape = object([field("color", { shape: color })]);
		const json = { mediaType: "application/json", shape: reference("Hive") };
		const get = operation({ responses: [answer(json)] });
		const body = { ...json, origins: origins(14, "stated") };
		return api({
			operations: [
				get,
				{ ...get, id: "GET /queens", path: path("queens"), name: "queens" },
				{
					...operation({ body }),
					id: "PUT /hives",
					method: "PUT",
					name: "put",
				},
			],
			shapes: [...shapes, named("Hive", shape)],
		});
	};

	test("is judged for what is sent and for what is received, each once, with all that it touches", () => {
		expect(
			linesOf(
				hives(reference("Color"), [color("red")]),
				hives(reference("Color"), [color("red", "blue")]),
			),
		).toEqual([
			"response-value-added | `Color` | GET /hives | GET /queens",
			"request-value-added | `Color` | PUT /hives",
		]);
	});

	test("may become what stood there without a name", () => {
		const inline = hives(enumeration("red"), []);
		const apart = hives(reference("Color"), [color("red")]);
		expect(linesOf(inline, apart)).toEqual(["type-added | type `Color`"]);
		expect(linesOf(apart, inline)).toEqual(["type-removed | type `Color`"]);
	});

	test("that another one of the same form stands in for is not told of its users", () => {
		const paint = named("Paint", enumeration("red"));
		expect(
			linesOf(
				hives(reference("Color"), [color("red"), paint]),
				hives(reference("Paint"), [color("red"), paint]),
			),
		).toEqual([]);
	});

	test("comes and goes with the operations that use it", () => {
		const whole = hives(reference("Color"), [color("red")]);
		expect(linesOf(api(), whole)).toEqual([
			"operation-added | the operation | GET /hives",
			"operation-added | the operation | GET /queens",
			"operation-added | the operation | PUT /hives",
		]);
	});

	test("that is sent and received is told once of what is no matter of direction", () => {
		const both = (more: Partial<Property>): ApiModel => {
			const shape = object([field("color", more)]);
			const json = { mediaType: "application/json", shape: reference("Hive") };
			const body = { ...json, origins: origins(14, "stated") };
			const put = operation({ body, responses: [answer(json)] });
			return api({ operations: [put], shapes: [named("Hive", shape)] });
		};
		const changes = changesOf(
			both({ description: "Its colour." }),
			both({ description: "The colour.", deprecated: true }),
		);
		expect(changes.map(({ rule }) => rule)).toEqual([
			"field-deprecated",
			"description-changed",
		]);
		for (const change of changes) {
			expect(change.operations).toHaveLength(1);
			expect(change).not.toHaveProperty("direction");
		}
	});

	test("may hold itself", () => {
		const tree = (leaf: Shape): ApiModel => {
			const inner = object([
				field("next", { shape: reference("Tree") }),
				field("leaf", { shape: leaf }),
			]);
			return received(reference("Tree"), {}, [named("Tree", inner)]);
		};
		expect(linesOf(tree(text()), tree(boolean()))).toEqual([
			"response-type-changed | field `leaf` of `Tree` | GET /hives",
		]);
	});

	test("that holds itself may become one that stands in it without a name", () => {
		const loop = received(reference("Tree"), {}, [
			named("Tree", object([field("next", { shape: reference("Tree") })])),
		]);
		const flat = received(
			object([field("next", { shape: object([field("next")]) })]),
		);
		expect(linesOf(loop, flat)).toEqual([
			"response-type-changed | field `next.next` of the `200` answer | GET /hives",
			"type-removed | type `Tree`",
		]);
	});
});

test("the same change of several operations is told once, with a place for each", () => {
	const two = (shape: Shape): ApiModel => {
		const put = (line: number, name: string) => ({
			...operation(sent(shape).operations[0]),
			id: `PUT /${name}`,
			path: path(name),
			name,
			body: {
				mediaType: "application/json",
				shape,
				origins: origins(line, "stated"),
			},
		});
		return api({ operations: [put(40, "hives"), put(50, "queens")] });
	};
	const [change, ...others] = changesOf(two(text()), two(boolean()));
	expect(others).toEqual([]);
	expect(change?.operations).toHaveLength(2);
	const places = change?.places.map(({ operations = [], after }) => [
		...operations,
		after?.start.line,
	]);
	expect(places).toEqual([
		["PUT /hives", 40],
		["PUT /queens", 50],
	]);
});

test("an operation is found again by its route, its method's name or its title", () => {
	const one = only({ summary: "Lists hives" });
	const other = only({
		id: "GET /v2/hives",
		path: path("v2", "hives"),
		resource: ["v2", "hives"],
		summary: "Lists hives",
	});
	expect(linesOf(one, other)).toEqual([
		"operation-moved | the operation | GET /v2/hives",
		"method-renamed | the operation | GET /v2/hives",
	]);
});

test("a character set is no other media type, and the order of values and fields is none", () => {
	const before = received(
		object([field("a", { shape: enumeration("x", "y") }), field("b")]),
	);
	const after = received(
		object([field("b"), field("a", { shape: enumeration("y", "x") })]),
		{ mediaType: "application/json; charset=utf-8" },
	);
	expect(changesOf(before, after)).toEqual([]);
});

test("a union in a union, with a name or without, is the union of all", () => {
	const union = (...members: readonly Shape[]): Shape => {
		return { kind: "union", members };
	};
	const flat = received(union(enumeration("a", "b"), { kind: "null" }));
	const deep = received(union(reference("Letter"), { kind: "null" }), {}, [
		named("Letter", enumeration("b", "a")),
	]);
	expect(linesOf(flat, deep)).toEqual(["type-added | type `Letter`"]);
});

test("the variants of a union are found again by what tells them apart, not by their order", () => {
	const variant = (kind: string, shape: Shape): Shape =>
		object([
			field("version", { shape: { kind: "literal", value: "1" } }),
			field("kind", { shape: { kind: "literal", value: kind } }),
			field("data", { shape }),
		]);
	const union = (...members: readonly Shape[]): ApiModel =>
		received({ kind: "union", members });
	const [bee, wasp] = [variant("bee", text()), variant("wasp", boolean())];
	expect(linesOf(union(bee, wasp), union(wasp, bee))).toEqual([]);
	expect(
		linesOf(union(bee, wasp), union(variant("fly", text()), wasp, bee)),
	).toEqual(["response-variant-added | the `200` answer | GET /hives"]);
	const lists = [text(), boolean()].map((items): Shape => {
		return { kind: "array", items };
	});
	expect(linesOf(union(...lists), union(...lists.toReversed()))).toEqual([]);
});

test("depth is no matter", () => {
	const deep = (inner: Shape): ApiModel => {
		let shape = inner;
		for (let depth = 0; depth < 5_000; depth++)
			shape = object([field("a", { shape })]);
		return received(shape);
	};
	expect(changesOf(deep(text()), deep(boolean()))).toHaveLength(1);
});

test("changes of an impact stand in the order of the docs", () => {
	const hive = (shape: Shape): ApiModel => {
		const fields = ["a", "b", "c"].map((name, at) =>
			property(name, shape, { line: 20 + at }),
		);
		return received(object([...fields, property("d", text(), { line: 9 })]));
	};
	const lines = changesOf(hive(text()), {
		...hive(boolean()),
		title: "Bees",
	}).map(({ places: [place] }) => place?.after?.start.line);
	expect(lines).toEqual([20, 21, 22, undefined]);
});

test("changes stand in the order of their impact, with both places", () => {
	const before = received(object([field("a"), field("b")]), {
		description: "A hive.",
	});
	const after = received(object([field("a"), field("c")]), {
		description: "One hive.",
	});
	const changes = changesOf(before, after);
	expect(changes.map(({ impact }) => impact)).toEqual([
		"breaking",
		"addition",
		"wording",
	]);
	const [removed, added, worded] = changes.map(({ places: [place] }) => place);
	expect(removed).not.toHaveProperty("after");
	expect(added).not.toHaveProperty("before");
	expect(worded).toMatchObject({
		before: { file: "docs/apiary.md", start: { line: 16 } },
		after: { file: "docs/apiary.md", start: { line: 16 } },
	});
});
