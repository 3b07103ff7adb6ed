import { setTimeout } from "node:timers/promises";
import type { ApiModel } from "../changes/index.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import { OutputError } from "../output/output-error.ts";
import { modelAt, modelPath, writeApiChanges } from "./api-changes.ts";
import { configPaths } from "./config-file.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, type Problem, UsageError } from "./exit.ts";
import { type GenerateFlags, makeOutput, present } from "./generate.ts";
import { holdSignals, type Interrupted } from "./interrupt.ts";
import { pathsFrom, writeProblems } from "./messages.ts";
import { loadSettings, type Settings, shownFrom } from "./settings.ts";
import { type DocsWatcher, targetsOf, watchDocs } from "./watch-docs.ts";

/**
 * `docwright generate --watch`: generates, and again after each change of the docs or the config. Each time is a whole run,
 * so that it ends in the bytes of one. What is wrong with the command line, the config or the output ends it at the
 * start; later it is told, and the output stays as it was. An interrupt is how people end it: exit 0.
 */
export async function watch(
	patterns: readonly string[],
	flags: GenerateFlags,
	context: Context,
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
			await repeat(watching, load, flags, context);
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
	flags: GenerateFlags,
	context: Context,
): Promise<void> {
	const { changes } = watching;
	const say = (text: string) => {
		if (flags.quiet !== true) context.io.stderr.write(text);
	};
	let model: ApiModel | undefined;
	for (let first = true; !changes.ended(); first = false) {
		say(printPaths(changes.take(), context));
		try {
			const settings = await load();
			// What happened while other folders came under watch is part of the next round.
			if (await watching.follow(settings)) continue;
			model = await runOnce(settings, model, flags, context);
		} catch (error) {
			if (first) throw error;
			writeProblems(problemsOf(error), context.io);
		}
		say("Watching for changes; Ctrl+C ends it\n");
		await changes.next();
	}
}

/** One run; gives the model that changes are told against from now on. */
async function runOnce(
	settings: Settings,
	last: ApiModel | undefined,
	flags: GenerateFlags,
	context: Context,
): Promise<ApiModel | undefined> {
	const started = performance.now();
	const before = last ?? (await modelAt(settings.out));
	const { io } = context;
	const run = await makeOutput(settings, flags, context);
	await present(run, flags, performance.now() - started, context);
	const written = run.output?.written.includes(modelPath) === true;
	const after = written ? await modelAt(settings.out) : before;
	if (before !== undefined && after !== undefined && run.output !== undefined)
		writeApiChanges(before, after, pathsFrom(io.cwd, run.project.docs), io);
	return after;
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
	{ config }: GenerateFlags,
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
					help: "Allow more watches, or more open files; or run without --watch",
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
