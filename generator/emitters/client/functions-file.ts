import { type Code, code, joinCode } from "../../code/code.ts";
import { importPath } from "./imports.ts";
import type { SourceFile } from "./source-file.ts";

/** All of `src/functions.ts`: the operations' functions, flat, with their types and the classes that have them as methods. */
export function functionsStatement(files: readonly SourceFile[]): Code {
	const lines = files.map((file) => exportAll("src/functions.ts", file));
	return lines.length === 0 ? code`export {};` : joinCode(lines, code`\n`);
}

/** Everything that a file exports; nothing of it need be loaded where it is all types. */
function exportAll(from: string, { path, declarations }: SourceFile): Code {
	const values = declarations.some(
		({ kind }) => kind !== "interface" && kind !== "type",
	);
	const what = values ? code`export *` : code`export type *`;
	return code`${what} from "${importPath(from, path)}";`;
}
