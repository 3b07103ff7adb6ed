import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faults } from "./faults.ts";
import { tryKills } from "./kills.ts";

const numbers = Array.from(
	{ length: 20 },
	(_, at) => `G${String(at + 1).padStart(2, "0")}`,
);

test("every fault is tried, or has tests that hold it", () => {
	expect(Object.keys(faults)).toEqual(numbers);
	for (const { attempts = [], tests = [] } of Object.values(faults))
		expect(attempts.length + tests.length).toBeGreaterThan(0);
});

const tests = Object.entries(faults).flatMap(([number, { tests = [] }]) =>
	tests.map(([file, title]) => ({ number, file, title })),
);

test.each(tests)("$number is held by $file: $title", ({ file, title }) => {
	const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
	expect(readFileSync(path, "utf8")).toContain(`"${title}`);
});

// `npm run test:faults` kills 200, and does all the rest.
test("runs that are killed leave the old tree or the new one", async () => {
	const { torn, faults } = await tryKills({ kills: 6, seed: 7, parts: 3 });
	expect({ torn, faults }).toEqual({ torn: 0, faults: [] });
}, 300_000);
