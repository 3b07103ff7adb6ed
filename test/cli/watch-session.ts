import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFailed, onTestFinished } from "vitest";

const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

/** A command that follows the docs; killed when the test is over. */
export interface WatchSession {
	/** Does something, and waits for the round in which this is printed afterwards to end; gives what was printed. */
	readonly after: (
		change: () => void,
		...printed: readonly (string | RegExp)[]
	) => Promise<string>;
	/** All that was printed. */
	readonly printed: () => string;
	/** How many rounds there were. */
	readonly rounds: () => number;
	/** Sends a signal; gives the exit status. */
	readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const roundEnd = "Watching for changes; Ctrl+C ends it\n";

/** Starts it as a user does, and waits for the end of the first round. */
export function startWatch(
	cwd: string,
	...args: readonly string[]
): Promise<WatchSession> {
	return startRounds(cwd, "generate", "--watch", ...args);
}

/** The same for any command that follows the docs. */
export async function startRounds(
	cwd: string,
	...args: readonly string[]
): Promise<WatchSession> {
	// One stream, so that what is printed comes in its order.
	const child = spawn(
		"sh",
		["-c", 'exec "$0" "$@" 2>&1', process.execPath, bin].concat(args),
		{ cwd, env: { ...process.env, NO_COLOR: "1" } },
	);
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	let text = "";
	onTestFailed(() => console.error(text));
	let hear = (): void => {};
	child.stdout.setEncoding("utf8").on("data", (part: string) => {
		text += part;
		hear();
	});
	const closed = new Promise<number | null>((resolve) =>
		child.on("close", (code) => {
			resolve(code);
			hear();
		}),
	);
	const after: WatchSession["after"] = async (change, ...printed) => {
		const start = text.length;
		change();
		for (;;) {
			const since = text.slice(start);
			if (isOver(since, printed)) return since;
			if (child.exitCode !== null)
				throw new Error(`It ended with ${child.exitCode}:\n${text}`);
			await new Promise<void>((resolve) => {
				hear = resolve;
			});
		}
	};
	await after(() => {});
	return {
		after,
		printed: () => text,
		rounds: () => text.split(roundEnd).length - 1,
		end(signal = "SIGINT") {
			child.kill(signal);
			return closed;
		},
	};
}

/** True when all of it was printed, and the end of a round behind it. */
function isOver(text: string, printed: readonly (string | RegExp)[]): boolean {
	const places = printed.map((one) =>
		typeof one === "string" ? text.indexOf(one) : text.search(one),
	);
	return (
		!places.includes(-1) &&
		text.indexOf(roundEnd, Math.max(0, ...places)) !== -1
	);
}
