import type { Io } from "./io.ts";
import type { Part, Progress } from "./progress.ts";
import type { Stages } from "./stages.ts";

/** The part of the program that reads docs and makes files; loaded when it is needed, as it is large. */
export type Pipeline = Pick<
	typeof import("../pipeline.ts"),
	"readDocs" | "emitFiles" | "defaultEmitters" | "printMethods"
>;

/** What every command is handed. */
export interface Context {
	readonly io: Io;
	readonly pipeline: () => Promise<Pipeline>;
	/** Hears how long each part of the run takes, where somebody wants to know. */
	readonly stages?: Stages;
	/** Hears how far the run is, where somebody looks on. */
	readonly progress?: Progress;
}

/** Does a part of the work of a command, says so, and has its time taken. */
export function staged<T>(
	{ stages, progress }: Context,
	part: string | Part,
	work: () => T,
): T {
	const shown = typeof part === "string" ? { name: part } : part;
	progress?.show(shown);
	return stages === undefined ? work() : stages.time(shown.name, work);
}
