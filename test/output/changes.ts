import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { changeOutput } from "../../generator/output/commit/change-output.ts";
import {
	openOutput,
	planFolder,
} from "../../generator/output/output-folder.ts";
import { filesIn } from "./folder.ts";

export type Files = Readonly<Record<string, string>>;

/** Makes an output hold these files, as a run does. */
export async function generate(out: string, files: Files, asked?: AbortSignal) {
	return changeOutput({
		out,
		...(asked && { asked }),
		async plan() {
			const folder = await openOutput({
				out,
				shown: "generated",
				docs: [],
				force: true,
			});
			if ("message" in folder) throw new Error(folder.message);
			const plan = await planFolder(folder, Object.entries(files).map(toFile));
			const [conflict] = plan.conflicts;
			if (conflict !== undefined) throw new Error(conflict.message);
			return plan;
		},
	});
}

function toFile([path, text]: readonly [string, string]) {
	return { path, text };
}

/** Every file below a folder with what it holds, those of the staging folder aside. */
export function contentOf(folder: string): Files {
	if (!existsSync(folder)) return {};
	return Object.fromEntries(
		filesIn(folder)
			.filter((path) => !path.startsWith(".docwright/"))
			.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
	);
}

/** What lies about beside and in the output, that a run did not clear away. */
export function litter(out: string): readonly string[] {
	const folders = [dirname(out), out].filter(existsSync);
	return folders
		.flatMap((folder) => readdirSync(folder))
		.filter((name) => /\.docwright(?!\.json)/.test(name));
}

/** A process that ends owns nothing any more; here it is the one that goes on. */
export function bury(out: string): void {
	for (const folder of [dirname(out), out].filter(existsSync))
		for (const name of readdirSync(folder)) {
			if (!/\.docwright(?!\.json)/.test(name)) continue;
			for (const entry of readdirSync(join(folder, name)))
				if (entry.startsWith("owner-"))
					renameSync(
						join(folder, name, entry),
						join(folder, name, nobodys(entry)),
					);
			if (name.includes(".owner-"))
				renameSync(join(folder, name), join(folder, nobodys(name)));
		}
}

function nobodys(name: string): string {
	return name.replace(/owner-\d+-\d+-/, "owner-0-0-");
}
