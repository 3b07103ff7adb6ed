import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askOn } from "../../generator/cli/ask.ts";

/** A terminal with a person at it, who presses these keys when a question stands there. */
function person(...keys: readonly string[]) {
	const input = new PassThrough();
	const output = new PassThrough();
	const waiting = [...keys];
	output.on("data", () => {
		const key = waiting.shift();
		if (key !== undefined) setImmediate(() => input.write(key));
	});
	return askOn({ input, output });
}

const choices = ["docs", "spec"];

test("a choice is the number of the answer", async () => {
	expect(await person("\r").choose("Which?", choices)).toBe(0);
	expect(await person("\u001b[B", "\r").choose("Which?", choices)).toBe(1);
});

test("a question is answered with yes or no", async () => {
	expect(await person("y").confirm("Sure?")).toBe(true);
	expect(await person("n").confirm("Sure?")).toBe(false);
});

test("Ctrl+C leaves", async () => {
	expect(await person("\u0003").choose("Which?", choices)).toBeUndefined();
	expect(await person("\u0003").confirm("Sure?")).toBeUndefined();
});
