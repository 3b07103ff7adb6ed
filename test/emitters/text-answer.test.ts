import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";

async function filesOf(answer: string) {
	const docs = `# Mottos\n\n## Motto of a house\n\n\`GET /mottos/{house}\`\n\n### Response\n\n${answer}\n`;
	const { files } = await generate([{ file: "a.md", text: docs }], {
		package: { name: "mottos", version: "1.0.0" },
	});
	return new Map(files.map(({ path, text }) => [path, text]));
}

test("an answer of plain text is a string in the client, and its test says so", async () => {
	const files = await filesOf("```text\nHear me roar\n```");
	const source = files.get("src/resources/mottos.ts");
	expect(files.get("src/methods/mottos.ts")).toContain('"read":"readText"}');
	expect(files.get("src/functions/mottos.ts")).toContain("read: readText,");
	expect(source).toMatch(/export type MottoGetResponse = string;/);
	expect(
		JSON.parse(files.get("test/snapshots/mottos/get.200.json") ?? ""),
	).toEqual({
		data: expect.any(String),
		request: {
			method: "GET",
			path: expect.anything(),
			query: [],
			headers: { accept: "*/*" },
		},
	});
});

test("an answer of JSON is none", async () => {
	const files = await filesOf('```json\n{"words": "Hear me roar"}\n```');
	expect(files.get("src/methods/mottos.ts")).toContain('"method":"GET"');
	expect(files.get("src/methods/mottos.ts")).not.toContain("readText");
});
