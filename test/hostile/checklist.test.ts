import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { attacks } from "./attacks.ts";
import { scenarios } from "./scenarios.ts";

const numbers = Array.from(
	{ length: 40 },
	(_, at) => `A${String(at + 1).padStart(2, "0")}`,
);

test("every attack has texts to try, or tests that hold it", () => {
	const held = new Set([...Object.keys(attacks), ...Object.keys(scenarios)]);
	expect([...held].sort()).toEqual(numbers);
});

const tests = Object.entries(scenarios).flatMap(([number, { tests }]) =>
	tests.map(([file, title]) => ({ number, file, title })),
);

test.each(tests)("$number is held by $file: $title", ({ file, title }) => {
	const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
	expect(readFileSync(path, "utf8")).toContain(`"${title}`);
});
