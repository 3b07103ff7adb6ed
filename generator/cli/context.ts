import type { Io } from "./io.ts";
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
}

/** Does a part of the work of a command, and has its time taken. */
export function staged<T>({ stages }: Context, name: string, work: () => T): T {
	return stages === undefined ? work() : stages.time(name, work);
}
