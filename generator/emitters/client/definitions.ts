import { jsonFile } from "../../code/literal.ts";
import type { OutputFile } from "../../text/output-file.ts";
import type { Plan } from "./plan.ts";

/** Where a document stands and the line and column in it, both from 1. */
type Place = readonly [document: string, line: number, column: number];

/**
 * `definitions.json`, for the build of the package: where the docs state the operations that the declarations of each
 * source file name, as `Interface.method` or as a function. `docs` is the way from the package to what names of
 * documents start at.
 */
export function definitionsFile({ resources }: Plan, docs: string): OutputFile {
	const places = resources.flatMap((resource) => {
		const { className, members, operations, file, functionsFile } = resource;
		const home = members.length === 0 ? "client" : moduleOf(file);
		const module = moduleOf(functionsFile);
		return operations.flatMap(({ operation, member, functionName }) => {
			const { file, start } = operation.origins[0].span;
			const place: Place = [file, start.line, start.column];
			return [
				{ module: home, name: `${className}.${member}`, place },
				{ module, name: `${functionName}`, place },
			];
		});
	});
	const modules = [...new Set(places.map(({ module }) => module))].sort();
	const files = Object.fromEntries(
		modules.map((module) => [
			module,
			Object.fromEntries(
				places
					.filter((each) => each.module === module)
					.map(({ name, place }) => [name, place]),
			),
		]),
	);
	return { path: "definitions.json", text: jsonFile({ docs, files }) };
}

/** `resources/zones` for `src/resources/zones.ts`. */
function moduleOf(file: string): string {
	return file.replace(/^src\/|\.ts$/g, "");
}
