import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { acceptDocument } from "../../generator/output/accept-document.ts";
import {
	decodeDocument,
	readDocument,
} from "../../generator/output/read-document.ts";
import { folderWith } from "./folder.ts";

test("what is no file is told by its errno", async () => {
	const cwd = folderWith({});
	mkdirSync(join(cwd, "folder.md"));
	expect(readDocument(join(cwd, "folder.md"))).toEqual({
		kind: "unreadable",
		errno: "EISDIR",
	});
	expect(readDocument(join(cwd, "nothing.md"))).toEqual({
		kind: "unreadable",
		errno: "ENOENT",
	});
});

test("a document may have as many bytes as are allowed, and no more", async () => {
	const cwd = folderWith({});
	const path = join(cwd, "a.md");
	writeFileSync(path, "12345");
	expect(readDocument(path, 5)).toEqual({ kind: "text", text: "12345" });
	expect(readDocument(path, 4)).toEqual({
		kind: "too-large",
		bytes: 5,
		limit: 4,
	});
});

/** Whether a start of a byte order mark is one is seen by the offset of what is broken behind it. */
test.each([
	["a mark", [0xef, 0xbb, 0xbf, 0x61, 0xff], 4, "a"],
	["no mark", [0x61, 0xff], 1, "a"],
	[
		"a character that starts like a mark",
		[0xef, 0xbb, 0xbe, 0xff],
		3,
		"\ufefe",
	],
	["another that does", [0xef, 0xbc, 0xbf, 0xff], 3, "\uff3f"],
	["another that ends like one", [0xe2, 0xbb, 0xbf, 0xff], 3, "\u2eff"],
	["an incomplete character", [0x61, 0xf0, 0x9f, 0x90], 1, "a"],
	["a character that is broken off by another", [0xf0, 0x9f, 0x61], 0, ""],
	["characters of several bytes", [0xc3, 0xa9, 0xc3, 0x28], 2, "é"],
] as const)(
	"the byte that is no UTF-8 is found behind %s",
	(_, bytes, offset, before) => {
		expect(decodeDocument(Uint8Array.from(bytes))).toEqual({
			kind: "not-utf8",
			offset,
			before,
		});
	},
);

test("a NUL is shown where it is, and is one character long", () => {
	const { report, diagnostics } = createReporter();
	const text = acceptDocument({ kind: "text", text: "a\n\0b" }, "a.md", report);
	expect(text).toBeUndefined();
	expect(diagnostics()).toMatchObject([
		{ code: "docs/nul", span: { start: { offset: 2 }, end: { offset: 3 } } },
	]);
});
