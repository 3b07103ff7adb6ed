import { expect, test } from "vitest";
import { callOf } from "../../generator/model/call.ts";
import { readDocs } from "../../generator/pipeline.ts";

test("parameters that share a name are one, required where one of them is", () => {
	const { model } = readDocs([
		{
			file: "a.md",
			text: `# A

## B

**post** \`/a/{c}/b/{d}\`

### Query Parameters

- \`sort: optional string\`
- \`c: optional string\`

### Header Parameters

- \`sort: number\`
- \`f: optional number\`

### Cookie Parameters

- \`f: string\`
`,
		},
	]);
	const [operation] = model.operations;
	if (operation === undefined) throw new Error("nothing was read");
	const { members, required } = callOf(model, operation);
	expect(
		members.map((one) => [one.in, one.name, one.required === true]),
	).toEqual([
		["path", "c", true],
		["query", "sort", true],
		["header", "f", false],
		["cookie", "f", true],
	]);
	expect(required).toBe(true);
	expect(operation.parameters).toHaveLength(7);
});
