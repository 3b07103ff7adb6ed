import { manifestPath } from "./manifest.ts";

/**
 * What is written to an output folder, as globs from there: all of it, and nothing that is installed, built or written by
 * hand beside it.
 */
export const outputGlobs: readonly string[] = [
	manifestPath,
	".gitignore",
	"README.md",
	"UPGRADING.md",
	"api.md",
	"build.mjs",
	"definitions.json",
	"definitions.mjs",
	"fixtures/**",
	"model.json",
	"openapi.json",
	"package.json",
	"prepack.mjs",
	"reference/package.json",
	"reference/typedoc.json",
	"src/**",
	"test/**",
	"tsconfig.json",
	"tsconfig.build.json",
	"vitest.config.ts",
];
