import { lstat, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";

/** What stands at a path, links followed; `error` when it cannot be told, or when a link leads nowhere. */
export type Sight =
	| { readonly kind: "file"; readonly bytes: number }
	| { readonly kind: "folder" }
	| { readonly kind: "missing" }
	| { readonly kind: "error"; readonly errno: string };

/** Looks at a path without opening it, so that a pipe does not block. */
export async function lookAt(path: string): Promise<Sight> {
	try {
		const found = await stat(path);
		if (found.isDirectory()) return { kind: "folder" };
		if (found.isFile()) return { kind: "file", bytes: found.size };
		return { kind: "error", errno: "not a regular file" };
	} catch (error) {
		const errno = errnoOf(error);
		const gone = errno === "ENOENT" || errno === "ENOTDIR";
		return gone && !(await isLink(path))
			? { kind: "missing" }
			: { kind: "error", errno };
	}
}

/** True for a symbolic link, wherever it leads. */
export async function isLink(path: string): Promise<boolean> {
	try {
		return (await lstat(path)).isSymbolicLink();
	} catch {
		return false;
	}
}

/** The path with every link resolved; what does not exist yet is kept as written below the part that does. */
export async function realPathOf(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch {
		const parent = dirname(path);
		return parent === path
			? path
			: join(await realPathOf(parent), basename(path));
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
