import type { ApiModel } from "../changes/index.ts";
import { modelAt, modelPath, writeApiChanges } from "./api-changes.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit.ts";
import { followDocs } from "./follow-docs.ts";
import { type GenerateFlags, makeOutput, present } from "./generate.ts";
import type { Interrupted } from "./interrupt.ts";
import { pathsFrom } from "./messages.ts";
import type { Settings } from "./settings.ts";

/**
 * `docwright generate --watch`: generates, and again after each change of the docs or the config. Each time is a whole run,
 * so that it ends in the bytes of one.
 */
export async function watch(
	patterns: readonly string[],
	flags: GenerateFlags,
	context: Context,
): Promise<ExitCode | Interrupted> {
	let model: ApiModel | undefined;
	return followDocs(patterns, flags, context, async (settings) => {
		model = await runOnce(settings, model, flags, context);
	});
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
