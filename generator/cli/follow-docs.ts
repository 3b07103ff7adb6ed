import { setTimeout } from "node:timers/promises";
import { visibleLine } from "../diagnostics/visible.ts";
import { OutputError } from "../output/output-error.ts";
import { configPaths } from "./config-file.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, type Problem, UsageError } from "./exit.ts";
import { holdSignals, type Interrupted } from "./interrupt.ts";
import { writeProblems } from "./messages.ts";
import {
	type Flags,
	loadSettings,
	type Settings,
	shownFrom,
} from "./settings.ts";
import { type DocsWatcher, targetsOf, watchDocs } from "./watch-docs.ts";

interface FollowFlags extends Flags {
	readonly quiet?: boolean;
}

/**
 * Does work with the docs, and again after each change of the docs or the config, until an interrupt ends it, which is how
 * people do: exit 0. What is wrong with the command line, the config or the output ends it at the start; later it is told.
 */
export async function followDocs(
	patterns: readonly string[],
	flags: FollowFlags,
	context: Context,
	work: (settings: Settings) => Promise<void>,
): Promise<ExitCode | Interrupted> {
	const interrupted = await holdSignals(async (ended) => {
		const changes = collectChanges(ended);
		const noted = new Set<string>();
		const load = () =>
			loadSettings({
				patterns,
				flags,
				cwd: context.io.cwd,
				note(problem) {
					if (noted.has(problem.message)) return;
					noted.add(problem.message);
					writeProblems([problem], context.io);
				},
			});
		const watching = await open(await load(), flags, changes, context);
		try {
			await repeat(watching, load, { flags, context, work });
		} finally {
			await watching.close();
		}
	});
	return interrupted === undefined || interrupted === 130
		? exitCodes.ok
		: interrupted;
}

async function repeat(
	watching: Watching,
	load: () => Promise<Settings>,
	{
		flags,
		context,
		work,
	}: {
		readonly flags: FollowFlags;
		readonly context: Context;
		readonly work: (settings: Settings) => Promise<void>;
	},
): Promise<void> {
	const { changes } = watching;
	const say = (text: string) => {
		if (flags.quiet !== true) context.io.stderr.write(text);
	};
	for (let first = true; !changes.ended(); first = false) {
		say(printPaths(changes.take(), context));
		try {
			const settings = await load();
			// What happened while other folders came under watch is part of the next round.
			if (await watching.follow(settings)) continue;
			await work(settings);
		} catch (error) {
			if (first) throw error;
			writeProblems(problemsOf(error), context.io);
		}
		say("Watching for changes; Ctrl+C ends it\n");
		await changes.next();
	}
}

function problemsOf(error: unknown): readonly Problem[] {
	if (error instanceof UsageError) return error.problems;
	if (!(error instanceof OutputError)) throw error;
	const help = "Make room or change permissions, and save a document again";
	return [{ message: error.message, help }];
}

interface Watching {
	readonly changes: Changes;
	/** Watches what these settings need; true when that was not watched before. */
	readonly follow: (settings: Settings) => Promise<boolean>;
	readonly close: () => Promise<void>;
}

async function open(
	settings: Settings,
	{ config }: FollowFlags,
	changes: Changes,
	{ io }: Context,
): Promise<Watching> {
	let key = "";
	let watcher: DocsWatcher | undefined;
	const watching: Watching = {
		changes,
		async follow(settings) {
			const targets = targetsOf(settings, configPaths(config, io.cwd));
			const wanted = JSON.stringify(targets);
			if (wanted === key) return false;
			const old = watcher;
			watcher = await watchDocs(targets, changes.add, changes.fail);
			key = wanted;
			await old?.close();
			return true;
		},
		close: async () => watcher?.close(),
	};
	await watching.follow(settings);
	return watching;
}

interface Changes {
	readonly add: (path: string) => void;
	readonly fail: (errno: string) => void;
	/** The paths since the last time. */
	readonly take: () => readonly string[];
	/** Waits for changes, and until they pause or the end is asked for; throws when there can be none any more. */
	readonly next: () => Promise<void>;
	readonly ended: () => boolean;
}

/** Milliseconds without a change after which a burst is over: editors save within a few. */
const pause = 100;

function collectChanges(asked: AbortSignal): Changes {
	const paths = new Set<string>();
	let count = 0;
	let errno: string | undefined;
	let wake = (): void => {};
	asked.addEventListener("abort", () => wake());
	const ended = () => asked.aborted;
	return {
		add(path) {
			paths.add(path);
			count++;
			wake();
		},
		fail(name) {
			errno = name;
			wake();
		},
		take() {
			const taken = [...paths].sort();
			paths.clear();
			return taken;
		},
		async next() {
			while (paths.size === 0 && errno === undefined && !ended())
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			for (let seen = -1; seen !== count && !ended(); ) {
				seen = count;
				await setTimeout(pause);
			}
			if (errno !== undefined)
				throw new UsageError({
					message: `The docs cannot be watched (${errno})`,
					help: "Allow more watches, or more open files; or run without watching",
				});
		},
		ended,
	};
}

/** More than this in one burst is a checkout of another branch. */
const mostPaths = 10;

function printPaths(paths: readonly string[], { io }: Context): string {
	const lines = paths
		.slice(0, mostPaths)
		.map((path) => `${visibleLine(shownFrom(io.cwd, path))} changed\n`);
	const more = paths.length - lines.length;
	return `${lines.join("")}${more > 0 ? `and ${more} more\n` : ""}`;
}
