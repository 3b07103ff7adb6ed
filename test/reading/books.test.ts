import { expect, test } from "vitest";
import { readDocs } from "../../generator/pipeline.ts";
import { uncovered } from "../models/reading.ts";

const docs = [
	{
		file: "a.md",
		text: "# Wells\n\n`GET /wells`\n\nSome words.\n\n- `depth` (integer)\n",
	},
];

type Blocks = ReturnType<typeof readDocs>["coverage"][number]["blocks"];

/** What is found when the books of a reading are forged. */
function found(forge: (blocks: Blocks) => Blocks): readonly string[] {
	const reading = readDocs(docs);
	const coverage = reading.coverage.map((one) => {
		return { ...one, blocks: forge(one.blocks) };
	});
	return uncovered({ ...reading, coverage }, docs);
}

test("true books are found to leave nothing out", () => {
	expect(found((blocks) => blocks)).toEqual([]);
});

test("a block that is left out is found, wherever it stands", () => {
	for (const at of readDocs(docs).coverage[0]?.blocks.keys() ?? [])
		expect(found((blocks) => blocks.toSpliced(at, 1))).toHaveLength(1);
});

test("blocks that overlap, are empty or stand in the wrong order are found", () => {
	expect(
		found(([first, ...all]) => (first ? [first, first, ...all] : all)),
	).toEqual(["a.md:1:1 is held twice"]);
	const swapped = found((blocks) => blocks.toReversed());
	expect(swapped).toContain("a.md:1:1 is held twice");
	const empty = found((blocks) =>
		blocks.map((one, at) =>
			at === 0 ? { ...one, span: { ...one.span, end: one.span.start } } : one,
		),
	);
	expect(empty).toContain("a.md:1:1 is empty");
});
