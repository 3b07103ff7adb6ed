import { constants } from "node:fs";
import { access, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, parse } from "node:path";
import { insideName } from "./commit/staging.ts";
import {
	errnoOf,
	isLink,
	isWithin,
	lookAt,
	realPathOf,
	type Sight,
} from "./look-at.ts";
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
	/** Nothing is going to be written, so that it need not be permitted. */
	readonly looksOnly?: boolean;
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
	const sight = lookAt(out);
	if (sight.kind === "file")
		return [`The output folder ${shown} is a file`, elsewhere];
	if (sight.kind === "error") return unopened(shown, sight.errno);
	const { sight: above } = nearest(out);
	if (above.kind === "error") return unopened(shown, above.errno);
	if (above.kind !== "folder")
		return [`The output folder ${shown} lies below a file`, elsewhere];
	if (isLink(out) && !owned && !force)
		return [
			`The output folder ${shown} is a symbolic link`,
			"Name the folder that it leads to, or confirm with --force",
		];
	return undefined;
}

function unopened(shown: string, errno: string): Reason {
	return [`The output folder ${shown} cannot be opened (${errno})`, elsewhere];
}

function precious({ out, shown }: FolderRequest): Reason {
	const real = realPathOf(out);
	if (real === parse(real).root)
		return [`The output folder ${shown} is the root of the disk`, elsewhere];
	if (real === realPathOf(homedir()))
		return [`The output folder ${shown} is your home folder`, elsewhere];
	return undefined;
}

function holdsDocs({ out, shown, docs }: FolderRequest): Reason {
	const real = realPathOf(out);
	for (const path of docs) {
		const place = realPathOf(path);
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
	if (owned || force || lookAt(out).kind === "missing") return undefined;
	const [first] = (await readdir(out))
		.filter((name) => name !== insideName)
		.sort();
	if (first === undefined) return undefined;
	return [
		`The output folder ${shown} holds files that the generator did not write, such as ${first}`,
		"Choose an empty folder with --out, or write beside them with --force",
	];
}

async function readOnly({
	out,
	shown,
	looksOnly,
}: FolderRequest): Promise<Reason> {
	if (looksOnly) return undefined;
	const { path, sight } = nearest(out);
	if (sight.kind === "error") return unopened(shown, sight.errno);
	try {
		await access(path, constants.W_OK | constants.X_OK);
		return undefined;
	} catch (error) {
		return [
			`The output folder ${shown} may not be written to (${errnoOf(error)})`,
			`Change its permissions, or choose another folder with --out`,
		];
	}
}

/** The path itself, or the closest folder above it that exists. */
function nearest(path: string): {
	readonly path: string;
	readonly sight: Sight;
} {
	const sight = lookAt(path);
	const parent = dirname(path);
	return sight.kind === "missing" && parent !== path
		? nearest(parent)
		: { path, sight };
}
