import { describe, expect, test } from "vitest";
import { checkModel } from "../../generator/model/check.ts";
import { printModel } from "../../generator/model/print.ts";
import type { Renames } from "../../generator/passes/rename.ts";
import { readDocs } from "../../generator/pipeline.ts";

const text = `# Hives

## Get a hive

**GET** \`/hives/{hive_id}\`

### Responses

#### 200 A hive

\`\`\`json
{ "id": "*string*", "place": "*string*", "weight": "*integer*" }
\`\`\`

## Replace a hive

**PUT** \`/hives/{hive_id}\`

### Responses

#### 200 A hive

\`\`\`json
{ "id": "*string*", "place": "*string*", "weight": "*integer*" }
\`\`\`
`;

function read(rename: Renames) {
	return readDocs([{ file: "in.md", text }], { rename });
}

test("an operation and a shape are called what is wanted, everywhere", () => {
	const { model, faults } = read({
		operations: { "GET /hives/{hive_id}": "bee.houses.fetchOne" },
		shapes: { Hive: "House" },
	});
	expect(faults).toBeUndefined();
	const [fetch] = model.operations;
	expect(fetch).toMatchObject({
		resource: ["bee", "houses"],
		name: "fetch_one",
	});
	expect(model.shapes.map(({ name }) => name)).toEqual(["House"]);
	expect(checkModel(model)).toEqual([]);
	expect(printModel(model)).not.toContain('"Hive"');
});

describe("a rename that cannot be done is a fault", () => {
	test.each<[string, Renames, string, string]>([
		[
			"an operation that is not there",
			{ operations: { "GET /combs": "combs.all" } },
			"rename.operations: the docs have no operation GET /combs",
			"inspect",
		],
		[
			"another name of the parameter",
			{ operations: { "GET /hives/{id}": "hives.fetch" } },
			"rename.operations: the docs have no operation GET /hives/{id}",
			"Did you mean GET /hives/{hive_id}?",
		],
		[
			"a name that another operation has",
			{ operations: { "GET /hives/{hive_id}": "hives.update" } },
			"rename.operations: GET /hives/{hive_id} cannot be hives.update, which PUT /hives/{hive_id} is called",
			"another name",
		],
		[
			"a name that a resource has",
			{ operations: { "GET /hives/{hive_id}": "hives" } },
			"rename.operations: GET /hives/{hive_id} cannot be hives, which a resource is called",
			"another name",
		],
		[
			"a shape that is not there",
			{ shapes: { Comb: "Wax" } },
			"rename.shapes: there is no shape Comb",
			"model.json",
		],
	])("%s", (_, rename, message, help) => {
		const { faults = [] } = read(rename);
		expect(faults.map((fault) => fault.message)).toEqual([message]);
		expect(faults[0]?.help).toContain(help);
	});
});
