import { jsonFile } from "../../code/literal.ts";
import type { ApiModel } from "../../model/types.ts";
import type { PackageEmitterOptions } from "./options.ts";

/**
 * The text of `package.json`. Its keys are those written here: of the docs it holds the title alone, and no script runs
 * when the package is installed.
 */
export function packageJson(
	{ title }: ApiModel,
	{
		name,
		version,
		repository,
		license,
		docs,
		definitions,
		llms,
		zod,
	}: PackageEmitterOptions,
): string {
	if (!isPackageName(name))
		throw new Error(`${JSON.stringify(name)} is no name for a package`);
	if (!isVersion(version))
		throw new Error(`${JSON.stringify(version)} is no version of a package`);
	return jsonFile({
		name,
		version,
		description: `Typed client for ${title}`,
		...(license !== undefined && { license }),
		...(docs !== undefined && isWebUrl(docs) ? { homepage: docs } : {}),
		...(repository !== undefined && isWebUrl(repository)
			? { repository: { type: "git", url: gitUrl(repository) } }
			: {}),
		type: "module",
		sideEffects: false,
		engines: { node: ">=20.19" },
		exports: {
			".": entry("index"),
			"./core": entry("core"),
			"./functions": entry("functions"),
			"./resources/*": entry("resources/*"),
			"./schemas": entry("schemas"),
			"./testing": entry("testing"),
			...(zod ? { "./zod": entry("zod") } : {}),
			"./package.json": "./package.json",
		},
		main: "./dist/index.cjs",
		types: "./dist/index.d.cts",
		// For compilers that do not look at `exports`.
		typesVersions: {
			"*": {
				core: ["./dist/core.d.cts"],
				functions: ["./dist/functions.d.cts"],
				"resources/*": ["./dist/resources/*.d.cts"],
				schemas: ["./dist/schemas.d.cts"],
				testing: ["./dist/testing.d.cts"],
				...(zod ? { zod: ["./dist/zod.d.cts"] } : {}),
			},
		},
		// The changelog is there once something was released.
		files: [
			"dist",
			"UPGRADING.md",
			"CHANGELOG.md",
			...(llms ? ["llms.txt", "llms", "api.md"] : []),
		],
		scripts: {
			build: [
				`node -e "fs.rmSync('dist',{recursive:true,force:true})"`,
				"tsc -p tsconfig.build.json",
				"node build.mjs",
				...(definitions ? ["node definitions.mjs"] : []),
			].join(" && "),
			test: "vitest run",
			typecheck: "tsc --noEmit",
			reference:
				"npm --prefix reference install --no-audit --no-fund && npm --prefix reference run make",
			prepack: "node prepack.mjs && npm run build",
		},
		...(zod
			? {
					peerDependencies: { zod: "^4.6.0" },
					peerDependenciesMeta: { zod: { optional: true } },
				}
			: {}),
		devDependencies: {
			rolldown: "1.2.19",
			typescript: "7.0.2",
			vitest: "4.1.12",
			...(zod ? { zod: "4.6.7" } : {}),
		},
	});
}

/** Where a module is for those who import it and for those who require it, each with types of its own. */
function entry(module: string) {
	const at = (types: string, code: string) => ({
		types: `./dist/${module}.${types}`,
		default: `./dist/${module}.${code}`,
	});
	return { import: at("d.ts", "js"), require: at("d.cts", "cjs") };
}

/** True for a name that a registry takes for a new package. */
export function isPackageName(name: string): boolean {
	return (
		name.length <= 214 &&
		/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name) &&
		!["node_modules", "favicon.ico"].includes(name)
	);
}

/** True for a version in semantic versioning's form. */
export function isVersion(version: string): boolean {
	const number = "(?:0|[1-9]\\d*)";
	const part = `(?:${number}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
	const before = `(?:-${part}(?:\\.${part})*)?`;
	const build = "(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?";
	return (
		version.length <= 256 &&
		new RegExp(`^${number}\\.${number}\\.${number}${before}${build}$`).test(
			version,
		)
	);
}

/** As the registry writes it: `git+https://github.com/acme/hives.git`. */
function gitUrl(page: string): string {
	return `git+${page.replace(/(?:\.git)?\/*$/, "")}.git`;
}

function isWebUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
