import { expect, test } from "vitest";
import { fixturesEmitter } from "../generator/emitters/fixtures.ts";
import { modelJsonEmitter } from "../generator/emitters/model-json.ts";
import { openApiEmitter } from "../generator/emitters/openapi/index.ts";
import { emitFiles } from "../generator/pipeline.ts";
import { sample } from "./models/sample.ts";

test("a secret in an example is in no output, and is reported once, where it stands", () => {
	const { files, diagnostics } = emitFiles({ model: sample }, [
		fixturesEmitter(),
		modelJsonEmitter(),
		openApiEmitter(),
	]);
	const text = files.map((file) => file.text).join("");
	expect(JSON.stringify(sample)).toContain("Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A");
	expect(text).not.toContain("Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A");
	expect(text).toContain('"psk": "EXAMPLE_SECRET_EXAMPLE_SECRET_EX"');
	expect(diagnostics).toMatchObject([
		{
			code: "sample/secret",
			severity: "warning",
			message: expect.stringContaining("psk"),
			span: { file: "docs/apiary.md", start: { line: 87 } },
		},
	]);
});

test("files come sorted by path, whatever the order of the emitters", () => {
	const paths = emitFiles({ model: sample }, [
		openApiEmitter(),
		fixturesEmitter(),
	]).files.map(({ path }) => path);
	expect(paths).toEqual([...paths].sort());
	expect(paths).toContain("openapi.json");
});
