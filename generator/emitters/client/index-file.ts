import { type Code, code, joinCode } from "../../code/code.ts";
import { identifier } from "../../code/property.ts";
import { importPath } from "./imports.ts";
import type { Plan } from "./plan.ts";
import { publicNames } from "./runtime.ts";

/** All of `src/index.ts`: everything that users of the package may import. */
export function indexStatement(plan: Plan, files: readonly string[]): Code {
	const { className } = plan;
	const from = (file: string) => importPath("src/index.ts", file);
	const lines = [
		code`export { ${className}, ${className} as default } from "${from("src/client.ts")}";`,
		code`export { type ClientOptions, createClient } from "${from("src/core.ts")}";`,
		...files.map((file) => code`export * from "${from(file)}";`),
		...runtimeExports(plan),
	];
	return joinCode(
		lines,
		code`
`,
	);
}

function runtimeExports({ runtime }: Plan): readonly Code[] {
	const byFile = new Map<string, Code[]>();
	for (const name of publicNames(runtime)) {
		const home = runtime.homes.get(name) ?? "";
		const type = runtime.types.has(name) ? code`type ` : code``;
		byFile.set(home, [
			...(byFile.get(home) ?? []),
			code`${type}${identifier(name)}`,
		]);
	}
	return [...byFile].map(
		([file, names]) =>
			code`export { ${joinCode(names, code`, `)} } from "${importPath("src/index.ts", file)}";`,
	);
}
