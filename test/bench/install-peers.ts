import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { runProcess } from "./process.ts";

/** Installs the peers of a folder, at the versions of its lockfile, unless they are there; what went wrong, if anything did. */
export async function installPeers(
	folder: string,
): Promise<string | undefined> {
	if (existsSync(join(folder, "node_modules/.package-lock.json")))
		return undefined;
	console.log(`Installing the peers into ${relative(process.cwd(), folder)}`);
	const quiet = ["--no-audit", "--no-fund", "--fetch-retries=1"];
	const args = ["ci", "--ignore-scripts", ...quiet];
	const { status, stderr } = await runProcess("npm", args, folder);
	return status === 0
		? undefined
		: `The peers cannot be installed (is there a registry?), so their rows are left out:\n${stderr.trim().split("\n").slice(0, 4).join("\n")}`;
}
