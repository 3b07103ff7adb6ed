import { expect, test } from "vitest";
import { TimeOver, withinSeconds } from "../../generator/text/time-limit.ts";

test("what is done in time is returned, and what it throws is thrown", () => {
	expect(withinSeconds(10, () => withinSeconds(5, () => [1]))).toEqual([1]);
	const fault = new RangeError("too far");
	expect(() =>
		withinSeconds(10, () => {
			throw fault;
		}),
	).toThrow(fault);
});

test("what never ends is broken off, and the next one is not", () => {
	expect(() =>
		withinSeconds(0.05, () => {
			for (;;);
		}),
	).toThrow(TimeOver);
	expect(withinSeconds(10, () => 2)).toBe(2);
});
