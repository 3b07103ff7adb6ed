import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import {
	isCutOff,
	recoverOutput,
} from "../../generator/output/commit/change-output.ts";
import { lockStaging } from "../../generator/output/commit/lock.ts";
import { ownName } from "../../generator/output/commit/owner.ts";
import { chooseStaging } from "../../generator/output/commit/staging.ts";
import { install } from "../faults/faulty-fs.mjs";
import { bury, contentOf, generate, litter } from "./changes.ts";
import { folderWith, stateOf, write } from "./folder.ts";

const many = (text: string) =>
	Object.fromEntries(
		Array.from({ length: 12 }, (_, at) => [`src/${at}.ts`, text]),
	);

/** Cuts a run off when its journal has just been written, and gives the staging folder. */
async function cutOff(out: string, files: Readonly<Record<string, string>>) {
	// By this rename the journal gets its name; the next call is one too many.
	const from = { call: "rename", path: "journal.json~" };
	const faults = install({ under: dirname(out), kind: "die", at: 2, from });
	await generate(out, files).catch(() => {});
	faults.remove();
	bury(out);
	expect(await isCutOff(out)).toBe(true);
	return chooseStaging(out).path;
}

test("a swap keeps what did not change: number, time and permissions; and the folders' permissions", async () => {
	const out = join(folderWith(), "out");
	await generate(out, { ...many("1"), "keep/a": "a" });
	chmodSync(join(out, "keep/a"), 0o640);
	chmodSync(join(out, "src/3.ts"), 0o600);
	chmodSync(join(out, "src"), 0o700);
	const lookOf = (path: string) => {
		const { ino, mode, mtimeMs, nlink } = statSync(join(out, path));
		return { ino, mode, mtimeMs, nlink };
	};
	const before = ["keep/a", "src", "src/3.ts"].map(lookOf);
	await generate(out, { ...many("2"), "keep/a": "a" });
	const after = ["keep/a", "src", "src/3.ts"].map(lookOf);
	expect(after[0]).toEqual(before[0]);
	expect(after[1]?.mode).toBe(before[1]?.mode);
	expect(after[1]?.ino).not.toBe(before[1]?.ino);
	expect(after[2]?.mode).toBe(before[2]?.mode);
});

test("folders with files of others stay the folders that they are", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	write(out, { "src/mine": "mine", "node_modules/a/b": "theirs" });
	symlinkSync("src", join(out, "link"));
	const numbers = () =>
		["", "src", "src/mine", "node_modules"].map(
			(path) => statSync(join(out, path)).ino,
		);
	const before = numbers();
	await generate(out, many("2"));
	expect(numbers()).toEqual(before);
	expect(contentOf(join(out, "node_modules"))).toEqual({ "a/b": "theirs" });
});

test("what others put there while a folder is swapped is in the new one", async () => {
	const out = join(folderWith(), "out");
	await generate(out, { ...many("1"), "x/y/z": "1" });
	const staging = await cutOff(out, { ...many("2"), "x/y/z": "1" });
	write(out, { "src/mine": "mine", "x/dist/a": "theirs", "top/a": "theirs" });
	expect(await recoverOutput(out)).toBe("finished");
	expect(contentOf(out)).toMatchObject({
		...many("2"),
		"src/mine": "mine",
		"x/dist/a": "theirs",
		"top/a": "theirs",
	});
	expect(existsSync(staging)).toBe(false);
});

test("who waited for a run that was cut off in the midst of its steps ends it first", async () => {
	const out = join(folderWith(), "out");
	await generate(out, { ...many("1"), "x/y/z": "1" });
	const staging = await cutOff(out, { ...many("2"), "x/y/z": "1" });
	write(out, { "src/dist/a": "theirs" });
	renameSync(out, join(staging, "old"));
	await generate(out, many("3"));
	expect(contentOf(out)).toMatchObject({
		...many("3"),
		"src/dist/a": "theirs",
	});
	expect(litter(out)).toEqual([]);
});

test("what was edited since a run was cut off is not given up: the run is taken back", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	await cutOff(out, many("2"));
	write(out, { "src/3.ts": "edited" });
	expect(await recoverOutput(out)).toBe("taken back");
	const { "src/3.ts": edited, "src/4.ts": other } = contentOf(out);
	expect([edited, other]).toEqual(["edited", "1"]);
});

test("what a loss of power left of what was staged is not taken for it", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	const staging = await cutOff(out, many("2"));
	const fresh = join(staging, "new/src/3.ts");
	expect(readFileSync(fresh, "utf8")).toBe("2");
	writeFileSync(fresh, "");
	expect(await recoverOutput(out)).toBe("taken back");
	expect(contentOf(out)).toMatchObject(many("1"));
	expect(litter(out)).toEqual([]);
});

test("a journal that was made by hand moves nothing through links, and nothing that it does not list", async () => {
	const root = folderWith({ "victim/secret": "secret" });
	const out = join(root, "out");
	await generate(out, many("1"));
	const plant = (steps: unknown, after: unknown, unlisted?: string) => {
		const files = {
			".out.docwright/owner-0-0-0000000000000000-000000000000": "",
			".out.docwright/journal.json": JSON.stringify({
				version: 1,
				steps,
				before: {},
				after,
				unchanged: [],
			}),
			...(unlisted && { [`.out.docwright/new/${unlisted}`]: "evil" }),
		};
		write(root, files);
	};
	const step = { folder: false, old: false, new: true };
	const before = contentOf(out);
	plant([{ ...step, path: "../escaped" }], {}, undefined);
	await expect(recoverOutput(out)).rejects.toThrow("cannot be read");
	const empty = { "evil/a": "0".repeat(64) };
	plant([{ ...step, folder: true, path: "evil" }], empty, "evil/a");
	expect(await recoverOutput(out)).toBe("taken back");
	plant([{ ...step, folder: true, path: "evil" }], {}, "evil/a");
	expect(await recoverOutput(out)).toBe("taken back");
	plant([{ ...step, path: "got/secret" }], {});
	symlinkSync("../victim", join(root, ".out.docwright/new"));
	await expect(recoverOutput(out)).rejects.toThrow("ELOOP");
	expect(contentOf(out)).toEqual(before);
	expect(contentOf(join(root, "victim"))).toEqual({ secret: "secret" });
});

test("a staging folder that is a link is not followed", async () => {
	const root = folderWith({
		"victim/owner-0-0-0000000000000000-000000000000": "",
	});
	const out = join(root, "out");
	await generate(out, many("1"));
	symlinkSync("victim", join(root, ".out.docwright"));
	const before = stateOf(root);
	await expect(generate(out, many("2"))).rejects.toThrow("ENOTDIR");
	expect(stateOf(root)).toEqual(before);
});

test("who asks for an end while files are staged gets the old tree", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	const before = contentOf(out);
	const asked = new AbortController();
	asked.abort();
	expect(await generate(out, many("2"), asked.signal)).toBeUndefined();
	expect(contentOf(out)).toEqual(before);
	expect(litter(out)).toEqual([]);
});

test("one run waits for the other, and takes over when that is no more", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	const lock = await lockStaging(chooseStaging(out));
	const order: string[] = [];
	const waiting = generate(out, many("2")).then(() => order.push("second"));
	await setTimeout(150);
	order.push("first");
	lock?.release();
	await waiting;
	expect(order).toEqual(["first", "second"]);
	expect(contentOf(out)).toMatchObject(many("2"));

	const dead = await lockStaging(chooseStaging(out));
	bury(out);
	await generate(out, many("3"));
	expect(contentOf(out)).toMatchObject(many("3"));
	dead?.release();
	expect(litter(out)).toEqual([]);
});

test.each([
	[
		"ran before this process of the same number",
		(name: string) => name.replace(/^(owner-\d+)-\d+/, "$1-1"),
	],
	[
		"has a number that no process has",
		(name: string) => name.replace(/^owner-\d+/, "owner-2147483647"),
	],
	[
		"was on another machine, half a minute ago",
		(name: string) => name.replace(/-[0-9a-f]{16}-/, "-0123456789abcdef-"),
	],
])("an owner that %s is not waited for", async (_, other) => {
	const out = join(folderWith(), "out");
	const name = other(ownName());
	mkdirSync(join(dirname(out), ".out.docwright"));
	const file = join(dirname(out), ".out.docwright", name);
	writeFileSync(file, "");
	const past = new Date(Date.now() - 31_000);
	utimesSync(file, past, past);
	await generate(out, many("1"));
	expect(readdirSync(dirname(out))).toEqual(["out"]);
});

test("the folder that somebody stands in is not swapped", async () => {
	const out = join(folderWith(), "out");
	await generate(out, many("1"));
	const number = () => statSync(out).ino;
	const before = number();
	const cwd = process.cwd;
	process.cwd = () => join(out, "src");
	try {
		await generate(out, many("2"));
	} finally {
		process.cwd = cwd;
	}
	expect(number()).toBe(before);
	await generate(out, many("3"));
	expect(number()).not.toBe(before);
});
