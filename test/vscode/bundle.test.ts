import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serverOf } from "../../generator/editor/vscode/server.ts";
import { folderWith } from "../output/folder.ts";

test("the extension is one file, with nothing in it that the editor does not have", async () => {
	// By its URL, as it is a script and no module with types.
	const { bundleExtension } = await import(
		new URL("../../generator/editor/vscode/pack.mjs", import.meta.url).href
	);
	const folder = folderWith();
	await bundleExtension(folder);
	expect(readdirSync(folder).sort()).toEqual([
		"LICENSE",
		"README.md",
		"extension.js",
		"package.json",
	]);
	const text = readFileSync(join(folder, "extension.js"), "utf8");
	const required = [
		...text.matchAll(/\brequire\(\s*[`"']([^`"']+)[`"']\s*\)/g),
	];
	const builtin = createRequire(import.meta.url)("node:module").builtinModules;
	for (const [, name = ""] of required)
		expect(["vscode", ...builtin], name).toContain(name.replace(/^node:/, ""));
	expect(required.map(([, name]) => name)).toContain("vscode");
	const { main, capabilities } = JSON.parse(
		readFileSync(join(folder, "package.json"), "utf8"),
	);
	expect(main).toBe("extension.js");
	expect(capabilities.untrustedWorkspaces.supported).toBe(false);
});

test("the server is that of the workspace, unless the settings state one", () => {
	const has = (folder: string) => folder === "/b";
	expect(serverOf([], ["/a", "/b"], has)).toEqual({
		command: "node",
		args: [
			"node_modules/docwright/generator/cli/docwright.mjs",
			"lsp",
			"--stdio",
		],
		options: { cwd: "/b" },
	});
	expect(serverOf([], ["/a"], has)).toBeUndefined();
	expect(serverOf(["docwright", "lsp"], ["/a"], has)).toEqual({
		command: "docwright",
		args: ["lsp"],
		options: { cwd: "/a" },
	});
});
