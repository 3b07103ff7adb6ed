import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOutput } from "../../generator/output/commit/change-output.ts";
import {
	openOutput,
	planFolder,
} from "../../generator/output/output-folder.ts";

const path = fc.constantFrom("a.ts", "b/a.ts", "b/c/a.ts", "b/c/d.ts", "e");
const files = fc.dictionary(path, fc.constantFrom("1\n", "2\n"), {
	noNullPrototype: true,
});

/** A run with these files, or a person who puts a file there. */
const step = fc.oneof(
	fc.record({ kind: fc.constant("run" as const), files, force: fc.boolean() }),
	fc.record({
		kind: fc.constant("person" as const),
		path: fc.oneof(path, fc.constantFrom("mine", "b/mine", "b/c/mine")),
	}),
);

test("no sequence of runs loses a file that a person put there", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
			const out = mkdtempSync(join(realpathSync(tmpdir()), "docwright-"));
			try {
				await follow(out, steps);
			} finally {
				rmSync(out, { recursive: true });
			}
		}),
		{ numRuns: 150 },
	);
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function follow(out: string, steps: readonly Step[]): Promise<void> {
	const mine = new Map<string, string>();
	const ours = new Set<string>();
	for (const [index, step] of steps.entries()) {
		if (step.kind === "person") {
			if (ours.has(step.path) || !put(join(out, step.path), `mine ${index}`))
				continue;
			mine.set(step.path, `mine ${index}`);
			continue;
		}
		const opened = await openOutput({
			out,
			shown: "out",
			docs: [],
			force: step.force,
		});
		if ("message" in opened) continue;
		const list = Object.entries(step.files).map(([path, text]) => ({
			path,
			text,
		}));
		const fits = list.every(({ path }) =>
			list.every((other) => !other.path.startsWith(`${path}/`)),
		);
		if (!fits) continue;
		const plan = await planFolder(opened, list);
		if (plan.conflicts.length > 0) continue;
		await changeOutput({ out, plan: async () => plan });
		ours.clear();
		for (const file of list) ours.add(file.path);
		expect(list.filter(({ path }) => mine.has(path))).toEqual([]);
		for (const [path, text] of mine)
			expect(readFileSync(join(out, path), "utf8")).toBe(text);
		for (const { path, text } of list)
			expect(readFileSync(join(out, path), "utf8")).toBe(text);
	}
}

/** False when something is in the way. */
function put(path: string, text: string): boolean {
	try {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return true;
	} catch {
		return false;
	}
}
