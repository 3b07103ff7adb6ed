import { expect, test } from "vitest";
import { readDocs } from "../../generator/pipeline.ts";
import { compile } from "./compile.ts";
import { sizes } from "./sizes.ts";
import { slots } from "./slots.ts";
import { survive } from "./survive.ts";

// How long each takes is measured by `npm run test:hostile`.
test.each(sizes.filter(({ number }) => number !== "A30"))(
	"$number $name: an answer, and no overflow",
	({ make }) => {
		const { diagnostics } = readDocs([{ file: "a.md", text: make(100_000) }]);
		for (const { span } of diagnostics) expect(span.file).toBe("a.md");
	},
	60_000,
);

test.each(sizes.filter(({ number }) => number === "A30"))(
	"$number $name: an answer, and no overflow",
	({ make }) => {
		const { diagnostics } = readDocs([{ file: "a.md", text: make(1_000) }]);
		for (const { span } of diagnostics) expect(span.file).toBe("a.md");
	},
	60_000,
);

test("A31 types that lead to themselves are types that lead to themselves", () => {
	const text = [
		"# Trees",
		"## Get a tree",
		"**GET** `/trees/{tree_id}`",
		"Returns a [Node](#node).",
		"## Node",
		"| Field | Type | Description |\n| --- | --- | --- |\n| `left` | [Node](#node) | One. |\n| `peer` | [Peer](#peer) | Other. |\n| `all` | array of [Node](#node) | All. |",
		"## Peer",
		"| Field | Type | Description |\n| --- | --- | --- |\n| `back` | [Node](#node) | Back. |",
		"## Self",
		"See [Self](#self).",
	].join("\n\n");
	const slot = {
		...slots[0],
		name: "cycle",
		harmless: "",
		docs: () => [{ file: "a.md", text }],
	};
	const { faults, ended, sources } = survive(slot, "");
	expect({ faults, ended }).toEqual({ faults: [], ended: "output" });
	expect(compile([sources]).faults.size).toBe(0);
	const spec =
		"```yaml\nopenapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: A\n          content:\n            application/json:\n              schema: { $ref: '#/components/schemas/A' }\ncomponents:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n    C: { allOf: [{ $ref: '#/components/schemas/C' }] }\n```\n";
	const alias = survive(
		{ ...slot, docs: () => [{ file: "a.md", text: spec }] },
		"",
	);
	expect(alias.faults).toEqual([]);
	expect(compile([alias.sources]).faults.size).toBe(0);
});
