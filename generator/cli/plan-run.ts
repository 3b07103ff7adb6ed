import { isAllThere } from "../output/disk.ts";
import type { Docs } from "../output/docs.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import type { Plan } from "../output/plan.ts";
import type { OutputFile } from "../text/output-file.ts";
import { type Context, staged } from "./context.ts";
import { makeFiles, type Outcome, readProject } from "./project.ts";
import type { RunCache } from "./run-cache.ts";
import type { Settings } from "./settings.ts";

/** What a run comes to. */
export interface PlannedRun {
	readonly outcome: Outcome;
	/** What the output folder is to hold; missing where the docs are not fit for any output, or where it holds all of it. */
	readonly files?: readonly OutputFile[];
	/** Where the output folder holds all that it is to hold. */
	readonly plan?: Plan;
}

export interface RunRequest {
	readonly docs: Docs;
	readonly settings: Settings;
	/** Opens the output folder, or says why it cannot be one. */
	readonly open: () => Promise<OutputFolder>;
	readonly known?: RunCache | undefined;
}

const nothingToDo = {
	written: [],
	removed: [],
	before: new Map(),
	conflicts: [],
} as const;

/** Reads documents and makes their output; what a run before found out of the same is not found out again. */
export async function planRun(
	request: RunRequest,
	context: Context,
): Promise<PlannedRun> {
	const { docs, settings, open, known } = request;
	const key = known?.keyOf(settings, docs) ?? "";
	const before = await staged(context, "look for a run before", () =>
		planKnown(request, key),
	);
	if (before !== undefined) return before;
	// Whoever has to choose another folder hears of it before the docs are read.
	await open();
	const { reading: _, files, ...outcome } = await readAndMake();
	return { outcome, ...(files && { files }) };

	async function readAndMake() {
		const project = await readProject(settings, context, {
			docs,
			...(known && { memory: known.memory }),
		});
		const made = await makeFiles(project, settings, context, {
			printed: known?.printed,
		});
		await staged(context, "keep", async () =>
			known?.keep(key, made, made.files),
		);
		return made;
	}
}

/** What a run that is known comes to; nothing where it is not, or not all that it made. */
async function planKnown(
	{ docs, settings, open, known }: RunRequest,
	key: string,
): Promise<PlannedRun | undefined> {
	const run = known?.recall(key);
	if (known === undefined || run === undefined) return undefined;
	const outcome = { ...run, docs };
	const { digests } = run;
	// The manifest is among them: where all is as it was made, the folder is ours.
	const seen = known.seen();
	if (digests && (await isAllThere(settings.out, digests, seen))) {
		seen.keep();
		const unchanged = digests.map(([path]) => path).sort();
		return { outcome, plan: { ...nothingToDo, unchanged } };
	}
	await open();
	if (digests === undefined) return { outcome };
	const files = known.files(run);
	return files && { outcome, files };
}
