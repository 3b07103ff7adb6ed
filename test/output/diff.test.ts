import { join } from "node:path";
import { expect, test } from "vitest";
import { diffFile, diffOutput } from "../../generator/output/diff.ts";
import { folderWith } from "./folder.ts";

test("shows added, changed and removed files as patch and git take them", async () => {
	const out = folderWith({ "b.ts": "one\ntwo\nthree\n", "c.ts": "gone\n" });
	const plan = {
		written: [
			{ path: "a.ts", text: "new\n" },
			{ path: "b.ts", text: "one\n2\nthree\n" },
		],
		removed: ["c.ts"],
		unchanged: [],
		before: new Map(),
		conflicts: [],
	};
	expect(await diffOutput(join(out), plan)).toBe(`--- /dev/null
+++ b/a.ts
@@ -0,0 +1,1 @@
+new
--- a/b.ts
+++ b/b.ts
@@ -1,3 +1,3 @@
 one
-two
+2
 three
--- a/c.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-gone
`);
});

test("no change gives no diff", async () => {
	const plan = {
		written: [],
		removed: [],
		unchanged: ["a.ts"],
		before: new Map(),
		conflicts: [],
	};
	expect(await diffOutput(folderWith(), plan)).toBe("");
});

test("two files that have nothing in common are not compared line by line", () => {
	const lines = (word: string) =>
		Array.from({ length: 5000 }, (_, index) => `${word} ${index}\n`).join("");
	expect(diffFile("a.ts", lines("old"), lines("new"))).toBe(
		"Files a/a.ts and b/a.ts differ throughout\n",
	);
});
