import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../changes/index.ts";
import { openTarget, type Target } from "../output/target.ts";
import { changesetFolder } from "./changeset-folder.ts";
import { withVersion } from "./config-version.ts";
import { UsageError } from "./exit.ts";
import type { Io } from "./io.ts";
import { type Bump, bumpFor, isVersion, nextVersion } from "./next-version.ts";
import type { Previous } from "./previous-model.ts";
import { type Settings, shownFrom } from "./settings.ts";

/** What a release comes to, before anything is written. */
export interface Release {
	readonly since: string;
	readonly from: string;
	readonly to: string;
	readonly bump: Bump;
	/** What is said of it, in Markdown. */
	readonly entry: string;
	/** The files that it is written to, and their whole texts. */
	readonly files: readonly (Target & { readonly text: string })[];
	/** What a person should know about it. */
	readonly notes: readonly string[];
}

/** What a release is planned with. */
export interface Setting {
	readonly name: string;
	readonly docs: readonly string[];
	readonly settings: Settings;
	readonly io: Io;
}

/** Settles the version and the files of a release; nothing where nothing changed. Reads the disk and writes nothing. */
export async function planRelease(
	previous: Previous,
	changes: readonly Change[],
	setting: Setting,
): Promise<Release | undefined> {
	const { package: stated } = setting.settings;
	const from = previous.version ?? stated.version;
	for (const version of [from, stated.version])
		if (!isVersion(version))
			throw new UsageError({
				message: `${version} is no version that can rise`,
				help: "Write it as Semantic Versioning has it, such as 1.0.0",
			});
	const bump = bumpFor(from, changes);
	if (bump === undefined) return undefined;
	const to = nextVersion(from, bump, stated.version);
	const facts = { since: previous.shown, from, to, bump };
	const { root } = setting.settings.docs;
	const folder = changesetFolder(root);
	return folder === undefined
		? { ...facts, ...(await planFiles(facts, changes, setting)) }
		: { ...facts, ...(await planChangeset(folder, bump, changes, setting)) };
}

/** The version in the config, and the entry in the changelog. */
async function planFiles(
	{ to }: { readonly to: string },
	changes: readonly Change[],
	{ docs, settings, io }: Setting,
) {
	const { changelogEntry, withEntry } = await import("../changes/changelog.ts");
	const entry = changelogEntry(to, changes);
	const target = await open(settings.changelog, docs, io);
	const there = await textAt(target.path);
	const text = withEntry(there ?? "", to, entry);
	const files = text === undefined ? [] : [{ ...target, text }];
	const notes =
		text === undefined
			? [`${target.shown} has an entry of ${to}, and it is left as it is`]
			: [];
	const config = await planConfig(to, docs, settings, io);
	return {
		entry,
		files: config === undefined ? files : [...files, config],
		notes,
	};
}

/** The config with the new version; nothing where it has it. */
async function planConfig(
	to: string,
	docs: readonly string[],
	{ package: { version }, configFile }: Settings,
	io: Io,
) {
	if (version === to) return undefined;
	if (configFile === undefined)
		throw new UsageError({
			message: `There is no config to write version ${to} to`,
			help: `Make a docwright.config.json with { "package": { "version": "${version}" } }`,
		});
	const target = await open(configFile, docs, io);
	const now = (await textAt(configFile)) ?? "";
	const text = withVersion(now, version, to);
	if (text === undefined && !/\bversion\b/.test(now))
		throw new UsageError({
			message: `${target.shown} names no version of the package`,
			help: `Write package: { version: "${to}" } into it, and run again`,
		});
	if (text === undefined)
		throw new UsageError({
			message: `${target.shown} does not say version: "${version}" in one place`,
			help: `Write version ${to} to where the config takes it from, and run again`,
		});
	return { ...target, text };
}

/** One file for all changes since the last release, which is written anew while there is none. */
async function planChangeset(
	folder: string,
	bump: Bump,
	changes: readonly Change[],
	{ name, docs, io }: Setting,
) {
	const { changesetText } = await import("../changes/changelog.ts");
	// Changesets has a mode of its own for pre-releases, and takes no bump for them.
	const rise = bump === "prerelease" ? "patch" : bump;
	const entry = changesetText(name, rise, changes);
	const slug = name.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
	const target = await open(join(folder, `docwright-${slug}.md`), docs, io);
	const notes = ["Changesets sets the version when it releases"];
	return { entry, files: [{ ...target, text: entry }], notes };
}

async function open(
	path: string,
	docs: readonly string[],
	io: Io,
): Promise<Target> {
	const target = openTarget(io.cwd, shownFrom(io.cwd, path), docs);
	if (!("message" in target)) return target;
	const help = "Name another file as package.changelog in the config";
	throw new UsageError({ message: target.message, help });
}

async function textAt(path: string): Promise<string | undefined> {
	return readFile(path, "utf8").catch(() => undefined);
}
