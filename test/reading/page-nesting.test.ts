import { describe, expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import type { Shape } from "../../generator/model/types.ts";
import { readPageFields } from "../../generator/reading/page-fields.ts";
import { nestPageFields } from "../../generator/reading/page-nesting.ts";
import type { JsonValue } from "../../generator/text/json.ts";
import { openSource } from "../../generator/text/source.ts";

/** The names of fields, each with those within it. */
type Tree = { readonly [name: string]: Tree };

function nest(lines: readonly string[], example?: JsonValue) {
	const { lines: read } = openSource({ file: "a.txt", text: lines.join("\n") });
	const { report, diagnostics } = createReporter();
	const { fields } = readPageFields(read, () => undefined);
	const nested = nestPageFields(fields, example, report);
	return {
		tree: treeOf({
			kind: "object",
			properties: nested.map(({ property }) => property),
		}),
		codes: diagnostics().map(({ code }) => code),
	};
}

function treeOf(shape: Shape): Tree {
	if (shape.kind === "array") return treeOf(shape.items);
	if (shape.kind === "record") return treeOf(shape.values);
	if (shape.kind !== "object") return {};
	return Object.fromEntries(
		shape.properties.map(({ name, shape: inner }) => [name, treeOf(inner)]),
	);
}

describe("fields of a page go", () => {
	test("into the object whose braces list them", () => {
		const { tree } = nest([
			"queen: Queen { age, mate }",
			"age: number",
			"mate: Drone { age }",
			"age: number",
			"weight: number",
		]);
		expect(tree).toEqual({
			queen: { age: {}, mate: { age: {} } },
			weight: {},
		});
	});

	test("where the example has them", () => {
		const lines = [
			"id: str",
			"queen: Queen",
			"age: int",
			"mates: List[Drone]",
			"age: int",
			"name: str",
			"weight: float",
		];
		const example = {
			id: "h",
			queen: { age: 2, mates: [{ age: 1, name: "a" }] },
			weight: 1,
		};
		expect(nest(lines, example).tree).toEqual({
			id: {},
			queen: { age: {}, mates: { age: {}, name: {} } },
			weight: {},
		});
	});

	test("into an object of a type of its own that still has none", () => {
		const { tree } = nest(["queen: Optional[Queen]", "age: int"]);
		expect(tree).toEqual({ queen: { age: {} } });
	});

	test("nowhere but to the top, when nothing speaks for anything else", () => {
		expect(nest(["id: str", "age: int"]).tree).toEqual({ id: {}, age: {} });
		expect(nest(["body: object", "id: str"]).tree).toEqual({
			body: {},
			id: {},
		});
	});

	test("into maps", () => {
		const example = { hives: { north: { weight: 1 } } };
		expect(
			nest(["hives: Dict[str, Hive]", "weight: float"], example).tree,
		).toEqual({ hives: { weight: {} } });
	});
});

test("a field that stands twice is joined and told", () => {
	const { tree, codes } = nest(["id: str", "id: str"]);
	expect(tree).toEqual({ id: {} });
	expect(codes).toEqual(["field/duplicate"]);
});
