import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { redactSecrets } from "../text/secrets.ts";

/** Where our code failed, and under which circumstances; nothing of the docs, and no values of arguments. */
export interface Crash {
	readonly error: unknown;
	readonly args: readonly string[];
	readonly version: string;
	/** Absolute; named by `.` in the report. */
	readonly cwd: string;
}

/**
 * Writes a report to a new folder in `temporary` that nobody else may read, and gives its path; nothing where that cannot
 * be done. Messages may quote docs: what looks like a secret is replaced, and each line stays one.
 */
export function writeCrashReport(
	crash: Crash,
	temporary: string,
): string | undefined {
	try {
		const path = join(
			mkdtempSync(join(temporary, "docwright-crash-")),
			"report.txt",
		);
		writeFileSync(path, reportOf(crash), { flag: "wx", mode: 0o600 });
		return path;
	} catch {
		return undefined;
	}
}

function reportOf({ error, args, version, cwd }: Crash): string {
	const stack = error instanceof Error ? (error.stack ?? "") : String(error);
	const lines = [
		`docwright ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
		`arguments: ${args.map(withoutValue).join(" ")}`,
		...stack.replaceAll(cwd, ".").split("\n"),
	].map((line) => String(redactSecrets(line).value));
	return `${lines.map((line) => line.replace(/\p{C}/gu, "\ufffd")).join("\n")}\n`;
}

/** `--out=x` as `--out=…`: names of commands and options are ours, anything else is somebody's. */
function withoutValue(arg: string): string {
	const [name] = /^(?:--?)?[a-z][a-z-]*(?==|$)/.exec(arg) ?? ["…"];
	return name === arg || name === "…" ? name : `${name}=…`;
}
