import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../generator/", import.meta.url));

/** What each layer may import of ours, itself aside. */
const layers: Readonly<Record<string, readonly string[]>> = {
	text: [],
	code: [],
	model: ["text"],
	diagnostics: ["text"],
	markdown: ["text"],
	notation: ["text", "diagnostics", "model"],
	reading: ["text", "diagnostics", "markdown", "notation", "model"],
	dialects: ["reading", "text", "diagnostics", "markdown", "notation", "model"],
	passes: ["text", "diagnostics", "model"],
	emitters: ["text", "diagnostics", "model", "code"],
	changes: ["text", "diagnostics", "model", "code"],
	mock: ["text", "model"],
	report: ["text", "diagnostics", "model", "pipeline.ts"],
	editor: ["text", "diagnostics", "model", "pipeline.ts"],
	output: ["text", "diagnostics"],
	"pipeline.ts": [
		"text",
		"code",
		"model",
		"diagnostics",
		"markdown",
		"notation",
		"reading",
		"dialects",
		"passes",
		"emitters",
	],
	"index.ts": [
		"text",
		"code",
		"model",
		"diagnostics",
		"markdown",
		"notation",
		"reading",
		"dialects",
		"passes",
		"emitters",
		"output",
		"pipeline.ts",
	],
	"remark-lint.ts": ["cli", "diagnostics", "pipeline.ts"],
	cli: [
		"pipeline.ts",
		"index.ts",
		"changes",
		"mock",
		"report",
		"editor",
		"output",
		"diagnostics",
		"text",
	],
};

/** The one folder that may import a dependency; types of it may go anywhere. */
const doors: readonly [RegExp, readonly string[]][] = [
	[/^remark$/, ["code/markdown-text.ts"]],
	[/^(remark-|unified|mdast|micromark|github-slugger)/, ["markdown"]],
	[/^ts-morph$/, ["code"]],
	[/^handlebars/, ["code/template.ts"]],
	[/^(vfile|xast)/, ["diagnostics"]],
	[/^(node:fs|tinyglobby)/, ["output", "cli", "editor/vscode"]],
	[/^pluralize$/, ["text"]],
	[/^yaml$/, ["reading/openapi"]],
	[/^(hast-util|parse5)/, ["markdown"]],
	[/^shell-quote$/, ["reading"]],
	[/^jsonc-parser$/, ["reading", "cli/init-files.ts"]],
	[/^vscode/, ["cli/lsp-server.ts", "editor/vscode"]],
	[
		/^(commander|picocolors|cli-progress|cli-table3|jiti|semver|chokidar|@clack\/)/,
		["cli"],
	],
	[
		/^@?hono/,
		["cli/local-server.ts", "cli/mock-server.ts", "cli/report-server.ts"],
	],
	[/^node:child_process$/, ["output/git.ts", "output/commit/flush.ts"]],
	[/^node:(http|https|net|tls|dns)/, []],
];

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.map((file) => file.split(sep).join("/"));

test.each(files)("generator/%s keeps to its layer", (file) => {
	const layer = file.split("/")[0] ?? file;
	const allowed = layers[layer];
	expect(allowed, `${layer} is a layer`).toBeDefined();
	for (const { specifier, typeOnly } of importsOf(file)) {
		if (!specifier.startsWith(".")) {
			const door = doors.find(([name]) => name.test(specifier));
			if (door === undefined || typeOnly) continue;
			const through = door[1].some((place) => file.startsWith(place));
			expect(through, `${file} imports ${specifier}`).toBe(true);
			continue;
		}
		const target = join(dirname(file), specifier).split(sep).join("/");
		if (target === "../templates/precompiled.js") {
			expect(file).toBe("code/template.ts");
			continue;
		}
		// The one thing that the client and what is expected of it have to agree on.
		if (target === "../templates/runtime/status-names.ts") continue;
		// A config may hold emitters, of which it knows nothing but the type.
		if (typeOnly && file === "output/config.ts") {
			expect(target).toBe("emitters/emitter.ts");
			continue;
		}
		const other = target.split("/")[0] ?? target;
		const fine = other === layer || allowed?.includes(other);
		expect(fine, `${file} imports ${target}`).toBe(true);
		expect(siblings(file, target), `${file} imports ${target}`).toBe(false);
	}
});

test("one file opens connections", () => {
	const callers = files.filter((file) =>
		/^[^/*\n]*\bfetch\(/m.test(readFileSync(join(root, file), "utf8")),
	);
	expect(callers).toEqual(["cli/fetch-document.ts"]);
});

test("generator/ has no import cycles", () => {
	const done = new Set<string>();
	for (const file of files) visit(file, []);
	function visit(file: string, path: readonly string[]): void {
		expect(path, `cycle through ${file}`).not.toContain(file);
		if (done.has(file)) return;
		for (const { specifier } of importsOf(file)) {
			if (!specifier.startsWith(".")) continue;
			const target = relative(
				root,
				join(root, dirname(file), specifier),
			).replaceAll(sep, "/");
			if (files.includes(target)) visit(target, [...path, file]);
		}
		done.add(file);
	}
});

/** Dialects and emitters are strangers: only their lists and interfaces are shared. */
function siblings(file: string, target: string): boolean {
	const shared =
		/^(dialects|emitters)\/(index|dialect|emitter|read-document|read-plain|read-again|move-spans)\.ts$/;
	const [layer, name] = place(file);
	const [otherLayer, other] = place(target);
	if (layer !== otherLayer || !["dialects", "emitters"].includes(layer))
		return false;
	return !shared.test(file) && !shared.test(target) && name !== other;
}

function place(file: string): [string, string] {
	const [layer = "", name = ""] = file.split("/");
	return [layer, name.replace(/\.ts$/, "")];
}

function importsOf(
	file: string,
): readonly { specifier: string; typeOnly: boolean }[] {
	const text = readFileSync(join(root, file), "utf8");
	const pattern =
		/^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm;
	return [...text.matchAll(pattern)].map((match) => ({
		specifier: match[2] ?? match[3] ?? "",
		typeOnly: match[1] !== undefined,
	}));
}
