import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checklist } from "./checklist.ts";
import { numbersOf } from "./numbers.ts";

/** For each number the files with a string that begins with it, as the titles of tests do. */
const titled = new Map<string, Set<string>>();
for (const folder of ["../behaviours/", "../runtime/"]) {
	const path = fileURLToPath(new URL(folder, import.meta.url));
	for (const name of readdirSync(path)) {
		if (!/(?<!checklist)\.test\.ts$/.test(name)) continue;
		const text = readFileSync(path + name, "utf8");
		for (const [, title = ""] of text.matchAll(/["'`]([BRP]\d[^"'`\n]*)/g))
			for (const number of numbersOf(title))
				titled.set(number, (titled.get(number) ?? new Set()).add(name));
	}
}

test("the list is whole", () => {
	const count = (kind: string) =>
		Object.keys(checklist).filter((number) => number.startsWith(kind)).length;
	expect(["B", "R", "P"].map(count)).toEqual([94, 35, 20]);
});

// What goes wrong goes wrong in several places; what a client does otherwise is told once.
test.each(Object.keys(checklist))("there are tests of %s", (number) => {
	const files = [...(titled.get(number) ?? [])];
	if (number.startsWith("R")) expect(files).not.toEqual([]);
	else expect(files).toHaveLength(1);
});

test("no test has a number of its own", () => {
	const used = [...titled.keys()];
	expect(used.filter((number) => !Object.hasOwn(checklist, number))).toEqual(
		[],
	);
});
