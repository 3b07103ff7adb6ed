import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { code } from "../../generator/code/code.ts";
import { compileTemplates, render } from "../../generator/code/template.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the compiled templates are those of the files", () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		["templates/precompile.mjs", "--check"],
		{ cwd: root, encoding: "utf8" },
	);
	expect(stderr).toBe("");
	expect(status).toBe(0);
});

test("what is in a hole is written as it is", () => {
	const text = render("gitignore", {
		banner: [code`{{banner}} {{{x}}} <a> &amp; {{#each this}}`],
	});
	expect(text).toBe(
		"# {{banner}} {{{x}}} <a> &amp; {{#each this}}\nnode_modules/\ndist/\nreference/package-lock.json\nreference/pages/\n",
	);
});

test("a hole without a value throws", () => {
	expect(() => render("vitest.config", Object({}))).toThrow("banner");
});

test("only what a project has of its own is compiled", async () => {
	const files = readdirSync(`${root}generator`, {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => file.endsWith(".ts"));
	const loading = files.filter((file) =>
		/^(?!import type).*["']handlebars["']/m.test(
			readFileSync(`${root}generator/${file}`, "utf8"),
		),
	);
	expect(loading).toEqual([join("code", "template.ts")]);
	const own = await compileTemplates(new Map([["tsconfig", "{}"]]));
	expect(render("tsconfig", {}, own)).toBe("{}");
	expect(render("typedoc", {}, own)).toBe(render("typedoc", {}));
});
