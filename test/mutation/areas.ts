/** A part of the sources whose faults have to be seen, and the tests that are there to see them. */
export interface Area {
	readonly sources: readonly string[];
	readonly tests: readonly string[];
	/** Files for a run that has minutes, not hours. */
	readonly sample: readonly string[];
}

/** What is mutated: where a fault in silence would be a vulnerability, or a call that goes wrong. */
export const areas: Readonly<Record<string, Area>> = {
	code: {
		sources: ["generator/code/*.ts"],
		tests: ["test/code", "test/text"],
		sample: [
			"generator/code/comment.ts",
			"generator/code/literal.ts",
			"generator/code/names.ts",
			"generator/code/unseen.ts",
		],
	},
	notation: {
		sources: ["generator/notation/*.ts"],
		tests: ["test/notation"],
		sample: ["generator/notation/values.ts", "generator/notation/limited.ts"],
	},
	output: {
		sources: ["generator/output/**/*.ts"],
		tests: ["test/output"],
		sample: [
			"generator/output/safe-path.ts",
			"generator/output/read-document.ts",
			"generator/output/accept-document.ts",
		],
	},
	runtime: {
		sources: ["templates/runtime/*.ts"],
		tests: ["test/runtime", "test/behaviours"],
		sample: [
			"templates/runtime/path.ts",
			"templates/runtime/redact.ts",
			"templates/runtime/safe-url.ts",
		],
	},
};
