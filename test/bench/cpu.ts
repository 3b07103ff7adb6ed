import { runProcess } from "./process.ts";

/** Seconds of CPU that a command takes with all that it starts, `times` runs of it together. */
export async function cpuSeconds(
	command: readonly string[],
	cwd: string,
	times = 1,
): Promise<number> {
	// The shell's own word: its second line is what its children took, as `0m1.23s 0m0.10s`.
	const script =
		'n=$0; s=0; while [ $n != 0 ] && [ $s = 0 ]; do "$@" >&2; s=$?; n=$((n-1)); done; echo "= $s"; times';
	const args = ["-c", script, String(times), ...command];
	const { stdout, stderr } = await runProcess("sh", args, cwd);
	const [status, , children = ""] = stdout.trim().split("\n");
	if (status !== "= 0")
		throw new Error(`${command.join(" ")} failed:\n${stderr}`);
	const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
	return parts.reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}
