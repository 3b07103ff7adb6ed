import { expect, test } from "vitest";
import { typeText } from "../../generator/model/type-text.ts";
import { bases } from "../../generator/report/data.ts";
import { lineKinds } from "../../generator/report/line-kinds.ts";
import { dataOf, hives } from "./docs.ts";

test("every line of a document is what became of it", () => {
	const { documents } = dataOf({ "spec/hives.md": hives });
	const lines = hives.trimEnd().split("\n");
	const letters = documents[0]?.kinds ?? "";
	const shown = lines.map((line, at) => `${letters[at]} ${line}`.trimEnd());
	expect(shown).toEqual([
		"S # Hives",
		"B",
		"P Bees live in them.",
		"B",
		"S ## Read one hive",
		"B",
		"S **GET** `/hives/{hive_id}`",
		"B",
		"R ### Query parameters",
		"B",
		"R | Name | Type | Description |",
		"R | --- | --- | --- |",
		"S | `queen` | boolean | Whether to tell of the queen |",
		"B",
		"S ### Response 200",
		"B",
		"R ```json",
		"R {",
		'S   "id": "*string*",',
		'S   "frames": 10',
		"R }",
		"R ```",
		"B",
		"U # Seasons",
		"B",
		"U | Season | Honey |",
		"U | --- | --- |",
		"U | spring | little |",
	]);
});

test("a line belongs to the closest fact, a stated one before an inferred one, and an assumed one is on no line", () => {
	const lines = ["{", "a", "b", "c", "}", ""];
	const kinds = lineKinds(
		lines,
		[
			{ from: 2, to: 2, basis: "inferred" },
			{ from: 1, to: 5, basis: "stated" },
			{ from: 3, to: 3, basis: "stated" },
			{ from: 3, to: 3, basis: "inferred" },
			{ from: 6, to: 6, basis: "stated" },
			{ from: 4, to: 4, basis: "assumed" },
		],
		[],
	);
	expect(kinds).toEqual([
		...["stated", "inferred", "stated"],
		...["stated", "stated", "blank"],
	]);
});

test("the facts of the documents are those of the subjects, and each leads to a line that there is", () => {
	const docs = { "spec/a.md": hives, "spec/b.md": hives };
	const { summary, subjects, documents } = dataOf(docs);
	const origins = subjects.flatMap(({ rows }) =>
		rows.flatMap(({ origins }) => origins),
	);
	for (const [index, basis] of bases.entries()) {
		const counted = summary.documents.reduce((sum, one) => sum + one[basis], 0);
		expect(counted, basis).toBe(
			origins.filter(([, , , known]) => known === index).length,
		);
	}
	expect(origins.length).toBeGreaterThan(5);
	for (const [document, from, to] of origins) {
		const count = documents[document]?.kinds.length ?? 0;
		expect(from).toBeGreaterThan(0);
		expect(to).toBeGreaterThanOrEqual(from);
		expect(to).toBeLessThanOrEqual(count);
	}
	expect(summary.operations).toBe(1);
});

test("an operation has all its parts, in order and as deep as they stand", () => {
	const { subjects } = dataOf({ "spec/hives.md": hives });
	const operation = subjects.find(({ kind }) => kind === "operation");
	const parts = operation?.rows.map(
		({ depth, label, type }) => `${" ".repeat(depth)}${label}: ${type}`,
	);
	expect(parts).toEqual([
		"operation: GET /hives/{hive_id}",
		"name: hives.get",
		"path parameter hive_id: string",
		"query parameter queen: boolean",
		"response 200: object, application/json",
		" id: string",
		" frames: integer",
	]);
});

test("types are told in a few words", () => {
	const string = { kind: "string" } as const;
	expect(typeText({ kind: "array", items: string })).toBe("string[]");
	expect(
		typeText({ ...string, format: "uuid", minLength: 1, maxLength: 36 }),
	).toBe("string (uuid, 1 to 36 characters)");
	expect(typeText({ kind: "number", integer: true, minimum: 0 })).toBe(
		"integer (at least 0)",
	);
	expect(
		typeText({
			kind: "array",
			items: {
				kind: "union",
				members: [
					{ kind: "literal", value: "a" },
					{ kind: "record", values: { kind: "reference", name: "Hive" } },
				],
			},
		}),
	).toBe('("a" | map of Hive)[]');
	expect(typeText({ kind: "unknown", placeholder: "null" })).toBe(
		"unknown (cut off: null)",
	);
});
