import type { HeldBy } from "../run-tests.ts";
import type { Amounts, Attempt } from "./attempt.ts";
import { failCalls, failInside } from "./calls.ts";
import { runAtOnce } from "./concurrent.ts";
import { fillDisk, mountOutputs } from "./disks.ts";
import { killRuns } from "./kill-runs.ts";
import { compareRuns, editDocs, editOne, findTraces } from "./sameness.ts";
import {
	exitCodes,
	interrupt,
	pins,
	stripSurroundings,
} from "./surroundings.ts";

/** A fault that a generator may meet, what is done to real runs to see what comes of it, and the tests that hold the rest. */
export interface Fault {
	readonly name: string;
	readonly attempts?: readonly ((amounts: Amounts) => Promise<Attempt>)[];
	readonly tests?: readonly HeldBy[];
}

const folder = "output/output-folder.test.ts";
const change = "output/change-output.test.ts";
const swap = "output/swap.test.ts";

/** By number. */
export const faults: Readonly<Record<string, Fault>> = {
	G01: {
		name: "a kill at any moment",
		attempts: [killRuns],
		tests: [
			[change, "an end at any call of the file system"],
			[swap, "what others put there while a folder is swapped"],
			[swap, "what was edited since a run was cut off"],
			[swap, "what a loss of power left"],
			[swap, "a journal that was made by hand"],
		],
	},
	G02: {
		name: "a call of the file system that fails, and a full disk",
		attempts: [failCalls, fillDisk],
		tests: [
			[change, "a call that fails leaves the old tree"],
			[folder, "a fault of the disk says which file"],
		],
	},
	G03: {
		name: "runs at the same time",
		attempts: [runAtOnce],
		tests: [
			[swap, "one run waits for the other"],
			[swap, "an owner that "],
		],
	},
	G04: {
		name: "an output folder that is not fit",
		attempts: [mountOutputs],
		tests: [
			["cli/generate.test.ts", "an output folder that is not fit"],
			[folder, "a folder that is a file, lies below one"],
			[folder, "the disk's root and the home folder"],
			[folder, "the docs' folder, and one that holds the docs"],
			[folder, "an output folder that is a link"],
			[folder, "links inside the output folder are not followed"],
			[swap, "a staging folder that is a link is not followed"],
		],
	},
	G05: {
		name: "files of others in the output folder",
		tests: [
			["output/foreign-files.test.ts", "no sequence of runs loses a file"],
			[swap, "folders with files of others stay"],
			[folder, "files of others survive"],
			[folder, "a foreign file in the way is never touched"],
			[folder, "a file that was edited by hand is kept"],
			[folder, "only what differs is written"],
		],
	},
	G06: { name: "other machines, times and languages", attempts: [compareRuns] },
	G07: { name: "traces of this machine and this day", attempts: [findTraces] },
	G08: {
		name: "a second run",
		tests: [
			["cli/bin.test.ts", "generates, finds nothing to do"],
			[folder, "a second run writes nothing"],
			[swap, "a swap keeps what did not change"],
		],
	},
	G09: {
		name: "documents in another order",
		tests: [
			[
				"properties/reading.test.ts",
				"the order of documents makes no difference",
			],
		],
	},
	G10: {
		name: "line ends, byte order marks and forms of letters",
		attempts: [editDocs],
		tests: [
			["hostile/disk.test.ts", "A34 "],
			["properties/reading.test.ts", "a byte order mark makes no difference"],
			[folder, "emitters may not make "],
		],
	},
	G11: {
		name: "one edit",
		attempts: [editOne],
		tests: [["edits/edits.test.ts", "whatever is done to the docs"]],
	},
	G12: {
		name: "a cache that is cut off, old or changed",
		tests: [
			["cli/cache.test.ts", "entries that are "],
			["cli/cache.test.ts", "is noticed, whatever its size and time"],
			["cli/cache.test.ts", "one document that changed is read"],
		],
	},
	G13: {
		name: "docs that are edited under watch",
		tests: [
			["cli/watch.test.ts", "ends in the bytes of a one-shot run"],
			["cli/watch.test.ts", "its own output, hidden files and others"],
			["cli/watch.test.ts", "docs may be missing at first"],
		],
	},
	G14: {
		name: "signals and closed pipes",
		attempts: [interrupt],
		tests: [
			["cli/bin.test.ts", "interrupted before it writes"],
			["cli/bin.test.ts", "a second signal does not wait"],
			["cli/bin.test.ts", "a reader that goes away is no fault"],
			[swap, "who asks for an end while files are staged"],
		],
	},
	G15: {
		name: "exit codes",
		attempts: [exitCodes],
		tests: [["cli/bin.test.ts", "docwright "]],
	},
	G16: {
		name: "faults of our own",
		attempts: [failInside],
		tests: [
			["cli/generate.test.ts", "a fault of ours: exit 70"],
			["cli/generate.test.ts", "emitters that give one path twice"],
			["output/crash-report.test.ts", "a report says where our code failed"],
			["output/crash-report.test.ts", "nobody else may read it"],
			["output/crash-report.test.ts", "where none can be written"],
		],
	},
	G17: {
		name: "docs beyond the limits",
		tests: [
			["hostile/disk.test.ts", "A27 "],
			["hostile/sizes.test.ts", "$number $name"],
			["output/docs.test.ts", "a huge document is refused unread"],
		],
	},
	G18: {
		name: "a check",
		// On a disk that is read-only: see G04.
		tests: [
			["cli/generate.test.ts", "--check shows what would change"],
			["cli/generate.test.ts", "--check passes on what was generated"],
			[
				"cli/generate.test.ts",
				"--check of an output that a run was cut off in",
			],
		],
	},
	G19: {
		name: "an update of what it is made with",
		attempts: [pins],
	},
	G20: {
		name: "no home, no locale, no terminal, no network",
		attempts: [stripSurroundings],
	},
};
