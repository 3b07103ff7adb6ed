import type { Io } from "./io.ts";

/** The part of the program that reads docs and makes files; loaded when it is needed, as it is large. */
export type Pipeline = Pick<
	typeof import("../pipeline.ts"),
	"readDocs" | "emitFiles" | "defaultEmitters"
>;

/** What every command is handed. */
export interface Context {
	readonly io: Io;
	readonly pipeline: () => Promise<Pipeline>;
}
