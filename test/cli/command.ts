import type { Context } from "../../generator/cli/context.ts";
import { main } from "../../generator/cli/main.ts";
import { fakePipeline } from "./fake-pipeline.ts";

export interface Setting {
	readonly cwd: string;
	readonly isTerminal?: boolean;
	readonly env?: Context["io"]["env"];
	readonly pipeline?: Partial<Awaited<ReturnType<Context["pipeline"]>>>;
}

/** Runs one command line over a pipeline that is easy to see through, and catches what it prints. */
export async function docwright(
	setting: Setting,
	...args: readonly string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
	const {
		cwd,
		isTerminal = false,
		env = { NO_COLOR: "1" },
		pipeline,
	} = setting;
	const printed = { stdout: "", stderr: "" };
	const out = (name: keyof typeof printed) => ({
		isTerminal,
		write(text: string) {
			printed[name] += text;
		},
	});
	const io = { cwd, env, stdout: out("stdout"), stderr: out("stderr") };
	const status = await main(args, {
		io,
		pipeline: async () => ({ ...fakePipeline, ...pipeline }),
	});
	return { status, ...printed };
}
