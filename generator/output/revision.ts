import { posix } from "node:path";
import { GitError, type Repository } from "./git.ts";

/** A place in a revision: `HEAD~1:spec`. */
export interface Revision {
	readonly revision: string;
	/** From the top of the repository; from the working folder where it begins with `./` or `../`. */
	readonly path: string;
}

/** Takes `HEAD~1:spec` apart; nothing for what is none. */
export function parseRevision(text: string): Revision | undefined {
	// `C:\docs` is a path.
	if (/^[A-Za-z]:[\\/]/.test(text)) return undefined;
	// A colon in braces is the revision's own: `HEAD@{10:00}`.
	const found = /^((?:[^:{]|\{[^}]*\})+):(.*)$/s.exec(text);
	const [, revision, path] = found ?? [];
	if (revision === undefined || path === undefined) return undefined;
	return { revision, path };
}

/** The fault of a revision that has nothing to read at a path. */
export function nothingAt({ revision, path }: Revision): GitError {
	return new GitError(
		`${revision} has no documents at ${path === "" ? "its top" : path}`,
		"Paths of a revision start at the top of the repository, or with ./ in this folder",
	);
}

/** The path from the top, without dots in it; none for the top itself. */
export function pathFromTop({ prefix }: Repository, request: Revision): string {
	const { path } = request;
	const whole = /^\.\.?(?:\/|$)/.test(path) ? posix.join(prefix, path) : path;
	const normal = posix.normalize(whole).replace(/^\/+|\/+$/g, "");
	if (normal === ".." || normal.startsWith("../")) throw nothingAt(request);
	return normal === "." ? "" : normal;
}
