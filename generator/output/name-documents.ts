import { relative, sep } from "node:path";
import { isWithin } from "./look-at.ts";

/** A path and the folder of the argument that led to it; both absolute. */
interface Located {
	readonly path: string;
	readonly folder: string;
}

/**
 * Names documents without saying where they lie on this machine: from `root` where they lie below it, else from the last
 * folder of the argument, `docs/a.md`. Folders of the same name take parents until they differ.
 */
export function nameDocuments(
	documents: readonly Located[],
	root: string,
): ReadonlyMap<string, string> {
	const outside = [...new Set(documents.map(({ folder }) => folder))];
	const depths = new Map(outside.map((folder) => [folder, 1]));
	for (;;) {
		const names = new Map(
			documents.map((document) => [
				document.path,
				nameOf(document, root, depths),
			]),
		);
		const clashing = clashes(documents, names, root, depths);
		if (clashing.size === 0) return names;
		for (const folder of clashing)
			depths.set(folder, (depths.get(folder) ?? 1) + 1);
	}
}

function nameOf(
	{ path, folder }: Located,
	root: string,
	depths: ReadonlyMap<string, number>,
): string {
	if (isWithin(root, path)) return slashed(relative(root, path));
	const inside = slashed(relative(folder, path));
	return [label(folder, depths.get(folder) ?? 1), inside]
		.filter((part) => part !== "")
		.join("/");
}

/** The last `depth` folders; when there are no more of them, a number tells them apart. */
function label(folder: string, depth: number): string {
	const parts = folder
		.split(sep)
		.filter((part) => !/^(|[A-Za-z]:)$/.test(part));
	const label = parts.slice(-depth).join("/");
	return depth > parts.length ? `${label || "docs"}-${depth}` : label;
}

/** The folders outside the root whose label, or a document of which, is named like another. */
function clashes(
	documents: readonly Located[],
	names: ReadonlyMap<string, string>,
	root: string,
	depths: ReadonlyMap<string, number>,
): ReadonlySet<string> {
	const outside = documents.filter(({ path }) => !isWithin(root, path));
	const labels = new Map<string, Set<string>>();
	const owners = new Map<string, Set<string>>();
	for (const { folder } of outside)
		add(labels, label(folder, depths.get(folder) ?? 1), folder);
	for (const { path } of documents) add(owners, names.get(path) ?? "", path);
	const found = new Set<string>();
	for (const { path, folder } of outside) {
		const twins = labels.get(label(folder, depths.get(folder) ?? 1))?.size ?? 0;
		const owned = owners.get(names.get(path) ?? "")?.size ?? 0;
		if (twins > 1 || owned > 1) found.add(folder);
	}
	return found;
}

function add(
	groups: Map<string, Set<string>>,
	key: string,
	value: string,
): void {
	const group = groups.get(key) ?? new Set();
	groups.set(key, group.add(value));
}

function slashed(path: string): string {
	return path.split(sep).join("/");
}
