import { defineConfig } from "vitest/config";

// Stryker runs the tests of one area, in a copy of the project.
const tests = process.env["MUTATION_TESTS"]?.split(",") ?? [];

export default defineConfig({
	test: {
		include: tests.map((folder) => `${folder}/**/*.test.ts`),
		testTimeout: 30_000,
	},
});
