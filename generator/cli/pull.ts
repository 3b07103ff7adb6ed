import { resolve } from "node:path";
import { isDynamicPattern } from "tinyglobby";
import type { PullConfig } from "../output/config.ts";
import { digestOf } from "../output/digest.ts";
import { generatorVersion } from "../output/installation.ts";
import {
	knownAt,
	openPullFolder,
	type Pulled,
	type PullFolder,
	planPull,
} from "../output/pull-folder.ts";
import { writeAll } from "../output/write.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import { type FetchRequest, fetchDocument } from "./fetch-document.ts";
import { holdSignals, type Interrupted } from "./interrupt.ts";
import { writeJson } from "./io.ts";
import { openSettings } from "./open-settings.ts";
import {
	type PullFailure,
	type PullOutcome,
	presentPull,
	pullJson,
} from "./print-pull.ts";
import { refuseAddress } from "./pull-address.ts";
import { type Settings, shownFrom } from "./settings.ts";

export interface PullFlags {
	readonly config?: string;
	readonly check?: boolean;
	readonly force?: boolean;
	readonly allowLoopback?: boolean;
	readonly json?: boolean;
	readonly quiet?: boolean;
}

/** `docwright pull`: makes the documents that the config lists what their publishers have. */
export async function pull(
	flags: PullFlags,
	context: Context,
): Promise<ExitCode | Interrupted> {
	const { io } = context;
	const { config } = flags;
	const settings = await openSettings([], config ? { config } : {}, io);
	const outcome = await run(settings, flags, context);
	if (flags.json === true) writeJson(io.stdout, pullJson(outcome));
	else presentPull(outcome, flags, io);
	return outcome.exitCode;
}

async function run(
	settings: Settings,
	flags: PullFlags,
	{ io, progress }: Context,
): Promise<PullOutcome> {
	const { pull } = settings;
	if (pull === undefined)
		throw new UsageError({
			message: "The config lists nothing to pull",
			help: 'List documents in it: pull: { documents: [{ url: "https://…", to: "hives.md" }] }',
		});
	const allowLoopback = flags.allowLoopback ?? pull.allowLoopback ?? false;
	checkAddresses(pull, allowLoopback);
	const path = folderOf(settings, pull);
	const shown = shownFrom(io.cwd, path);
	const paths = pull.documents.map(({ to }) => to);
	const { root } = settings.docs;
	const folder = await openPullFolder({ path, shown, root, paths });
	if ("refusals" in folder) throw new UsageError(...folder.refusals);

	const { pulled, failures } = await fetchAll(pull, {
		folder,
		allowLoopback,
		onStep: (done, total) =>
			progress?.show({ name: "fetch documents", done, total, waits: true }),
	});
	if (failures.length > 0)
		return { exitCode: exitCodes.docs, folder: shown, failures };
	const check = flags.check === true;
	// A check writes nothing, so that there is nothing to be forced.
	const plan = await planPull(folder, pulled, flags.force === true || check);
	if (plan.conflicts.length > 0) throw new UsageError(...plan.conflicts);
	const result = { folder: shown, failures, plan };
	if (check) {
		const same = plan.changes.every(({ became }) => became === "unchanged");
		return { ...result, exitCode: same ? exitCodes.ok : exitCodes.outdated };
	}
	const interrupted = await holdSignals(() => writeAll(path, plan.files));
	return { ...result, exitCode: interrupted ?? exitCodes.ok };
}

function checkAddresses(
	{ documents }: PullConfig,
	allowLoopback: boolean,
): void {
	const problems = documents.flatMap(({ url, to }) => {
		const refusal = refuseAddress(new URL(url), allowLoopback);
		if (refusal === undefined) return [];
		const message = `${to} is not pulled from ${url}: ${refusal}`;
		const help =
			"Name an https URL; for a server on this machine, run with --allow-loopback";
		return [{ message, help }];
	});
	if (problems.length > 0) throw new UsageError(...problems);
}

function folderOf({ docs }: Settings, { folder }: PullConfig): string {
	if (folder !== undefined) return resolve(docs.root, folder);
	const [only, another] = docs.patterns;
	if (only === undefined || another !== undefined || isDynamicPattern(only))
		throw new UsageError({
			message: "The config does not say which folder to pull into",
			help: 'Name it, as docs is not one folder: pull: { folder: "spec", … }',
		});
	return resolve(docs.base, only);
}

/** As many connections as browsers hold to one host. */
const atOnce = 6;

interface FetchAll {
	readonly folder: PullFolder;
	readonly allowLoopback: boolean;
	/** Hears how many are here, of how many. */
	readonly onStep: (done: number, total: number) => void;
}

async function fetchAll(
	{ documents, maxBytes = 5_000_000, timeout = 30_000 }: PullConfig,
	{ folder, allowLoopback, onStep }: FetchAll,
): Promise<{
	readonly pulled: readonly Pulled[];
	readonly failures: readonly PullFailure[];
}> {
	const userAgent = `docwright/${await generatorVersion()}`;
	const limits = { maxBytes, timeout, allowLoopback, userAgent };
	const pulled: Pulled[] = [];
	const failures: PullFailure[] = [];
	let done = 0;
	const { length: total } = documents;
	for (let start = 0; start < total; start += atOnce) {
		onStep(done, total);
		const results = await Promise.all(
			documents.slice(start, start + atOnce).map(async ({ url, to }) => {
				const result = await fetchOne(folder, to, url, limits);
				onStep(++done, total);
				return result;
			}),
		);
		for (const result of results)
			if ("message" in result) failures.push(result);
			else pulled.push(result);
	}
	return { pulled, failures };
}

async function fetchOne(
	folder: PullFolder,
	path: string,
	url: string,
	limits: Omit<FetchRequest, "url" | "known">,
): Promise<Pulled | PullFailure> {
	const address = new URL(url);
	const known = knownAt(folder, path, url);
	const fetched = await fetchDocument({ ...limits, url: address, known });
	if (fetched.kind === "failed") {
		const { message, help } = fetched;
		return { path, url, message, help };
	}
	if (fetched.kind === "not-modified") return { path, document: fetched.known };
	const { text, from, validators } = fetched;
	const moved = from === address.href ? {} : { from };
	const sha256 = digestOf(text);
	return { path, text, document: { url, ...moved, sha256, ...validators } };
}
