import { constants } from "node:fs";
import { access, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, parse } from "node:path";
import { errnoOf, isLink, isWithin, lookAt, realPathOf } from "./look-at.ts";
import type { Refusal } from "./refusal.ts";

export interface FolderRequest {
	/** Absolute. */
	readonly out: string;
	/** The folder as a person knows it, for messages. */
	readonly shown: string;
	/** Absolute: what was read, and the folders it was looked for in. */
	readonly docs: readonly string[];
	/** There is a manifest of ours in it. */
	readonly owned: boolean;
	readonly force: boolean;
}

/** Says why nothing may be written to a folder, or nothing when it is fit. Looks only. */
export async function refuseFolder(
	request: FolderRequest,
): Promise<Refusal | undefined> {
	for (const check of [notAFolder, precious, holdsDocs, foreign, readOnly]) {
		const reason = await check(request);
		if (reason === undefined) continue;
		const [message, help] = reason;
		return { path: request.shown, message, help };
	}
	return undefined;
}

type Reason = readonly [message: string, help: string] | undefined;

const elsewhere = "Choose another folder with --out";

async function notAFolder({
	out,
	shown,
	owned,
	force,
}: FolderRequest): Promise<Reason> {
	const { kind } = await lookAt(out);
	if (kind === "file")
		return [`The output folder ${shown} is a file`, elsewhere];
	if (kind === "error")
		return [`The output folder ${shown} cannot be opened`, elsewhere];
	const above = await lookAt(await nearest(out));
	if (above.kind !== "folder")
		return [`The output folder ${shown} lies below a file`, elsewhere];
	if ((await isLink(out)) && !owned && !force)
		return [
			`The output folder ${shown} is a symbolic link`,
			"Name the folder that it leads to, or confirm with --force",
		];
	return undefined;
}

async function precious({ out, shown }: FolderRequest): Promise<Reason> {
	const real = await realPathOf(out);
	if (real === parse(real).root)
		return [`The output folder ${shown} is the root of the disk`, elsewhere];
	if (real === (await realPathOf(homedir())))
		return [`The output folder ${shown} is your home folder`, elsewhere];
	return undefined;
}

async function holdsDocs({ out, shown, docs }: FolderRequest): Promise<Reason> {
	const real = await realPathOf(out);
	for (const path of docs) {
		const place = await realPathOf(path);
		if (place === real)
			return [`The output folder ${shown} is the docs' folder`, elsewhere];
		if (isWithin(real, place))
			return [`The output folder ${shown} holds the docs`, elsewhere];
	}
	return undefined;
}

async function foreign({
	out,
	shown,
	owned,
	force,
}: FolderRequest): Promise<Reason> {
	if (owned || force || (await lookAt(out)).kind === "missing")
		return undefined;
	const [first] = (await readdir(out)).sort();
	if (first === undefined) return undefined;
	return [
		`The output folder ${shown} holds files that the generator did not write, such as ${first}`,
		"Choose an empty folder with --out, or write beside them with --force",
	];
}

async function readOnly({ out, shown }: FolderRequest): Promise<Reason> {
	try {
		await access(await nearest(out), constants.W_OK | constants.X_OK);
		return undefined;
	} catch (error) {
		return [
			`The output folder ${shown} may not be written to (${errnoOf(error)})`,
			`Change its permissions, or choose another folder with --out`,
		];
	}
}

/** The path itself, or the closest folder above it that exists. */
async function nearest(path: string): Promise<string> {
	const { kind } = await lookAt(path);
	const parent = dirname(path);
	return kind === "missing" && parent !== path ? nearest(parent) : path;
}
