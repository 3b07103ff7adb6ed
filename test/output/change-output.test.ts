import { cpSync, existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
	isCutOff,
	recoverOutput,
} from "../../generator/output/commit/change-output.ts";
import { install } from "../faults/faulty-fs.mjs";
import { bury, contentOf, type Files, generate, litter } from "./changes.ts";
import { folderWith, write } from "./folder.ts";

// Hundreds of runs each: where there is a disk in memory, they need not wait for another.
if (existsSync("/dev/shm")) vi.stubEnv("TMPDIR", "/dev/shm");

const several = (count: number, text: string, folder = "src") =>
	Object.fromEntries(
		Array.from({ length: count }, (_, at) => [`${folder}/${at}.ts`, text]),
	);

interface Situation {
	/** What people put there. */
	readonly mine: Files;
	/** What there is to begin with; nothing for no output at all. */
	readonly first?: Files;
	readonly second: Files;
	/** Nothing can be staged beside the output. */
	readonly inside?: boolean;
}

const situations: Readonly<Record<string, Situation>> = {
	"no output yet": { mine: {}, second: { ...several(3, "1"), "a/b/c": "1" } },
	"all of it ours, much of it changed": {
		mine: {},
		first: { ...several(12, "1"), "keep/1": "1", "gone/1": "1" },
		second: { ...several(12, "2"), "keep/1": "1", "new/1": "2" },
	},
	"all of it ours, a little changed": {
		mine: {},
		first: { ...several(12, "1"), "gone/1": "1", "gone/2": "1", "x/gone": "1" },
		second: { ...several(12, "1"), "src/3.ts": "2", "new/1": "2" },
	},
	"files of others in it": {
		mine: { "notes.md": "mine", "src/mine.ts": "mine", "gone/mine": "mine" },
		first: {
			...several(3, "1"),
			...several(12, "1", "fixtures"),
			"gone/1": "1",
			"empty/1": "1",
		},
		second: { ...several(3, "2"), ...several(12, "2", "fixtures"), new: "2" },
	},
	"nothing may lie beside it": {
		mine: {},
		inside: true,
		first: { ...several(12, "1"), "gone/1": "1", a: "1" },
		second: { ...several(12, "2"), b: "2" },
	},
};

/** Sets a situation up; the function does so again, elsewhere, and gives the output and the trees that may be there in the end. */
async function prepare({ mine, first, second, inside }: Situation) {
	// A name that is too long for another in front of it and behind it.
	const name = inside ? "o".repeat(200) : "out";
	const model = join(folderWith(), name);
	if (first !== undefined) await generate(model, first);
	write(model, mine);
	if (first === undefined) rmSync(model, { recursive: true, force: true });
	const old = contentOf(model);
	const wanted = join(folderWith(), name);
	await generate(wanted, second);
	const fresh = { ...contentOf(wanted), ...mine };
	return () => {
		const out = join(folderWith(), name);
		if (existsSync(model)) cpSync(model, out, { recursive: true });
		return { out, old, fresh, second };
	};
}

/** Of an odd number, so that each call meets all of them as the code changes. */
const errnos = ["ENOSPC", "EIO", "EMFILE", "EACCES", "EROFS"];

/** Every how-manieth call is tried; `npm run test:faults` tries all. */
const { DOCWRIGHT_TEST_STRIDE = "5" } = process.env;
const stride = Number(DOCWRIGHT_TEST_STRIDE);

describe.each(Object.entries(situations))("%s", (_, situation) => {
	test("a change ends in what was asked for, and leaves nothing lying about", async () => {
		const { out, fresh, second } = (await prepare(situation))();
		await generate(out, second);
		expect(contentOf(out)).toEqual(fresh);
		expect(litter(out)).toEqual([]);
	});

	test("an end at any call of the file system is one before or after the change", async () => {
		const ends = { old: 0, new: 0 };
		const setUp = await prepare(situation);
		for (let at = 1; ; at += stride) {
			const { out, old, fresh, second } = setUp();
			const faults = install({ under: dirname(out), kind: "die", at });
			const done = await generate(out, second).then(
				() => true,
				() => false,
			);
			faults.remove();
			if (faults.calls() < at) {
				expect(done).toBe(true);
				break;
			}
			bury(out);
			const cutOff = await isCutOff(out);
			const recovery = await recoverOutput(out);
			if (cutOff) expect(recovery, `call ${at}`).toBe("finished");
			const found = contentOf(out);
			const isNew = isDeepStrictEqual(found, fresh);
			if (isNew) ends.new++;
			else {
				expect(found, `call ${at}`).toEqual(old);
				ends.old++;
			}
			expect(litter(out), `call ${at}`).toEqual([]);
			await generate(out, second);
			expect(contentOf(out)).toEqual(fresh);
		}
		expect(Math.min(ends.old, ends.new)).toBeGreaterThan(0);
	}, 60_000);

	test("a call that fails leaves the old tree, with the fault's name, or does no harm", async () => {
		const setUp = await prepare(situation);
		for (let at = 1; ; at += stride) {
			const { out, old, fresh, second } = setUp();
			const errno = errnos[at % errnos.length] ?? "EIO";
			const faults = install({ under: dirname(out), kind: "fail", at, errno });
			const error = await generate(out, second).then(
				() => undefined,
				(error: unknown) => error,
			);
			faults.remove();
			if (faults.calls() < at) break;
			if (error === undefined) expect(contentOf(out), `${at}`).toEqual(fresh);
			else {
				expect(String(error), `call ${at}`).toContain(errno);
				expect(contentOf(out), `call ${at}: ${error}`).toEqual(old);
			}
			expect(litter(out), `call ${at}: ${error}`).toEqual([]);
		}
	}, 60_000);
});
