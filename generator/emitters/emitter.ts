import type { Report } from "../diagnostics/reporter.ts";
import type { ApiModel } from "../model/types.ts";
import type { OutputFile } from "../text/output-file.ts";

/** Makes one kind of output from the model. Pure: options are closed over by its maker, and it touches no disk. */
export interface Emitter {
	/** Names it in the config and in `--verbose`: `client`, `openapi`. */
	readonly name: string;
	readonly emit: (model: ApiModel, report: Report) => readonly OutputFile[];
}
