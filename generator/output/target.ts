import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { isLink, lookAt, realPathOf } from "./look-at.ts";
import type { Refusal } from "./refusal.ts";
import { writeFile } from "./write.ts";

/** A single file that may be written. */
export interface Target {
	/** Absolute. */
	readonly path: string;
	/** As it was asked for. */
	readonly shown: string;
}

/** Checks that a file which a person names may be written: it is no folder, no link, and none of the documents. */
export function openTarget(
	cwd: string,
	shown: string,
	docs: readonly string[],
): Target | Refusal {
	const path = resolve(cwd, shown);
	const help = "Name another file with --out";
	const refuse = (message: string) => ({ path: shown, message, help });
	const { kind } = lookAt(path);
	if (kind === "folder") return refuse(`${shown} is a folder`);
	if (kind === "error" || isLink(path))
		return refuse(`${shown} is not a regular file`);
	const real = realPathOf(path);
	for (const document of docs)
		if (realPathOf(document) === real)
			return refuse(`${shown} is one of the documents`);
	return { path, shown };
}

/** Writes the file whole or not at all; false when it holds the text already. */
export async function writeTarget(
	{ path }: Target,
	text: string,
): Promise<boolean> {
	if ((await textAt(path)) === text) return false;
	writeFile(dirname(path), { path: basename(path), text });
	return true;
}

async function textAt(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch {
		return undefined;
	}
}
