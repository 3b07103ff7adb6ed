import { readdir } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { errnoOf, isWithin, lookAt, realPathOf } from "./look-at.ts";

/** A document's place, or the place of something that keeps us from documents. */
export interface Found {
	/** Absolute. */
	readonly path: string;
	/** Absolute: the folder of the argument that led here. */
	readonly folder: string;
	readonly fault?: FoundFault;
}

type FoundFault =
	| { readonly kind: "unreadable"; readonly errno: string }
	| { readonly kind: "outside" };

const extensions = [".md", ".mdx", ".markdown", ".txt"];

/**
 * Everything that one argument stands for: a file, the documents of a folder, or the matches of a glob. Hidden files,
 * `node_modules` and what lies in `skip` are passed over. Nothing for an argument that no document matches.
 */
export async function findDocs(
	pattern: string,
	base: string,
	skip: string | undefined,
): Promise<readonly Found[]> {
	const path = resolve(base, pattern);
	const sight = lookAt(path);
	switch (sight.kind) {
		case "file":
			return isDocument(path) ? [{ path, folder: dirname(path) }] : [];
		case "folder":
			return walk(path, { folder: path, real: realPathOf(path), skip });
		case "error":
			return [unreadable(path, dirname(path), sight.errno)];
		case "missing":
			return isDynamicPattern(pattern) ? match(pattern, base, skip) : [];
	}
}

interface Walk {
	readonly folder: string;
	/** `folder` with its links resolved: nothing outside is read. */
	readonly real: string;
	readonly skip: string | undefined;
}

async function walk(at: string, way: Walk): Promise<readonly Found[]> {
	const found: Found[] = [];
	let entries: Awaited<ReturnType<typeof list>>;
	try {
		entries = await list(at);
	} catch (error) {
		return [unreadable(at, way.folder, errnoOf(error))];
	}
	for (const entry of entries) {
		const path = join(at, entry.name);
		if (isPassedOver(entry.name) || path === way.skip) continue;
		if (entry.isDirectory()) {
			if (isDocument(path)) found.push(unreadable(path, way.folder, "EISDIR"));
			found.push(...(await walk(path, way)));
		} else if (entry.isSymbolicLink()) {
			found.push(...follow(path, way));
		} else if (isDocument(path)) {
			found.push({ path, folder: way.folder });
		}
	}
	return found;
}

function list(folder: string) {
	return readdir(folder, { withFileTypes: true });
}

/** Links are followed to documents of the same folder only: a folder that was handed to us must not lead us elsewhere. */
function follow(path: string, way: Walk): readonly Found[] {
	const sight = lookAt(path);
	const document = isDocument(path);
	if (sight.kind === "error" || sight.kind === "missing") {
		const errno = sight.kind === "error" ? sight.errno : "ENOENT";
		return document ? [unreadable(path, way.folder, errno)] : [];
	}
	if (!document && sight.kind === "file") return [];
	if (!isWithin(way.real, realPathOf(path)))
		return [{ path, folder: way.folder, fault: { kind: "outside" } }];
	return sight.kind === "file" ? [{ path, folder: way.folder }] : [];
}

async function match(
	pattern: string,
	base: string,
	skip: string | undefined,
): Promise<readonly Found[]> {
	const folder = resolve(base, fixedPart(pattern));
	const real = realPathOf(folder);
	const paths = await glob(pattern.split(sep).join("/"), {
		cwd: base,
		absolute: true,
		expandDirectories: false,
		ignore: ["**/node_modules/**"],
	});
	const found: Found[] = [];
	for (const match of paths) {
		const path = resolve(match);
		if (!isDocument(path) || (skip !== undefined && isWithin(skip, path)))
			continue;
		const outside = !isWithin(real, realPathOf(path));
		const fault = { kind: "outside" } as const;
		found.push(outside ? { path, folder, fault } : { path, folder });
	}
	return found;
}

/** `docs/**\/*.md` → `docs`: the folders before the first part with a wildcard. */
export function fixedPart(pattern: string): string {
	const parts = pattern.split(/[\\/]/);
	const first = parts.findIndex((part) => isDynamicPattern(part));
	const fixed = parts.slice(0, first === -1 ? -1 : first).join("/");
	return pattern.startsWith("/") && fixed === "" ? "/" : fixed || ".";
}

/** True for a name that documents have. */
export function isDocument(path: string): boolean {
	const name = path.toLowerCase();
	return extensions.some((extension) => name.endsWith(extension));
}

/** True for a relative path at which a document is found when its folder is read. */
export function isReadPath(path: string): boolean {
	return isDocument(path) && !path.split("/").some(isPassedOver);
}

/** True for what is hidden or not of the project. */
export function isPassedOver(name: string): boolean {
	return name.startsWith(".") || name === "node_modules";
}

function unreadable(path: string, folder: string, errno: string): Found {
	return { path, folder, fault: { kind: "unreadable", errno } };
}
