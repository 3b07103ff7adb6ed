import { readFile } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";
import type { ApiModel } from "../changes/index.ts";
import {
	GitError,
	openRepository,
	type Repository,
	tagsBefore,
} from "../output/git.ts";
import { readFileAt, wayFromTop } from "../output/git-file.ts";
import { lookAt } from "../output/look-at.ts";
import { parseRevision, type Revision } from "../output/revision.ts";
import { UsageError } from "./exit.ts";
import type { Io } from "./io.ts";
import { isVersion, versionTags } from "./next-version.ts";
import type { Settings } from "./settings.ts";
import { modelIn } from "./side.ts";

/** The model of the release before, and the version that its package has. */
export interface Previous {
	/** `v1.2.0:generated/model.json`, or a file. */
	readonly shown: string;
	readonly model: ApiModel;
	/** Missing where no `package.json` lies beside the model. */
	readonly version?: string;
}

/**
 * Reads the model that a release is compared with: the file or the revision that is named, else that of the highest
 * version's tag in the history of `HEAD`, else that of `HEAD`.
 */
export async function readPrevious(
	since: string | undefined,
	name: string,
	settings: Settings,
	io: Io,
): Promise<Previous> {
	if (since !== undefined) {
		const path = resolve(io.cwd, since);
		if (lookAt(path).kind === "file") return readFileOf(path, since);
	}
	try {
		const repository = await openRepository(io.cwd);
		return await readKept(since, name, settings, repository);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UsageError({ message: error.message, help: error.help });
	}
}

async function readFileOf(path: string, shown: string): Promise<Previous> {
	const model = modelIn(await readFile(path, "utf8"), shown);
	const beside = join(dirname(path), "package.json");
	const manifest = await readFile(beside, "utf8").catch(() => undefined);
	return { shown, model, ...versionIn(manifest) };
}

async function readKept(
	since: string | undefined,
	name: string,
	{ out }: Settings,
	repository: Repository,
): Promise<Previous> {
	const named = since === undefined ? undefined : parseRevision(since);
	if (named !== undefined) return required(await readAt(repository, named));
	const path = wayFromTop(repository, join(out, "model.json"));
	if (path === undefined)
		throw new UsageError({
			message: "The output folder lies outside of the repository",
			help: "Name the model.json of the last release with --since",
		});
	if (since !== undefined)
		return required(await readAt(repository, { revision: since, path }));
	const tags = await tagsBefore(repository, "HEAD");
	for (const tag of versionTags(tags, name).slice(0, most)) {
		const found = await readAt(repository, { revision: `tags/${tag}`, path });
		if (found !== undefined) return { ...found, shown: `${tag}:${path}` };
	}
	return required(await readAt(repository, { revision: "HEAD", path }));
}

/** So many tags are looked at: an older package lay elsewhere, if there was one. */
const most = 20;

async function readAt(
	repository: Repository,
	place: Revision,
): Promise<Previous | undefined> {
	const { revision, path } = place;
	const text = await readFileAt(repository, place);
	if (text === undefined) return undefined;
	const shown = `${revision}:${path}`;
	const manifest = await readFileAt(repository, {
		revision,
		path: besideOf(path),
	});
	return { shown, model: modelIn(text, shown), ...versionIn(manifest) };
}

/** `./model.json` starts in this folder, and so does what lies beside it. */
function besideOf(path: string): string {
	const beside = posix.join(posix.dirname(path), "package.json");
	return path.startsWith("./") ? `./${beside}` : beside;
}

function required(found: Previous | undefined): Previous {
	if (found !== undefined) return found;
	throw new UsageError({
		message: "There is no model.json of an earlier release to compare with",
		help: "Commit the generated package, or name a model.json or a revision with --since",
	});
}

function versionIn(manifest: string | undefined) {
	if (manifest === undefined) return {};
	try {
		const { version } = Object(JSON.parse(manifest));
		return typeof version === "string" && isVersion(version) ? { version } : {};
	} catch {
		return {};
	}
}
