import { relative, resolve, sep } from "node:path";
import { escapePath, isDynamicPattern } from "tinyglobby";
import { isWithin, lookAt } from "./look-at.ts";

export interface GlobsRequest {
	/** Files, folders and globs, as they were written. */
	readonly patterns: readonly string[];
	/** Absolute: where relative patterns start. */
	readonly base: string;
	/** Absolute: the output folder, in which no documents are looked for. */
	readonly out: string;
	/** Absolute: where the globs that are given start. */
	readonly from: string;
}

/** Globs of every place where a document is looked for, so that one which is added is seen, too. */
export function documentGlobs({
	patterns,
	base,
	out,
	from,
}: GlobsRequest): readonly string[] {
	const globs: string[] = [];
	const folders: string[] = [];
	for (const pattern of patterns) {
		const path = resolve(base, pattern);
		const { kind } = lookAt(path);
		if (kind === "missing" && isDynamicPattern(pattern)) {
			globs.push(slashed(relative(from, path)));
			folders.push(from);
		} else if (kind === "file") {
			globs.push(escaped(from, path));
		} else {
			globs.push(below(escaped(from, path), "**"));
			folders.push(path);
		}
	}
	return folders.some((folder) => isWithin(folder, out))
		? [...globs, `!${below(escaped(from, out), "**")}`]
		: globs;
}

/** A glob of this very path. */
export function escaped(from: string, path: string): string {
	return escapePath(slashed(relative(from, path)));
}

/** A glob within the folder of another; that of the working folder is empty. */
export function below(folder: string, glob: string): string {
	return folder === "" ? glob : `${folder}/${glob}`;
}

function slashed(path: string): string {
	return path.split(sep).join("/");
}
