import fc from "fast-check";
import { expect, test } from "vitest";
import { checkModel } from "../../generator/model/check.ts";
import type {
	ApiModel,
	Operation,
	Shape,
} from "../../generator/model/types.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";
import { sample } from "../models/sample.ts";

test("the sample is sound", () => {
	expect(checkModel(sample)).toEqual([]);
});

test("so is what the tests make up", () => {
	fc.assert(
		fc.property(arbitraryModel, (model) => {
			expect(checkModel(model)).toEqual([]);
		}),
		{ numRuns: 30 },
	);
});

const [first, second, third] = sample.operations;
if (!first || !second || !third) throw new Error("the sample has operations");
const lost: Shape = { kind: "reference", name: "Wasp" };

test.each<[string, ApiModel, string]>([
	[
		"two operations of one id",
		change(first, { id: second.id }),
		`operation ${second.id} is there twice`,
	],
	[
		"two operations of one name",
		change(first, { name: "create" }),
		"method apiary.hives.create is there twice",
	],
	[
		"two shapes of one name",
		{ ...sample, shapes: [...sample.shapes, ...sample.shapes.slice(0, 1)] },
		"shape Bee is there twice",
	],
	[
		"a shape whose name is none",
		{
			...sample,
			shapes: sample.shapes.map((shape) =>
				shape.name === "Sensor" ? { ...shape, name: "a-b" } : shape,
			),
		},
		'"a-b" is no name for a shape',
	],
	[
		"a reference to nothing",
		change(first, {
			responses: [
				{
					status: "200",
					shape: { kind: "array", items: lost },
					origins: first.origins,
				},
			],
		}),
		`response 200 of ${first.id} refers to Wasp, which is not there`,
	],
	[
		"a path parameter that is not described",
		change(first, { parameters: first.parameters.slice(1) }),
		`${first.id} has no parameter keeper_id`,
	],
	[
		"a path parameter that is not in the path",
		change(third, { path: third.path.slice(0, -1) }),
		`${third.id} has no hive_id in its path`,
	],
	[
		"a path parameter that is optional",
		change(first, {
			parameters: first.parameters.map(({ required: _, ...rest }) => rest),
		}),
		`${first.id} does not require keeper_id of its path`,
	],
	[
		"a slash inside of a segment",
		change(first, {
			path: [{ kind: "literal", text: "a/b" }, ...first.path],
		}),
		`${first.id} has a slash inside a segment`,
	],
	[
		"a status that is none",
		change(first, {
			responses: [{ status: "OK", origins: first.origins }],
		}),
		`${first.id} has the status "OK"`,
	],
	[
		"one status twice",
		change(first, {
			responses: [...first.responses, ...first.responses],
		}),
		`${first.id}: response 200 is there twice`,
	],
	[
		"an envelope that does not hold its data",
		change(first, {
			envelope: first.envelope && { ...first.envelope, data: "payload" },
		}),
		`${first.id}: its envelope has no payload`,
	],
	[
		"a wrapped response without an envelope",
		change(first, { envelope: undefined }),
		`${first.id} has no envelope for 200`,
	],
	[
		"an operation under a resource that is none",
		change(first, { resource: ["apiary", "nests"] }),
		`${first.id} is under apiary.nests, which is not a resource`,
	],
	[
		"a place in a document that was not read",
		{ ...sample, documents: ["docs/apiary.md"] },
		"docs/weather.md is not a document",
	],
	[
		"a server with a slash at its end",
		{
			...sample,
			servers: [{ url: "https://a.example/", origins: first.origins }],
		},
		"server https://a.example/ ends with a slash",
	],
])("%s is found", (_title, model, problem) => {
	expect(checkModel(model)).toContain(problem);
});

function change({ id }: Operation, more: object): ApiModel {
	const operations = sample.operations.map((operation) =>
		operation.id === id ? { ...operation, ...more } : operation,
	);
	return { ...sample, operations };
}
