import { posix } from "node:path";
import { type Code, code } from "../../code/code.ts";
import type { Import } from "../../code/declarations.ts";
import { identifier, specifier } from "../../code/property.ts";
import type { Plan, ResourcePlan } from "./plan.ts";
import type { RuntimeName } from "./runtime.ts";
import type { Scope } from "./types.ts";

/** A name that a file takes from another. */
export interface Wanted {
	readonly file: string;
	readonly name: Code;
	readonly type: boolean;
}

/** The imports of a file: one for each file that it takes from, in the order of their paths. */
export function importsOf(
	from: string,
	wanted: readonly Wanted[],
): readonly Import[] {
	const files = new Map<string, Map<Code, boolean>>();
	for (const { file, name, type } of wanted) {
		if (file === from) continue;
		const names = files.get(file) ?? new Map<Code, boolean>();
		files.set(file, names.set(name, type && names.get(name) !== false));
	}
	return [...files].sort(byKey).map(([file, names]) => {
		const typeOnly = [...names.values()].every((type) => type);
		const sorted = [...names]
			.sort(byKey)
			.map(([name, type]) => (type && !typeOnly ? code`type ${name}` : name));
		return { from: importPath(from, file), names: sorted, typeOnly };
	});
}

/** The specifier that `from` imports `file` by: `../runtime/call.js`. */
export function importPath(from: string, file: string): Code {
	const path = posix.relative(posix.dirname(from), file);
	const local = path.startsWith(".") ? path : `./${path}`;
	return specifier(local.replace(/\.ts$/, ".js"));
}

/** What is taken from the runtime. */
export function fromRuntime(
	{ runtime }: Plan,
	names: Iterable<RuntimeName>,
	{ type }: Pick<Wanted, "type">,
): readonly Wanted[] {
	return [...names].map((name) => {
		const file = runtime.homes.get(name);
		if (file === undefined) throw new Error(`The runtime has no ${name}`);
		return { file, name: identifier(name), type };
	});
}

/** What a client takes of the resources right under it: their types and their trees. */
export function fromChildren({ children }: ResourcePlan): readonly Wanted[] {
	return children.flatMap(({ file, className, treeFile, tree }) => [
		{ file, name: className, type: true },
		{ file: treeFile, name: tree, type: false },
	]);
}

/** What a scope referred to: named shapes that are declared elsewhere, and types of the runtime. */
export function fromScope(
	{ plan, references, uses, calls }: Scope,
	homes: ReadonlyMap<string, string>,
): readonly Wanted[] {
	const shapes = [...references].flatMap((wire) => {
		const [file, name] = [homes.get(wire), plan.shapes.get(wire)];
		return file === undefined || name === undefined
			? []
			: [{ file, name, type: true }];
	});
	return [
		...shapes,
		...fromRuntime(plan, uses, { type: true }),
		...fromRuntime(plan, calls, { type: false }),
	];
}

function byKey(
	[a]: readonly [string, unknown],
	[b]: readonly [string, unknown],
): number {
	return a < b ? -1 : 1;
}
