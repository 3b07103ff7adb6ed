import { execFileSync } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Docs, loadDocs } from "../../generator/output/docs.ts";
import { printPlace } from "../../generator/text/span.ts";
import { folderWith } from "./folder.ts";

function load(root: string, ...patterns: string[]): Promise<Docs> {
	return loadDocs({ patterns, base: root, root });
}

function names({ documents }: Docs): readonly string[] {
	return documents.map(({ file }) => file);
}

function faults({ diagnostics }: Docs): readonly string[] {
	return diagnostics.map(
		({ code, span, message }) => `${printPlace(span)} ${code} ${message}`,
	);
}

test("finds the documents of a folder, sorted by name", async () => {
	const root = folderWith({
		"spec/b.md": "b",
		"spec/B.MD": "B",
		"spec/a/z.txt": "z",
		"spec/a.mdx": "a",
		"spec/c.markdown": "c",
		"spec/image.png": "no",
		"spec/.hidden/h.md": "no",
		"spec/node_modules/n/README.md": "no",
	});
	const docs = await load(root, "spec");
	expect(names(docs)).toEqual([
		"spec/B.MD",
		"spec/a.mdx",
		"spec/a/z.txt",
		"spec/b.md",
		"spec/c.markdown",
	]);
	expect(docs.diagnostics).toEqual([]);
});

test("finds files and globs, each document once and in one order", async () => {
	const root = folderWith({ "spec/a.md": "a", "spec/b.md": "b", "c.md": "c" });
	const docs = await load(root, "spec/b.md", "**/*.md", "spec");
	expect(names(docs)).toEqual(["c.md", "spec/a.md", "spec/b.md"]);
	const turned = await load(root, "spec", "**/*.md", "spec/b.md");
	expect(turned.documents).toEqual(docs.documents);
});

test("a file whose name looks like a glob is a file", async () => {
	const root = folderWith({ "a[1].md": "one", "a1.md": "two" });
	expect(names(await load(root, "a[1].md"))).toEqual(["a[1].md"]);
});

test("passes over the output folder", async () => {
	const root = folderWith({ "a.md": "a", "generated/README.md": "no" });
	const out = join(root, "generated");
	for (const pattern of [".", "**/*.md"]) {
		const request = { patterns: [pattern], base: root, root, out };
		expect(names(await loadDocs(request))).toEqual(["a.md"]);
	}
});

test("names documents outside the root without a machine's path", async () => {
	const root = folderWith({
		"one/docs/a.md": "a",
		"two/docs/b/c.md": "c",
		"lone/d.md": "d",
		"project/docs/e.md": "e",
		"project/f.md": "f",
	});
	const project = join(root, "project");
	const load = (...patterns: string[]) =>
		loadDocs({ patterns, base: project, root: project });
	expect(names(await load("../lone", "f.md"))).toEqual(["f.md", "lone/d.md"]);
	expect(names(await load("../lone/d.md"))).toEqual(["lone/d.md"]);
	expect(names(await load("../two/**/*.md"))).toEqual(["two/docs/b/c.md"]);
	expect(names(await load("../one/docs", "../two/docs"))).toEqual([
		"one/docs/a.md",
		"two/docs/b/c.md",
	]);
});

test("a document outside the root never takes the name of one inside", async () => {
	const root = folderWith({
		"other/docs/a.md": "out",
		"project/docs/a.md": "in",
	});
	const project = join(root, "project");
	const patterns = ["docs", "../other/docs"];
	const docs = await loadDocs({ patterns, base: project, root: project });
	expect(docs.documents).toEqual([
		{ file: "docs/a.md", text: "in" },
		{ file: "other/docs/a.md", text: "out" },
	]);
	expect(docs.paths.get("other/docs/a.md")).toBe(join(root, "other/docs/a.md"));
});

test("says which argument no document matches", async () => {
	const root = folderWith({
		"spec/a.md": "a",
		"empty/x.png": "no",
		"b.json": "{}",
	});
	const docs = await load(root, "spec", "nowhere", "empty", "b.json", "*.mdx");
	expect(names(docs)).toEqual(["spec/a.md"]);
	expect(faults(docs)).toEqual([
		"*.mdx:1:1 docs/not-found No documents match *.mdx",
		"b.json:1:1 docs/not-found No documents match b.json",
		"empty:1:1 docs/not-found No documents match empty",
		"nowhere:1:1 docs/not-found No documents match nowhere",
	]);
});

test("an empty document is a document", async () => {
	const docs = await load(folderWith({ "a.md": "", "b.md": " \n" }), ".");
	expect(names(docs)).toEqual(["a.md", "b.md"]);
	expect(docs.diagnostics).toEqual([]);
});

test.each([
	["Latin 1", Buffer.from("one\ncaf\xe9 two", "latin1"), "2:4", 7],
	["an overlong form", Buffer.from([0x61, 0xc0, 0xaf]), "1:2", 1],
	["a lone surrogate", Buffer.from([0xed, 0xa0, 0x80]), "1:1", 0],
	["a character that is cut off", Buffer.from("a\n€").subarray(0, 4), "2:1", 2],
	["UTF-16", Buffer.from("\ufeffab", "utf16le"), "1:1", 0],
	[
		"a byte order mark before it",
		Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]),
		"1:2",
		4,
	],
])(
	"%s is not UTF-8, and the byte is named",
	async (_, bytes, place, offset) => {
		const docs = await load(folderWith({ "a.md": bytes }), "a.md");
		expect(docs.documents).toEqual([]);
		expect(faults(docs)).toEqual([
			`a.md:${place} docs/not-utf8 The document is not UTF-8: byte ${offset} cannot be decoded`,
		]);
	},
);

test("a byte order mark is not part of the text", async () => {
	const docs = await load(folderWith({ "a.md": "\ufeff# A" }), "a.md");
	expect(docs).toMatchObject({ documents: [{ text: "# A" }], diagnostics: [] });
});

test("a document with a NUL is not text", async () => {
	const docs = await load(folderWith({ "a.md": "a\nb\0c" }), "a.md");
	expect(docs.documents).toEqual([]);
	expect(faults(docs)).toEqual([
		"a.md:2:2 docs/nul The document holds a NUL character, so it is not text",
	]);
});

test("what cannot be read is said, and the rest is read", async () => {
	const root = folderWith({ "spec/a.md": "a" });
	mkdirSync(join(root, "spec/folder.md"));
	symlinkSync("nowhere", join(root, "spec/dangling.md"));
	symlinkSync("loop.md", join(root, "spec/loop.md"));
	execFileSync("bash", ["-c", 'mkfifo "$0"', join(root, "spec/pipe.md")]);
	const docs = await load(root, "spec");
	expect(names(docs)).toEqual(["spec/a.md"]);
	expect(faults(docs)).toEqual([
		"spec/dangling.md:1:1 docs/unreadable The document cannot be read (ENOENT)",
		"spec/folder.md:1:1 docs/unreadable The document cannot be read (EISDIR)",
		"spec/loop.md:1:1 docs/unreadable The document cannot be read (ELOOP)",
		"spec/pipe.md:1:1 docs/unreadable The document cannot be read (not a regular file)",
	]);
	expect(faults(await load(root, "spec/dangling.md"))).toEqual([
		"spec/dangling.md:1:1 docs/unreadable The document cannot be read (ENOENT)",
	]);
});

test.skipIf(process.getuid?.() === 0)(
	"a document that may not be read is said to be so",
	async () => {
		const root = folderWith({ "a.md": "a" });
		chmodSync(join(root, "a.md"), 0o000);
		expect(faults(await load(root, "a.md"))).toEqual([
			"a.md:1:1 docs/unreadable The document cannot be read (EACCES)",
		]);
	},
);

test("links are followed inside the folder only", async () => {
	const root = folderWith({
		"spec/a.md": "a",
		"spec/plain": "p",
		"secret.md": "secret",
		"more/b.md": "b",
	});
	symlinkSync("a.md", join(root, "spec/twin.md"));
	symlinkSync("plain", join(root, "spec/plain.md"));
	symlinkSync("../secret.md", join(root, "spec/leak.md"));
	symlinkSync("../more", join(root, "spec/more"));
	const docs = await load(root, "spec");
	expect(names(docs)).toEqual(["spec/a.md", "spec/plain.md"]);
	expect(docs.diagnostics.map(({ code, span }) => [code, span.file])).toEqual([
		["docs/outside", "spec/leak.md"],
		["docs/outside", "spec/more"],
	]);
	const matched = await load(root, "spec/*.md");
	expect(names(matched)).toEqual(["spec/a.md", "spec/plain.md"]);
	expect(names(await load(root, "spec/leak.md"))).toEqual(["spec/leak.md"]);
});

test("a huge document is refused unread", async () => {
	const root = folderWith();
	writeFileSync(join(root, "a.md"), "");
	truncateSync(join(root, "a.md"), 40 * 1024 * 1024);
	expect(faults(await load(root, "a.md"))).toEqual([
		"a.md:1:1 docs/too-large The document has 41943040 bytes, and the limit is 33554432",
	]);
});
