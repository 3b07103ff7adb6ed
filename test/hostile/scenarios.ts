import type { HeldBy } from "../run-tests.ts";

/** An attack that is a file, a folder, a size or an environment, and the tests that hold it. */
export interface Scenario {
	readonly name: string;
	readonly tests: readonly HeldBy[];
}

/** The attacks that are no text, by number; those of `attacks.ts` that need a disk too have their tests here. */
export const scenarios: Readonly<Record<string, Scenario>> = {
	A08: {
		name: "nothing is dropped for a name that is taken",
		tests: [
			["code/names.test.ts", "names that are taken are numbered"],
			["code/member-paths.test.ts", "no two operations share a path"],
		],
	},
	A10: {
		name: "names that look alike are told apart in the code",
		tests: [
			["code/names.test.ts", "any text gives names that can be declared"],
		],
	},
	A17: {
		name: "what is printed on a terminal",
		tests: [
			["cli/generate.test.ts", "on a terminal the lines of the docs are shown"],
			[
				"cli/inspect-export.test.ts",
				"nothing from the docs reaches a terminal",
			],
			["cli/diff.test.ts", "text of the docs stays text"],
		],
	},
	A18: {
		name: "names of files on the disk",
		tests: [
			["hostile/disk.test.ts", "A18 "],
			["code/names.test.ts", "long file names are cut and stay apart"],
		],
	},
	A20: {
		name: "an output folder that is a link, or precious",
		tests: [
			[
				"output/output-folder.test.ts",
				"an output folder that is a link is refused",
			],
			[
				"output/output-folder.test.ts",
				"links inside the output folder are not followed",
			],
			[
				"output/output-folder.test.ts",
				"a stale file behind a link is not removed",
			],
			[
				"output/output-folder.test.ts",
				"the disk's root and the home folder are refused",
			],
			[
				"output/output-folder.test.ts",
				"the docs' folder, and one that holds the docs",
			],
		],
	},
	A21: {
		name: "names and versions of the package",
		tests: [["cli/usage.test.ts", "every fault of a config is told at once"]],
	},
	A25: {
		name: "links to files and addresses in docs",
		tests: [["hostile/disk.test.ts", "A25 "]],
	},
	A27: {
		name: "documents that are too large or too many",
		tests: [
			["output/docs.test.ts", "a huge document is refused unread"],
			["hostile/disk.test.ts", "A27 "],
		],
	},
	A28: {
		name: "nesting that holds up a parser",
		tests: [
			["hostile/sizes.test.ts", "$number $name"],
			[
				"markdown/limits.test.ts",
				"docs that pass a limit are an error with a place",
			],
		],
	},
	A29: {
		name: "JSON that is deep, wide or long",
		tests: [["hostile/sizes.test.ts", "$number $name"]],
	},
	A30: {
		name: "very many of one thing",
		tests: [["hostile/sizes.test.ts", "$number $name"]],
	},
	A31: {
		name: "types that lead to themselves",
		tests: [["hostile/sizes.test.ts", "A31 "]],
	},
	A32: {
		name: "docs that say nothing",
		tests: [
			["output/docs.test.ts", "an empty document is a document"],
			["hostile/disk.test.ts", "A32 "],
		],
	},
	A33: {
		name: "documents that are no text",
		tests: [
			["cli/bad-input.test.ts", ""],
			["output/docs.test.ts", "a document with a NUL is not text"],
			["output/docs.test.ts", "a byte order mark is not part of the text"],
		],
	},
	A34: {
		name: "line ends of any kind",
		tests: [
			["properties/reading.test.ts", "give the same model apart from offsets"],
			["hostile/disk.test.ts", "A34 "],
		],
	},
	A35: {
		name: "documents that cannot be opened",
		tests: [
			["output/docs.test.ts", "what cannot be read is said"],
			["output/docs.test.ts", "links are followed inside the folder only"],
			["hostile/disk.test.ts", "A35 "],
		],
	},
	A37: {
		name: "configs that lie in the docs",
		tests: [
			["cli/usage.test.ts", "a config that lies in the docs is not run"],
			["cli/bin.test.ts", "what lies in the working folder does not change"],
			["cli/diff.test.ts", "a config that lies in the docs that are compared"],
		],
	},
	A38: {
		name: "a cache that was tampered with",
		tests: [
			["cli/cache.test.ts", "is noticed, whatever its size and time"],
			["cli/cache.test.ts", "is checked by what is on the disk"],
		],
	},
	A39: {
		name: "objects that were changed for the whole process",
		tests: [["hostile/disk.test.ts", "A39 "]],
	},
};
