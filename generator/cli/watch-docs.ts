import { dirname, join, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { isDynamicPattern } from "tinyglobby";
import { fixedPart, isPassedOver, isReadPath } from "../output/find-docs.ts";
import { errnoOf, isWithin, lookAt } from "../output/look-at.ts";
import type { Settings } from "./settings.ts";

/** What a run read, or looked for: all absolute. */
export interface WatchTargets {
	/** Folders of docs, or single documents; whether they are there or not. */
	readonly docs: readonly string[];
	/** Config files, and where there could be one. */
	readonly configs: readonly string[];
	/** The output, which is not watched. */
	readonly out: string;
}

/** What a run with these settings depends on. */
export function targetsOf(
	{ docs: { patterns, base }, out }: Settings,
	configs: readonly string[],
): WatchTargets {
	const docs = patterns.map((pattern) =>
		resolve(base, isDynamicPattern(pattern) ? fixedPart(pattern) : pattern),
	);
	return { docs, configs, out };
}

export interface DocsWatcher {
	readonly close: () => Promise<void>;
}

/** Tells of what happens to documents and configs, from when this returns: their paths, or the name of a fault. */
export async function watchDocs(
	targets: WatchTargets,
	hear: (path: string) => void,
	fail: (errno: string) => void,
): Promise<DocsWatcher> {
	const roots = new Set<string>();
	// Folders, never files: one that is replaced, as editors do on saving, would not be seen again.
	for (const target of [...targets.docs, ...targets.configs])
		roots.add(nearestFolder(dirname(target)));
	const watcher: FSWatcher = watch([...roots], {
		ignored: (path, stats) =>
			!roots.has(path) &&
			!isOfInterest(resolve(path), stats?.isFile() === true, targets),
		ignoreInitial: true,
		ignorePermissionErrors: true,
		// Documents behind links are those of the same folder, which are watched where they are.
		followSymlinks: false,
	});
	watcher.on("all", (_, path) => hear(path));
	watcher.on("error", (error) => fail(errnoOf(error)));
	await new Promise<void>((ready) => watcher.once("ready", () => ready()));
	return { close: () => watcher.close() };
}

function isOfInterest(
	path: string,
	isFile: boolean,
	{ docs, configs, out }: WatchTargets,
): boolean {
	if (configs.some((config) => isWithin(path, config))) return true;
	if (isWithin(out, path)) return false;
	return docs.some((target) => {
		if (isWithin(path, target)) return true;
		if (!isWithin(target, path)) return false;
		const way = relative(target, path).split(sep);
		return isFile ? isReadPath(way.join("/")) : !way.some(isPassedOver);
	});
}

function nearestFolder(path: string): string {
	const parent = dirname(path);
	if (parent === path || lookAt(path).kind === "folder") return path;
	return nearestFolder(join(path, ".."));
}
