import { expect, test } from "vitest";
import { checkPaths, isSafePath } from "../../generator/output/safe-path.ts";

test("a name may have 255 bytes, of whatever characters", () => {
	expect(isSafePath(`a/${"b".repeat(255)}`)).toBe(true);
	expect(isSafePath(`a/${"b".repeat(256)}`)).toBe(false);
	expect(isSafePath(`${"é".repeat(127)}b`)).toBe(true);
	expect(isSafePath("é".repeat(128))).toBe(false);
});

test.each([
	"",
	"/a",
	"a/",
	"a//b",
	".",
	"..",
	"a/../b",
	"a/.",
	"a.",
	"a ",
	"a\\b",
	"c:",
	"nul",
	"a/COM1.md",
	"a\nb",
])("%j is not safe", (path) => {
	expect(isSafePath(path)).toBe(false);
	expect(() => checkPaths([{ path, text: "" }])).toThrow("is not safe");
});

test("two paths are not one file on any disk", () => {
	const files = (...paths: readonly string[]) =>
		paths.map((path) => ({ path, text: "" }));
	expect(() => checkPaths(files("a/B.md", "A/b.md"))).toThrow("are one file");
	expect(() => checkPaths(files("e\u0301.md", "é.md"))).toThrow("are one file");
	// No disk takes these for one.
	expect(() => checkPaths(files("ß.md", "ss.md"))).not.toThrow();
});
