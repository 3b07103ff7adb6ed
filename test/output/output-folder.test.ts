import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changeOutput } from "../../generator/output/commit/change-output.ts";
import { OutputError } from "../../generator/output/output-error.ts";
import {
	openOutput,
	planFolder,
} from "../../generator/output/output-folder.ts";
import type { Plan } from "../../generator/output/plan.ts";
import { filesIn, folderWith, stateOf, write } from "./folder.ts";

type Files = Readonly<Record<string, string>>;

interface Options {
	readonly force?: boolean;
	readonly docs?: readonly string[];
}

/** Plans the output of a run, or says why there is none. */
async function plan(
	out: string,
	files: Files,
	{ force = false, docs = [] }: Options = {},
): Promise<Plan | string> {
	const opened = await openOutput({ out, shown: "generated", docs, force });
	if ("message" in opened) return opened.message;
	const list = Object.entries(files).map(([path, text]) => ({ path, text }));
	return planFolder(opened, list);
}

/** Runs once, and tells what it did. */
async function generate(out: string, files: Files, options?: Options) {
	const planned = await plan(out, files, options);
	if (typeof planned === "string") return planned;
	const { written, unchanged, removed, conflicts } = planned;
	if (conflicts.length > 0) return conflicts.map(({ message }) => message);
	await changeOutput({ out, plan: async () => planned });
	return { written: written.map(({ path }) => path), unchanged, removed };
}

const sample = { "src/a.ts": "a\n", "src/deep/b.ts": "b\n", "c.json": "{}\n" };

test("writes the files and a manifest of them", async () => {
	const out = join(folderWith(), "new/generated");
	expect(await generate(out, sample)).toEqual({
		written: [".docwright.json", "c.json", "src/a.ts", "src/deep/b.ts"],
		unchanged: [],
		removed: [],
	});
	expect(readFileSync(join(out, "src/deep/b.ts"), "utf8")).toBe("b\n");
	const manifest = JSON.parse(
		readFileSync(join(out, ".docwright.json"), "utf8"),
	);
	expect(manifest).toEqual({
		version: 1,
		generator: expect.stringMatching(/^docwright \d/),
		files: {
			"c.json":
				"ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
			"src/a.ts":
				"87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
			"src/deep/b.ts":
				"0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f",
		},
	});
	expect(Object.keys(manifest.files)).toEqual(
		Object.keys(manifest.files).sort(),
	);
});

test("a second run writes nothing", async () => {
	const out = folderWith();
	await generate(out, sample);
	for (const path of filesIn(out)) utimesSync(join(out, path), 1e9, 1e9);
	const before = stateOf(out);
	expect(await generate(out, sample)).toMatchObject({
		written: [],
		removed: [],
	});
	expect(stateOf(out)).toEqual(before);
});

test("only what differs is written, and what is no longer made is removed with its folders", async () => {
	const out = folderWith();
	await generate(out, sample);
	const next = { "src/a.ts": "changed\n", "c.json": "{}\n" };
	expect(await generate(out, next)).toEqual({
		written: [".docwright.json", "src/a.ts"],
		unchanged: ["c.json"],
		removed: ["src/deep/b.ts"],
	});
	expect(filesIn(out)).toEqual([".docwright.json", "c.json", "src/a.ts"]);
	expect(existsSync(join(out, "src/deep"))).toBe(false);
});

test("files of others survive, and so do the folders they are in", async () => {
	const out = folderWith();
	await generate(out, sample);
	write(out, { "notes.md": "mine", "src/deep/mine.ts": "mine" });
	await generate(out, { "c.json": "[]\n" });
	expect(filesIn(out)).toEqual([
		".docwright.json",
		"c.json",
		"notes.md",
		"src/deep/mine.ts",
	]);
});

test("a file that was edited by hand is kept, unless it is given up", async () => {
	const out = folderWith();
	await generate(out, sample);
	write(out, { "src/a.ts": "mine\n", "src/deep/b.ts": "mine too\n" });
	const before = stateOf(out);
	expect(await generate(out, { "src/a.ts": "new\n" })).toEqual([
		"src/a.ts was edited by hand since it was generated",
		"src/deep/b.ts was edited by hand since it was generated",
	]);
	expect(stateOf(out)).toEqual(before);
	await generate(out, { "src/a.ts": "new\n" }, { force: true });
	expect(filesIn(out)).toEqual([".docwright.json", "src/a.ts"]);
	expect(readFileSync(join(out, "src/a.ts"), "utf8")).toBe("new\n");
});

test("an edit that is what the generator would write is none", async () => {
	const out = folderWith();
	await generate(out, sample);
	write(out, { "src/a.ts": "new\n" });
	expect(await generate(out, { ...sample, "src/a.ts": "new\n" })).toMatchObject(
		{
			written: [".docwright.json"],
		},
	);
});

test("a file is replaced, not written into, and keeps who may read it", async () => {
	const out = join(folderWith(), "generated");
	await generate(out, sample);
	const path = join(out, "c.json");
	chmodSync(path, 0o646);
	const before = statSync(path);
	await generate(out, { ...sample, "c.json": "[]\n" });
	const after = statSync(path);
	expect(after.ino).not.toBe(before.ino);
	expect(after.mode).toBe(before.mode);
	expect(filesIn(out)).toHaveLength(4);
});

test("a file of ours that was deleted is written again", async () => {
	const out = folderWith();
	await generate(out, sample);
	rmSync(join(out, "src"), { recursive: true });
	expect(await generate(out, sample)).toMatchObject({
		written: ["src/a.ts", "src/deep/b.ts"],
	});
});

test("a foreign file in the way is never touched, whatever is forced", async () => {
	const out = folderWith();
	await generate(out, { "c.json": "{}\n" });
	write(out, { "src/a.ts": "mine\n" });
	const before = stateOf(out);
	for (const force of [false, true])
		expect(await generate(out, sample, { force })).toEqual([
			"src/a.ts is in the way, and the generator did not write it",
		]);
	expect(stateOf(out)).toEqual(before);
});

test("a folder of foreign files is refused, and written beside them when forced", async () => {
	const out = folderWith({ "mine.txt": "mine" });
	const before = stateOf(out);
	expect(await generate(out, sample)).toBe(
		"The output folder generated holds files that the generator did not write, such as mine.txt",
	);
	expect(stateOf(out)).toEqual(before);
	expect(await generate(out, sample, { force: true })).toMatchObject({
		removed: [],
	});
	expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
	expect(await generate(out, sample)).toMatchObject({ written: [] });
});

test("a folder that is a file, lies below one, or cannot be is refused", async () => {
	const root = folderWith({ file: "x" });
	symlinkSync("nowhere", join(root, "dangling"));
	const before = stateOf(root);
	expect(await generate(join(root, "file"), sample)).toBe(
		"The output folder generated is a file",
	);
	expect(await generate(join(root, "file/below"), sample)).toBe(
		"The output folder generated lies below a file",
	);
	expect(await generate(join(root, "dangling"), sample)).toBe(
		"The output folder generated cannot be opened (ENOENT)",
	);
	expect(stateOf(root)).toEqual(before);
});

test("the disk's root and the home folder are refused even when forced", async () => {
	expect(await plan("/", sample, { force: true })).toBe(
		"The output folder generated is the root of the disk",
	);
	expect(await plan(homedir(), sample, { force: true })).toBe(
		"The output folder generated is your home folder",
	);
});

test("the docs' folder, and one that holds the docs, are refused even when forced", async () => {
	const root = folderWith({ "docs/spec/a.md": "a" });
	symlinkSync("docs", join(root, "alias"));
	const spec = join(root, "docs/spec");
	const options = { docs: [spec, join(spec, "a.md")], force: true };
	const before = stateOf(root);
	expect(await generate(spec, sample, options)).toBe(
		"The output folder generated is the docs' folder",
	);
	expect(await generate(join(root, "docs"), sample, options)).toBe(
		"The output folder generated holds the docs",
	);
	expect(await generate(join(root, "alias/spec"), sample, options)).toBe(
		"The output folder generated is the docs' folder",
	);
	expect(stateOf(root)).toEqual(before);
	const below = await generate(join(spec, "generated"), sample, options);
	expect(below).toMatchObject({ removed: [] });
});

test("an output folder that is a link is refused until it is ours or confirmed", async () => {
	const root = folderWith();
	mkdirSync(join(root, "real"));
	symlinkSync("real", join(root, "out"));
	const out = join(root, "out");
	expect(await generate(out, sample)).toBe(
		"The output folder generated is a symbolic link",
	);
	await generate(out, sample, { force: true });
	expect(await generate(out, sample)).toMatchObject({ written: [] });
});

test("links inside the output folder are not followed", async () => {
	const root = folderWith({ "victim/a.ts": "safe\n", "victim.json": "safe\n" });
	const out = join(root, "out");
	await generate(out, { "d.txt": "d\n" });
	symlinkSync("../victim", join(out, "src"));
	symlinkSync("../victim.json", join(out, "c.json"));
	const before = stateOf(root);
	expect(await generate(out, sample, { force: true })).toEqual([
		"c.json cannot be written: it is a symbolic link",
		"src/a.ts cannot be written: src is a symbolic link",
		"src/deep/b.ts cannot be written: src is a symbolic link",
	]);
	expect(stateOf(root)).toEqual(before);
});

test("a stale file behind a link is not removed", async () => {
	const root = folderWith({ "victim/a.ts": "a\n" });
	const out = join(root, "out");
	await generate(out, sample);
	rmSync(join(out, "src"), { recursive: true });
	symlinkSync("../victim", join(out, "src"));
	expect(await generate(out, { "c.json": "{}\n" })).toEqual([
		"src/a.ts cannot be written: src is a symbolic link",
		"src/deep/b.ts cannot be written: src is a symbolic link",
	]);
	expect(existsSync(join(root, "victim/a.ts"))).toBe(true);
});

test("a folder where a file has to be, and a file where a folder has to be, are in the way", async () => {
	const out = folderWith();
	await generate(out, { "d.txt": "d\n" });
	mkdirSync(join(out, "c.json"));
	write(out, { src: "a file" });
	expect(await generate(out, sample)).toEqual([
		"c.json cannot be written: it is a folder",
		"src/a.ts cannot be written: src is not a folder",
		"src/deep/b.ts cannot be written: src is not a folder",
	]);
});

test("a manifest that is broken, or claims what lies outside, is refused", async () => {
	const root = folderWith({ "victim.txt": "safe" });
	const out = join(root, "out");
	await generate(out, sample);
	const digest = "0".repeat(64);
	for (const text of [
		"<<<<<<< ours",
		JSON.stringify({ version: 1, files: { "../victim.txt": digest } }),
		JSON.stringify({ version: 9, files: {} }),
	]) {
		write(out, { ".docwright.json": text });
		expect(await generate(out, sample)).toMatch(
			/its \.docwright\.json cannot be read$/,
		);
	}
	expect(existsSync(join(root, "victim.txt"))).toBe(true);
});

test.each([
	[["../a.ts"], "is not safe"],
	[["/a.ts"], "is not safe"],
	[["a\\b.ts"], "is not safe"],
	[["src/nul.ts"], "is not safe"],
	[["src/a."], "is not safe"],
	[["src/User.ts", "src/user.ts"], "are one file"],
	[["caf\u00e9", "cafe\u0301"], "are one file"],
])("emitters may not make %j", async (paths, message) => {
	const files = Object.fromEntries(paths.map((path) => [path, "x\n"]));
	await expect(plan(folderWith(), files)).rejects.toThrow(message);
});

test("a fault of the disk says which file and what it is called", async () => {
	const out = folderWith();
	const planned = await plan(out, sample);
	if (typeof planned === "string") throw new Error(planned);
	write(out, { src: "in the way since the plan was made" });
	const failed = changeOutput({ out, plan: async () => planned });
	await expect(failed).rejects.toThrow(
		/^src\/(a|deep\/b)\.ts could not be written \(E(EXIST|NOTDIR)\)$/,
	);
	await expect(failed).rejects.toBeInstanceOf(OutputError);
	expect(existsSync(join(out, ".docwright.json"))).toBe(false);
});
