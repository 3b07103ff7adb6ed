import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type ApiModel,
	compareModels,
	ModelError,
	parseModel,
	printChangesText,
} from "../changes/index.ts";
import { errnoOf } from "../output/look-at.ts";
import type { Io } from "./io.ts";
import { paletteFor } from "./palette.ts";

/** Where the output has the model that it was made from. */
export const modelPath = "model.json";

/** The API that an output folder is for; nothing where there is none, or not one that can be read. */
export async function modelAt(out: string): Promise<ApiModel | undefined> {
	try {
		return parseModel(await readFile(join(out, modelPath), "utf8"));
	} catch (error) {
		if (error instanceof ModelError) return undefined;
		errnoOf(error);
		return undefined;
	}
}

/** Prints what changed for those who use the API. */
export function writeApiChanges(
	before: ApiModel,
	after: ApiModel,
	pathOf: (file: string) => string,
	{ stdout, env }: Io,
): void {
	const changes = compareModels(before, after);
	const paths = { before: pathOf, after: pathOf };
	stdout.write(
		changes.length === 0
			? "The API is the same\n"
			: printChangesText(changes, paths, paletteFor(stdout, env)),
	);
}
