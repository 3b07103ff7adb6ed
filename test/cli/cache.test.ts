import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openCache } from "../../generator/output/cache/cache-folder.ts";
import { folderWith, stateOf } from "../output/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "generator/cli/docwright.mjs");

beforeAll(() => {
	// Only the built form keeps anything.
	execFileSync(process.execPath, [
		join(root, "generator/build.mjs"),
		"--if-needed",
	]);
});

/** A project with the sample's docs. */
function project(): string {
	const folder = folderWith({});
	cpSync(join(root, "spec"), join(folder, "spec"), { recursive: true });
	return folder;
}

function generate(
	cwd: string,
	args: readonly string[] = ["--cache-dir", "cache"],
	env: NodeJS.ProcessEnv = {},
) {
	const { CI: _, ...own } = process.env;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[bin, "generate", "--json", ...args],
		{ cwd, env: { ...own, NO_COLOR: "1", ...env }, encoding: "utf8" },
	);
	expect(stderr).toBe("");
	const { milliseconds: _time, ...result } = JSON.parse(stdout);
	return { status, ...result };
}

/** What is in the output, by path; `stateOf` tells when it was written, too. */
function output(cwd: string): Readonly<Record<string, string | undefined>> {
	const state = Object.entries(stateOf(join(cwd, "generated")));
	return Object.fromEntries(
		state.map(([path, text]) => [path, text.split(" ")[0]]),
	);
}

/** What a run over the same docs gives that knows nothing. */
function anew(cwd: string) {
	const folder = folderWith({});
	cpSync(join(cwd, "spec"), join(folder, "spec"), { recursive: true });
	generate(folder, ["--no-cache"]);
	return output(folder);
}

function entries(cwd: string, kind: string): readonly string[] {
	const folder = join(cwd, "cache", kind);
	return readdirSync(folder).map((name) => join(folder, name));
}

test("a second run finds out nothing, says the same and writes nothing", () => {
	const cwd = project();
	const { output: wrote, ...first } = generate(cwd);
	const before = stateOf(join(cwd, "generated"));
	expect(output(cwd)).toEqual(anew(cwd));
	const { output: kept, ...second } = generate(cwd);
	expect(second).toEqual(first);
	expect(kept).toEqual({
		folder: "generated",
		written: [],
		unchanged: [...wrote.written].sort(),
		removed: [],
	});
	expect(stateOf(join(cwd, "generated"))).toEqual(before);
	// That the second run asked the cache shows in what it says when the cache says something else.
	const [key = ""] = readdirSync(join(cwd, "cache/runs"));
	const cache = openCache(join(cwd, "cache"));
	const run = Object(cache.read("runs", key));
	cache.write("runs", key, { ...run, read: { ...run.read, title: "Kept" } });
	expect(generate(cwd).title).toBe("Kept");
	expect(generate(cwd, ["--no-cache"]).title).toBe(first.title);
});

test("one document that changed is read, and the others are not", () => {
	const cwd = project();
	generate(cwd);
	const known = entries(cwd, "docs");
	const file = join(cwd, "spec/magic-ipsec-tunnels.md");
	writeFileSync(
		file,
		readFileSync(file, "utf8").replaceAll("psk_generate", "psk_renew"),
	);
	const { written } = generate(cwd).output;
	expect(written).not.toEqual([]);
	expect(output(cwd)).toEqual(anew(cwd));
	const added = entries(cwd, "docs").filter((path) => !known.includes(path));
	expect(added).toHaveLength(1);
});

describe("what is missing or edited in the output", () => {
	test("comes back from the cache", () => {
		const cwd = project();
		generate(cwd);
		const before = output(cwd);
		for (const path of ["src/core.ts", ".docwright.json"])
			rmSync(join(cwd, "generated", path));
		expect(generate(cwd, ["--cache-dir", "cache", "--force"]).status).toBe(0);
		expect(output(cwd)).toEqual(before);
		rmSync(join(cwd, "generated"), { recursive: true });
		expect(generate(cwd).output.written).toContain("src/core.ts");
		expect(output(cwd)).toEqual(before);
	});

	test("is noticed, whatever its size and time", () => {
		const cwd = project();
		generate(cwd);
		generate(cwd);
		const path = join(cwd, "generated/src/core.ts");
		const text = readFileSync(path, "utf8");
		const time = new Date(Date.now() - 60_000);
		utimesSync(path, time, time);
		writeFileSync(path, text.replace("Client", "Tneilc"));
		utimesSync(path, time, time);
		const { status, stderr } = spawnSync(
			process.execPath,
			[bin, "generate", "--cache-dir", "cache"],
			{ cwd, encoding: "utf8" },
		);
		expect(status).toBe(2);
		expect(stderr).toContain("src/core.ts was edited by hand");
	});

	test("is checked by what is on the disk", () => {
		const cwd = project();
		generate(cwd);
		writeFileSync(join(cwd, "generated/src/core.ts"), "");
		expect(generate(cwd, ["--check", "--cache-dir", "cache"]).status).toBe(3);
	});
});

test.each([
	["cut off", (path: string) => truncateSync(path, 90)],
	["empty", (path: string) => truncateSync(path, 0)],
	["deleted", (path: string) => rmSync(path)],
	[
		"with one bit that fell over",
		(path: string) => {
			const bytes = readFileSync(path);
			// In the midst of a word, so that it is read as something else and not as a fault.
			const half = bytes.toString("latin1").slice(bytes.length / 2);
			const at = bytes.length - half.length + half.search(/[a-z]{5}/) + 2;
			bytes[at] = (bytes[at] ?? 0) ^ 1;
			writeFileSync(path, bytes);
		},
	],
])("entries that are %s are found out again", (_, damage) => {
	const cwd = project();
	generate(cwd);
	generate(cwd);
	const before = output(cwd);
	for (const kind of ["seen", "runs", "files", "docs", "printed"]) {
		const damaged = entries(cwd, kind);
		expect(damaged).not.toEqual([]);
		for (const path of damaged) damage(path);
		// Where the run is known, nobody asks what it was made of.
		if (kind === "docs" || kind === "printed")
			for (const path of entries(cwd, "runs")) rmSync(path);
		rmSync(join(cwd, "generated"), { recursive: true });
		expect(generate(cwd).status).toBe(0);
		expect(output(cwd)).toEqual(before);
	}
});

test("where a build is repeated elsewhere, the cache has to be named", () => {
	const folder = project();
	writeFileSync(join(folder, "package.json"), "{}");
	cpSync(join(root, "spec"), join(folder, "node_modules/x"), {
		recursive: true,
	});
	const place = join(folder, "node_modules/.cache/docwright");
	generate(folder, [], { CI: "true" });
	expect(() => readdirSync(place)).toThrow("ENOENT");
	generate(folder, ["--cache-dir", "named"], { CI: "true" });
	expect(readdirSync(join(folder, "named"))).toContain("runs");
	generate(folder, ["--no-cache"]);
	expect(() => readdirSync(place)).toThrow("ENOENT");
	generate(folder, []);
	expect(readdirSync(place)).toContain("runs");
});

test("a run with other templates or outputs is another run", () => {
	const cwd = project();
	const config = (text: string) =>
		writeFileSync(join(cwd, "docwright.config.json"), text);
	config('{ "templates": "templates" }');
	mkdirSync(join(cwd, "templates"));
	for (const text of ["one", "two"]) {
		writeFileSync(join(cwd, "templates/api.hbs"), text);
		generate(cwd);
		expect(readFileSync(join(cwd, "generated/api.md"), "utf8")).toBe(text);
	}
	config('{ "outputs": { "openapi": false } }');
	expect(generate(cwd).output.removed).toContain("openapi.json");
});

test("nothing is kept of what emitters of the config make", () => {
	const cwd = project();
	writeFileSync(
		join(cwd, "docwright.config.mjs"),
		`import { readFileSync } from "node:fs";
		const emit = () => [{ path: "mine.txt", text: readFileSync("mine.txt", "utf8") }];
		export default { emitters: [{ name: "mine", emit }] };`,
	);
	for (const text of ["one", "two"]) {
		writeFileSync(join(cwd, "mine.txt"), text);
		generate(cwd);
		expect(readFileSync(join(cwd, "generated/mine.txt"), "utf8")).toBe(text);
	}
	expect(() => readdirSync(join(cwd, "cache"))).toThrow("ENOENT");
});

test("what was read in parts, each elsewhere, is not read again for the whole", () => {
	const cwd = project();
	const documents = readdirSync(join(cwd, "spec"));
	expect(documents.length).toBeGreaterThan(1);
	for (const name of documents) {
		const part = ["--dry-run", "--cache-dir", "cache", `spec/${name}`];
		expect(generate(cwd, part).status).toBe(0);
	}
	const read = entries(cwd, "docs");
	expect(read).toHaveLength(documents.length);
	generate(cwd);
	expect(entries(cwd, "docs")).toEqual(read);
	expect(output(cwd)).toEqual(anew(cwd));
});
