import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Docs } from "../output/docs.ts";
import { isWithin } from "../output/look-at.ts";
import type { Io } from "./io.ts";
import { shownFrom } from "./settings.ts";

/** Build servers place what they are told by paths from the top of the repository, wherever in it the command runs. */
export function pathsInWorkspace(
	{ cwd, env: { GITHUB_WORKSPACE } }: Io,
	{ paths }: Pick<Docs, "paths">,
): (file: string) => string {
	return (file) => {
		const path = paths.get(file);
		if (path === undefined) return file;
		return GITHUB_WORKSPACE && isWithin(GITHUB_WORKSPACE, path)
			? relative(GITHUB_WORKSPACE, path).split(sep).join("/")
			: shownFrom(cwd, path);
	};
}

/** The same as URI references (RFC 3986, 4.1); what lies outside has a whole URI. */
export function urisInWorkspace(
	io: Io,
	docs: Pick<Docs, "paths">,
): (file: string) => string {
	const top = io.env.GITHUB_WORKSPACE || io.cwd;
	return (file) => {
		const path = docs.paths.get(file);
		if (path !== undefined && !isWithin(top, path))
			return pathToFileURL(path).href;
		const way = path === undefined ? file : relative(top, path);
		return Buffer.from(way)
			.toString()
			.split(/[\\/]/)
			.map(encodeURIComponent)
			.join("/");
	};
}
