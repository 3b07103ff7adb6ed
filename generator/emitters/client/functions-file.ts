import { type Code, code, joinCode } from "../../code/code.ts";
import type { Declaration } from "../../code/declarations.ts";
import { importPath } from "./imports.ts";

/** A file of resources or shapes, whose exports `src/functions.ts` picks from. */
export interface Declaring {
	readonly path: string;
	readonly declarations: readonly Declaration[];
}

/**
 * All of `src/functions.ts`: the operations' functions and their types by name, and no class, which would bring all
 * operations of its resource into a bundle. A name that two files declare stands for neither, as with `export *`.
 */
export function functionsStatement(files: readonly Declaring[]): Code {
	const counts = new Map<Code, number>();
	for (const name of files.flatMap(({ declarations }) =>
		declarations.flatMap(exportedAs),
	))
		counts.set(name, (counts.get(name) ?? 0) + 1);
	const lines = files.flatMap(({ path, declarations }) => {
		const names = declarations
			.flatMap(exportedAs)
			.filter((name) => counts.get(name) === 1);
		const from = importPath("src/functions.ts", path);
		return names.length === 0
			? []
			: [code`export {\n\t${joinCode(names, code`,\n\t`)},\n} from "${from}";`];
	});
	return lines.length === 0 ? code`export {};` : joinCode(lines, code`\n`);
}

function exportedAs(declaration: Declaration): readonly Code[] {
	switch (declaration.kind) {
		case "function":
			return [declaration.name];
		case "interface":
		case "type":
			return [code`type ${declaration.name}`];
		default:
			return [];
	}
}
