import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as pipeline from "../generator/pipeline.ts";
import { docwright } from "./cli/command.ts";
import { filesIn, folderWith } from "./output/folder.ts";

const readme = readFileSync(
	fileURLToPath(new URL("../README.md", import.meta.url)),
	"utf8",
);

test("the docs on top of the README give what stands beside them", async () => {
	const [, docs = ""] = /\n````md\n(.*?)````\n/s.exec(readme) ?? [];
	const [, shown = ""] = /\n```ts\n(.*?)```\n/s.exec(readme) ?? [];
	const cwd = folderWith({ "spec/hives.md": docs });
	const { status } = await docwright({ cwd, pipeline }, "generate");
	expect(status).toBe(0);
	const read = (path: string) =>
		readFileSync(join(cwd, "generated", path), "utf8");

	const [, call = ""] = /await (client\.[\w.]+\()/.exec(shown) ?? [];
	expect(read("README.md")).toContain(call);
	const types = read("src/resources/hives.ts");
	for (const [, name, type] of shown.matchAll(/hive\.(\w+); \/\/ (\w+)/g))
		expect(types).toContain(`\t${name}?: ${type};`);
	for (const [path] of shown.matchAll(/[\w/.]+\.(?:json|test\.ts)\b/g))
		expect(filesIn(cwd)).toContain(`generated/${path}`);
});
