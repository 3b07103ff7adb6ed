import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { edits, follow } from "./edits.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("whatever is done to the docs, a run with a cache makes what one without makes", async () => {
	execFileSync(
		process.execPath,
		[`${root}generator/build.mjs`, "--if-needed"],
		{ cwd: root },
	);
	for (const sequence of fc.sample(edits, { numRuns: 2, seed: 7 })) {
		const { kept, differences } = await follow(`${root}spec`, sequence);
		expect(differences).toEqual([]);
		expect(kept).toBeGreaterThan(0);
	}
}, 180_000);
