import { type Code, code, joinCode } from "../../code/code.ts";
import { identifier } from "../../code/property.ts";
import { importPath } from "./imports.ts";
import { publicNames, type Runtime } from "./runtime.ts";

/** The statements by which `from` passes on what users of the client write down of the runtime. */
export function runtimeExports(
	runtime: Runtime,
	from: string,
): readonly Code[] {
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
			code`export { ${joinCode(names, code`, `)} } from "${importPath(from, file)}";`,
	);
}
