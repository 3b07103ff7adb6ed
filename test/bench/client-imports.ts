import { type Home, loadingOf, type Side } from "./client-sides.ts";
import { runProcess } from "./process.ts";
import { besides, inRounds, ratio } from "./rounds.ts";

const rounds = 11;

/** CPU of a process that loads a package and makes its client, as a multiple of that of an empty process. */
export async function importCosts(
	sides: readonly Side[],
	folderOf: (home: Home) => string,
): Promise<ReadonlyMap<string, string>> {
	const load = (text: string, home: Home) => () =>
		loadMilliseconds(text, folderOf(home));
	const programs = new Map([["empty", load("", "sample")]]);
	for (const side of sides)
		if (side.home) programs.set(side.name, load(loadingOf(side), side.home));
	return besides(await inRounds(rounds, programs), "empty", ratio);
}

async function loadMilliseconds(text: string, cwd: string): Promise<number> {
	const end =
		"const { user, system } = process.cpuUsage();\nconsole.log((user + system) / 1000);";
	const args = ["--input-type=module", "-e", `${text}\n${end}`];
	const { status, stdout, stderr } = await runProcess(
		process.execPath,
		args,
		cwd,
	);
	if (status !== 0) throw new Error(`${text}\nfailed:\n${stderr}`);
	return Number(stdout);
}
