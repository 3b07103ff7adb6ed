import { openOutput, planFolder } from "../output/output-folder.ts";
import type { Plan } from "../output/plan.ts";
import type { OutputFile } from "../text/output-file.ts";
import { type Context, staged } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import {
	writeAnnotations,
	writeProblemAnnotations,
	writeUnheeded,
} from "./github.ts";
import { holdSignals, type Interrupted } from "./interrupt.ts";
import { writeForeign, writeJson } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { isResultsStyle, type StyleFlags, styleOf } from "./output-style.ts";
import {
	changeInTurn,
	endCutOff,
	type Turn,
	tellCutOff,
} from "./output-turn.ts";
import { planRun } from "./plan-run.ts";
import { countSeverities, findDocuments, type Outcome } from "./project.ts";
import { type CacheFlags, openRunCache } from "./run-cache.ts";
import { type Flags, type Settings, shownFrom } from "./settings.ts";
import { createStages } from "./stages.ts";
import { countRead, printSummary, type Written } from "./summary.ts";
import { writeResults } from "./write-results.ts";

export interface GenerateFlags extends Flags, CacheFlags, StyleFlags {
	readonly check?: boolean;
	readonly dryRun?: boolean;
	readonly force?: boolean;
	readonly quiet?: boolean;
	readonly verbose?: boolean;
}

/** What a run came to. */
export interface Run {
	readonly exitCode: ExitCode | Interrupted;
	readonly project: Outcome;
	/** Whether warnings fail. */
	readonly strict: boolean;
	readonly output?: Written;
	/** For `--check`: what would change, empty when nothing would. */
	readonly diff?: string;
}

/** `docwright generate`: reads the docs and makes the output folder what they give. */
export async function generate(
	patterns: readonly string[],
	flags: GenerateFlags,
	context: Context,
): Promise<ExitCode | Interrupted> {
	const started = performance.now();
	const stages = flags.verbose === true ? createStages() : undefined;
	const staging = { ...context, ...(stages && { stages }) };
	const settings = await staged(staging, "settle the config", () =>
		openSettings(patterns, flags, context.io),
	);
	const outcome = await makeOutput(settings, flags, staging);
	const milliseconds = Math.round(performance.now() - started);
	if (styleOf(flags) === "json") {
		writeJson(context.io.stdout, { ...asJson(outcome), milliseconds });
	} else {
		await present(outcome, flags, milliseconds, context);
	}
	if (stages !== undefined) context.io.stderr.write(stages.print());
	return outcome.exitCode;
}

/** Reads the docs, and makes the output folder what they give, or sees how far it is from that. */
export async function makeOutput(
	settings: Settings,
	flags: GenerateFlags,
	context: Context,
): Promise<Run> {
	const { io } = context;
	const { out } = settings;
	const looksOnly = flags.check === true || flags.dryRun === true;
	const turn = { out, io, quiet: flags.quiet === true };
	const cutOff = looksOnly && (await tellCutOff(turn));
	if (!looksOnly) await endCutOff(turn);
	const docs = await staged(context, "find documents", () =>
		findDocuments(settings),
	);
	const shown = shownFrom(io.cwd, out);
	const open = async () => {
		const folder = await openOutput({
			out,
			shown,
			docs: [...docs.folders, ...docs.paths.values()],
			// A check writes nothing, so that there is nothing to be forced.
			force: flags.force === true || flags.check === true,
			looksOnly: flags.check === true,
		});
		if ("message" in folder) throw new UsageError(folder);
		return folder;
	};
	const known = await staged(context, "open the cache", () =>
		openRunCache(settings, flags, io),
	);
	const made = await planRun({ docs, settings, open, known }, context);
	const { outcome: project, files, plan: nothingToDo } = made;
	const { strict } = settings;
	const compare = (files: readonly OutputFile[]) =>
		staged(context, "compare", async () => {
			const seen = known?.seen();
			const plan = await planFolder(await open(), files, seen);
			seen?.keep();
			if (plan.conflicts.length > 0) throw new UsageError(...plan.conflicts);
			return plan;
		});
	if (files === undefined && nothingToDo === undefined)
		return { exitCode: exitCodes.docs, project, strict };
	if (files !== undefined && !looksOnly)
		return {
			...(await write(turn, () => compare(files), context)),
			project,
			strict,
		};
	const plan = nothingToDo ?? (await compare(files ?? []));
	const result = { project, strict, output: writtenBy(plan, shown) };
	if (flags.check !== true) return { ...result, exitCode: exitCodes.ok };
	const { diffOutput } = await import("../output/diff.ts");
	const diff = await diffOutput(out, plan);
	const fine = diff === "" && !cutOff;
	return {
		...result,
		diff,
		exitCode: fine ? exitCodes.ok : exitCodes.outdated,
	};
}

/** Does what a plan says, which is made when it is our turn. Who asks for an end before anything is done gets it. */
async function write(
	turn: Turn,
	plan: () => Promise<Plan>,
	context: Context,
): Promise<Pick<Run, "exitCode" | "output">> {
	let done: Plan | undefined;
	const interrupted = await holdSignals(async (asked) => {
		done = await changeInTurn(turn, {
			plan,
			asked,
			timed: (work) => staged(context, "write", work),
			onStep: (done, total) =>
				context.progress?.show({ name: "write files", done, total }),
		});
	});
	return {
		exitCode: interrupted ?? exitCodes.ok,
		...(done && {
			output: writtenBy(done, shownFrom(context.io.cwd, turn.out)),
		}),
	};
}

function writtenBy(plan: Plan, folder: string): Written {
	const { unchanged, removed } = plan;
	const written = plan.written.map(({ path }) => path);
	return { folder, written, unchanged, removed };
}

/** Prints what a run came to. */
export async function present(
	{ exitCode, project, strict, output, diff }: Run,
	flags: GenerateFlags,
	milliseconds: number,
	{ io }: Context,
): Promise<void> {
	const { quiet = false, check, dryRun } = flags;
	const style = styleOf(flags);
	const problems = exitCode === exitCodes.outdated ? [outdated] : [];
	if (isResultsStyle(style)) {
		const { docs, diagnostics } = project;
		const printed = { docs, diagnostics, problems, strict, quiet };
		await writeResults(style, { ...printed, exitCode, milliseconds }, io);
	} else if (style === "github") {
		writeAnnotations(project, io, quiet);
		writeProblemAnnotations(problems, io);
		if (diff !== undefined && diff !== "") writeUnheeded(diff, io);
	} else {
		await writeDiagnostics(project, io, quiet);
		if (diff !== undefined) writeForeign(io.stdout, diff);
	}
	if (dryRun === true && output !== undefined && !isResultsStyle(style))
		io.stdout.write(list(output));
	if (quiet) return;
	const dry = check === true || dryRun === true;
	io.stderr.write(
		printSummary({
			project,
			output: output ?? "nothing",
			dry,
			milliseconds,
		}),
	);
	if (exitCode === exitCodes.outdated)
		io.stderr.write(`${outdated.message}: ${outdated.help}\n`);
}

const outdated = {
	message: "The output is out of date",
	help: "run docwright generate",
};

/** What a dry run would do, one file a line. */
function list({ written, removed }: Written): string {
	const lines = [
		...written.map((path) => `write ${path}\n`),
		...removed.map((path) => `remove ${path}\n`),
	];
	return lines.join("");
}

function asJson({ exitCode, project, output, diff }: Run) {
	const { docs, read, diagnostics } = project;
	return {
		exitCode,
		title: read?.title,
		...countRead(project),
		documents: docs.documents.map(({ file }) => file),
		output,
		diff,
		severities: countSeverities(diagnostics),
		diagnostics,
	};
}
