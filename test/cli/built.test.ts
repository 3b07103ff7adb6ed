import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { folderWith, write } from "../output/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A clone of a generator that says whether its sources or its built form ran. */
const clone = {
	"package.json": '{ "type": "module" }',
	"tsconfig.json": "{}",
	"templates/precompiled.js": "",
	"templates/runtime/status-names.ts": "",
	"generator/cli/main.ts":
		'import { what } from "../what.ts";\nexport function run(): void { console.log(what); }\n',
	"generator/what.ts": 'export const what: string = "sources";\n',
	"dist/generator/cli/main.js":
		'export function run() { console.log("built"); }\n',
};

test("a clone runs what is built as long as the sources give it, and else the sources", async () => {
	const folder = folderWith(clone);
	for (const file of ["built.mjs", "entry.mjs", "cli/docwright.mjs"])
		cpSync(join(root, "generator", file), join(folder, "generator", file));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	expect(run(folder)).toBe("sources");
	const { digestOfSources } = await import(
		pathToFileURL(join(folder, "generator/built.mjs")).href
	);
	const built = { "dist/built-from": digestOfSources() };
	write(folder, built);
	expect(run(folder)).toBe("built");

	const [file, text] = ["generator/what.ts", clone["generator/what.ts"]];
	write(folder, { [file]: text.replace("sources", "edited!") });
	expect(run(folder)).toBe("edited!");
	write(folder, { [file]: text });
	expect(run(folder)).toBe("built");
	write(folder, { "generator/passes/new.ts": "" });
	expect(run(folder)).toBe("sources");
});

test("a package has the built form alone", () => {
	const folder = folderWith(clone);
	for (const file of ["generator/entry.mjs", "generator/cli/docwright.mjs"])
		cpSync(join(root, file), join(folder, file));
	rmSync(join(folder, "generator/cli/main.ts"));
	expect(run(folder)).toBe("built");
	const { files } = JSON.parse(
		readFileSync(join(root, "package.json"), "utf8"),
	);
	expect(files).toContain("dist/generator");
	expect(files.join()).not.toContain("main.ts");
});

function run(folder: string): string {
	const bin = join(folder, "generator/cli/docwright.mjs");
	return execFileSync(process.execPath, [bin], { encoding: "utf8" }).trim();
}
