import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs npm in a folder, as on a machine where nothing else told it what to do; throws with all that it printed. */
export async function npm(
	args: readonly string[],
	cwd: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
	// What started this with npm run leaves its own settings in the environment.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !isOfRun(name)),
	);
	try {
		return await run("npm", args, { cwd, env, maxBuffer: 1e8 });
	} catch (error) {
		const { stdout = "", stderr = "" } = Object(error);
		throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
	}
}

function isOfRun(name: string): boolean {
	return /^npm_(?:package|lifecycle|command|config_(?:local_prefix|prefix|noproxy|user_agent))/i.test(
		name,
	);
}
