import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Home, moduleOf, type Side } from "./client-sides.ts";
import { cpuSeconds } from "./cpu.ts";
import { besides, inRounds, ratio } from "./rounds.ts";

const rounds = 5;
/** A run takes a tenth of a second, of which the shell counts hundredths: several of them are counted as one. */
const runs = 5;
const tsc = fileURLToPath(
	new URL("../../node_modules/.bin/tsc", import.meta.url),
);

/**
 * CPU of the compiler for a module that calls one operation, as a multiple of that for an empty module. The sides without
 * types of the API have nothing to check and are left out.
 */
export async function typeCosts(
	sides: readonly Side[],
	folderOf: (home: Home) => string,
): Promise<ReadonlyMap<string, string>> {
	const folders: string[] = [];
	const check = (text: string, home: Home) => {
		const folder = projectOf(text, folderOf(home));
		folders.push(folder);
		return () => cpuSeconds([tsc, "-p", folder], folder, runs);
	};
	try {
		const programs = new Map([["empty", check("export {};\n", "sample")]]);
		for (const side of sides)
			if (side.typed && side.home)
				programs.set(side.name, check(moduleOf(side), side.home));
		return besides(await inRounds(rounds, programs), "empty", ratio);
	} finally {
		for (const folder of folders) rmSync(folder, { recursive: true });
	}
}

/** A folder with a program of one file, which finds its packages from `home`. */
function projectOf(text: string, home: string): string {
	const folder = mkdtempSync(join(home, "check-"));
	const compilerOptions = {
		target: "es2022",
		module: "nodenext",
		strict: true,
		skipLibCheck: true,
		noEmit: true,
		types: [],
	};
	const settings = { compilerOptions, files: ["program.mts"] };
	writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
	writeFileSync(join(folder, "program.mts"), text);
	return folder;
}
