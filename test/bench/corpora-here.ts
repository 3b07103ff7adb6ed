import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A folder of real docs, and the facts that an independent description of the same API gives, if there is one. */
export interface Corpus {
	readonly name: string;
	readonly docs: string;
	readonly truth?: string;
}

/** The folder beside the repository with real docs and the tools to judge what is read of them. */
const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

export const fidelityTool = `${shared}tools/fidelity.mjs`;

/** All corpora, or those of some names; none where the folder beside the repository is missing, which is said. */
export function corporaHere(only?: readonly string[]): readonly Corpus[] {
	const folder = `${shared}corpus/`;
	if (!existsSync(folder)) {
		console.log(`There are no corpora here: ${folder} is missing`);
		return [];
	}
	return readdirSync(folder)
		.filter((name) => existsSync(`${folder}${name}/docs`))
		.filter((name) => only === undefined || only.includes(name))
		.sort()
		.map((name) => {
			const truth = `${folder}${name}/truth.json`;
			const corpus = { name, docs: `${folder}${name}/docs` };
			return existsSync(truth) ? { ...corpus, truth } : corpus;
		});
}
