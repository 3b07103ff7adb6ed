import { type Code, code, joinCode } from "../../code/code.ts";
import { importPath } from "./imports.ts";
import type { Plan } from "./plan.ts";

/** All of `src/index.ts`: the client, what comes with it, and every type; functions and classes of resources have modules of their own. */
export function indexStatement(plan: Plan, files: readonly string[]): Code {
	const { className } = plan;
	const from = (file: string) => importPath("src/index.ts", file);
	const lines = [
		code`export { ${className}, ${className} as default } from "${from("src/client.ts")}";`,
		code`export * from "${from("src/core.ts")}";`,
		...files.map((file) => code`export type * from "${from(file)}";`),
	];
	return joinCode(
		lines,
		code`
`,
	);
}
