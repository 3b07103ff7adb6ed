import { runProcess } from "./process.ts";

/** Seconds of CPU that a command takes with all that it starts. */
export async function cpuSeconds(
	command: readonly string[],
	cwd: string,
): Promise<number> {
	// The shell's own word: its second line is what its children took, as `0m1.23s 0m0.10s`.
	const args = ["-c", '"$@" >&2; echo "= $?"; times', "sh", ...command];
	const { stdout, stderr } = await runProcess("sh", args, cwd);
	const [status, , children = ""] = stdout.trim().split("\n");
	if (status !== "= 0")
		throw new Error(`${command.join(" ")} failed:\n${stderr}`);
	const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
	return parts.reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}
