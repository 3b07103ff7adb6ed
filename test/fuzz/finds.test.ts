import { describe, expect, test } from "vitest";
import { findsOf, seedsOf } from "./seeds.ts";
import { isTarget, longest, targets } from "./targets.ts";

describe.each(Object.keys(targets).filter(isTarget))("%s", (target) => {
	test.each(findsOf(target))(
		"what was found once is right: $name",
		({ bytes }) => {
			expect(targets[target](bytes)).toEqual([]);
		},
		longest * 1000,
	);

	test("what fuzzers begin with is right", { timeout: 60_000 }, () => {
		const seeds = seedsOf(target);
		expect(seeds.length).toBeGreaterThan(100);
		for (const bytes of seeds) expect(targets[target](bytes)).toEqual([]);
	});
});
