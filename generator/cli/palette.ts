import pc from "picocolors";
import type { Palette } from "../diagnostics/format.ts";
import type { Environment, Out } from "./io.ts";

/** Colours for a terminal that has not been told otherwise; everything else gets plain text. */
export function paletteFor(out: Out, env: Environment): Palette {
	const plain = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
	const colours = pc.createColors(out.isTerminal && !plain);
	return {
		error: colours.red,
		warning: colours.yellow,
		info: colours.blue,
		quiet: colours.dim,
		strong: colours.bold,
	};
}
