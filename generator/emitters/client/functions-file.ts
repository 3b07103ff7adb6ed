import { type Code, code, joinCode } from "../../code/code.ts";
import { importPath } from "./imports.ts";
import type { SourceFile } from "./source-file.ts";

/** All of `src/functions.ts`: the operations' functions, flat, with their types. */
export function functionsStatement(files: readonly SourceFile[]): Code {
	const lines = files.map((file) => exportAll("src/functions.ts", file));
	return lines.length === 0 ? code`export {};` : joinCode(lines, code`\n`);
}

/** Everything that a file of functions exports; of the others, the types. */
function exportAll(from: string, { path, declarations }: SourceFile): Code {
	const values = declarations.some(({ kind }) => kind === "function");
	const what = values ? code`export *` : code`export type *`;
	return code`${what} from "${importPath(from, path)}";`;
}
