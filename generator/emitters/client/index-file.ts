import { type Code, code, joinCode } from "../../code/code.ts";
import { importPath } from "./imports.ts";
import type { Plan } from "./plan.ts";

/** All of `src/index.ts`: everything that users of the package may import. */
export function indexStatement(plan: Plan, files: readonly string[]): Code {
	const { className } = plan;
	const from = (file: string) => importPath("src/index.ts", file);
	const lines = [
		code`export { ${className}, ${className} as default } from "${from("src/client.ts")}";`,
		code`export * from "${from("src/core.ts")}";`,
		...files.map((file) => code`export * from "${from(file)}";`),
	];
	return joinCode(
		lines,
		code`
`,
	);
}
