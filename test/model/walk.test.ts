import { expect, test } from "vitest";
import type { Shape } from "../../generator/model/types.ts";
import { printPath, shapesIn, shapesOf } from "../../generator/model/walk.ts";
import { sample } from "../models/sample.ts";

test("the shapes inside a shape come in the order of the docs, with the way to them", () => {
	const hive = sample.shapes.find(({ name }) => name === "Hive");
	if (hive === undefined) throw new Error("the sample has a hive");
	const paths = [...shapesIn(hive.shape)].map(
		({ shape, path }) => `${printPath(path)} ${shape.kind}`,
	);
	expect(paths.slice(0, 10)).toEqual([
		" object",
		"id string",
		"name string",
		"color union",
		"color literal",
		"color literal",
		"color literal",
		"active boolean",
		"queen union",
		"queen reference",
	]);
	expect(paths).toContain("sensors[] reference");
	expect(paths).toContain("readings{} number");
});

test("every shape of a model is there once, with its owner", () => {
	const owners = [...shapesOf(sample)].map(({ of }) => of);
	expect(owners).toContain(
		"header parameter x-bee-mode of GET /keepers/{keeper_id}/hives",
	);
	expect(owners).toContain("body of PUT /weather/{station}/notes");
	expect(owners).toContain("response 200 of GET /weather");
	expect(owners).toContain("envelope of GET /keepers/{keeper_id}/hives");
	expect(owners).toContain("shape Sensor");
	expect(new Set(owners).size).toBe(owners.length);
});

test("depth is no matter", () => {
	let shape: Shape = { kind: "null" };
	for (let depth = 0; depth < 5_000; depth++)
		shape = { kind: "union", members: [shape] };
	expect([...shapesIn(shape)]).toHaveLength(5_001);
});
