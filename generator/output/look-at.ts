import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** What stands at a path, links followed; `error` when it cannot be told, or when a link leads nowhere. */
export type Sight =
	| { readonly kind: "file"; readonly bytes: number }
	| { readonly kind: "folder" }
	| { readonly kind: "missing" }
	| { readonly kind: "error"; readonly errno: string };

/** Looks at a path without opening it, so that a pipe does not block. */
export function lookAt(path: string): Sight {
	try {
		const found = statSync(path);
		if (found.isDirectory()) return { kind: "folder" };
		if (found.isFile()) return { kind: "file", bytes: found.size };
		return { kind: "error", errno: "not a regular file" };
	} catch (error) {
		const errno = errnoOf(error);
		const gone = errno === "ENOENT" || errno === "ENOTDIR";
		return gone && !isLink(path)
			? { kind: "missing" }
			: { kind: "error", errno };
	}
}

/** True for a symbolic link, wherever it leads. */
export function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

/** The path with every link resolved; what does not exist yet is kept as written below the part that does. */
export function realPathOf(path: string): string {
	try {
		return realpathSync.native(path);
	} catch {
		const parent = dirname(path);
		return parent === path ? path : join(realPathOf(parent), basename(path));
	}
}

/** True when `path` is `folder` or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return (
		way === "" || !(way === ".." || way.startsWith(`..${sep}`) || way === path)
	);
}

/** The name that the operating system gives a fault, `EACCES`; an error without one is a fault of ours and is thrown on. */
export function errnoOf(error: unknown): string {
	if (error instanceof Error && "code" in error) {
		const { code } = error;
		if (typeof code === "string") return code;
	}
	throw error;
}
