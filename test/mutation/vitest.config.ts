import { defineConfig } from "vitest/config";

// Stryker runs the tests of one area, in a copy of the project.
const { MUTATION_TESTS = "" } = process.env;

export default defineConfig({
	test: {
		include: MUTATION_TESTS.split(",").map(
			(folder) => `${folder}/**/*.test.ts`,
		),
		// Sources with mutants in them are not typed.
		exclude: ["test/runtime/compile.test.ts"],
		testTimeout: 30_000,
	},
});
