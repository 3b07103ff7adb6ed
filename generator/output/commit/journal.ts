import {
	readFileSync,
	renameSync,
	rmSync,
	unlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { digestOfFile } from "../digest.ts";
import { errnoOf } from "../look-at.ts";
import type { Plan } from "../plan.ts";
import { isSafePath } from "../safe-path.ts";
import { flushFolder, flushPath } from "./flush.ts";
import { lookOf, type Staging } from "./staging.ts";
import type { Step } from "./step.ts";

/** What a run is about to do. Once it is on the disk, all of it is done, if not by this run then by the next. */
export interface Journal {
	readonly steps: readonly Step[];
	/** SHA-256 of each file that is replaced or removed, as it was, by path. */
	readonly before: ReadonlyMap<string, string>;
	/** SHA-256 of each file that is written. */
	readonly after: ReadonlyMap<string, string>;
	/** Files of ours that stay as they are. */
	readonly unchanged: ReadonlySet<string>;
}

/** While this file is there, the steps have to be taken; under its second name, only the staging folder has to go. */
const pendingName = "journal.json";
const doneName = "done.json";

const Path = v.pipe(v.string(), v.check(isSafePath));
const Digests = v.record(Path, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
const Written = v.object({
	version: v.literal(1),
	steps: v.array(
		v.strictObject({
			path: v.union([v.literal(""), Path]),
			folder: v.boolean(),
			old: v.boolean(),
			new: v.boolean(),
		}),
	),
	before: Digests,
	after: Digests,
	unchanged: v.array(Path),
});

export function journalOf(steps: readonly Step[], plan: Plan): Journal {
	const after = plan.written.map(
		(file) => [file.path, digestOfFile(file)] as const,
	);
	return {
		steps,
		before: plan.before,
		after: new Map(after),
		unchanged: new Set(plan.unchanged),
	};
}

/** Writes the journal so that it is there whole, even after a loss of power, or not at all. */
export function writeJournal({ path }: Staging, journal: Journal): void {
	const { steps, before, after, unchanged } = journal;
	const text = JSON.stringify({
		version: 1,
		steps,
		before: Object.fromEntries(before),
		after: Object.fromEntries(after),
		unchanged: [...unchanged],
	});
	const draft = join(path, `${pendingName}~`);
	writeFileSync(draft, text, { flag: "wx" });
	flushPath(draft);
	renameSync(draft, join(path, pendingName));
	try {
		flushFolder(path);
	} catch (error) {
		unlinkSync(join(path, pendingName));
		throw error;
	}
}

/**
 * Notes that all steps were taken, or all taken back. Where the disk refuses that, nothing is lost: what is left of such a
 * journal changes nothing any more.
 */
export function closeJournal({ path }: Staging): void {
	try {
		renameSync(join(path, pendingName), join(path, doneName));
	} catch (error) {
		errnoOf(error);
	}
}

/** Forgets the journal: nothing is left of what it speaks of. */
export function removeJournal({ path }: Staging): void {
	for (const name of [pendingName, doneName])
		rmSync(join(path, name), { force: true });
}

/** What a run left: steps to take, things to clear away, nothing of either, or a journal that nobody can read. */
export type Left =
	| { readonly kind: "pending" | "done"; readonly journal: Journal }
	| { readonly kind: "nothing" | "unreadable" };

export function readJournal({ path }: Staging): Left {
	for (const [kind, name] of [
		["pending", pendingName],
		["done", doneName],
	] as const) {
		const file = join(path, name);
		const found = lookOf(file);
		if (found === undefined) continue;
		const journal = found.isFile() ? parse(file) : undefined;
		return journal ? { kind, journal } : { kind: "unreadable" };
	}
	return { kind: "nothing" };
}

function parse(file: string): Journal | undefined {
	try {
		const { steps, before, after, unchanged } = v.parse(
			Written,
			JSON.parse(readFileSync(file, "utf8")),
		);
		return {
			steps,
			before: new Map(Object.entries(before)),
			after: new Map(Object.entries(after)),
			unchanged: new Set(unchanged),
		};
	} catch {
		return undefined;
	}
}
