import { tmpdir } from "node:os";
import { visibleText } from "../diagnostics/visible.ts";

/** What a command has of the world: where it stands, its environment, and two streams to write to. */
export interface Io {
	/** Absolute. */
	readonly cwd: string;
	readonly env: Environment;
	readonly stdout: Out;
	readonly stderr: Out;
	/** There is a person who can be asked. */
	readonly canAsk?: boolean;
	/** Where a report of a fault of ours may be left: an absolute folder; none is written where there is none. */
	readonly temporary?: string;
}

/** The environment variables that we heed, and what each has a say in: never in what is made of docs. */
export const environmentVariables = {
	NO_COLOR: "printing",
	TERM: "printing",
	/** Set where a build is repeated by a machine: that has no use for progress, either. */
	CI: "cache",
	/** Where GitHub Actions has the repository: absolute. */
	GITHUB_WORKSPACE: "printing",
	/** Set to see where in our code a fault of ours is. */
	DOCWRIGHT_DEBUG: "printing",
} as const;

export type Environment = {
	readonly [Name in keyof typeof environmentVariables]?: string | undefined;
};

export interface Out {
	readonly isTerminal: boolean;
	/** Characters in a line of the terminal. */
	readonly columns?: number | undefined;
	readonly write: (text: string) => void;
}

/** The streams of this process. A reader that goes away, as `head` does, is no fault: what it left is not written. */
export function processIo(): Io {
	return {
		cwd: process.cwd(),
		env: { ...process.env },
		temporary: tmpdir(),
		stdout: outOf(process.stdout),
		stderr: outOf(process.stderr),
		canAsk: process.stdin.isTTY === true && process.stdout.isTTY === true,
	};
}

/** Writes a value as JSON for a program; characters that a terminal would obey or hide are escaped in it too. */
export function writeJson(out: Out, value: unknown): void {
	writeEscaped(out, JSON.stringify(value, undefined, 2));
}

/** The same on one line, for a program that reads line by line. */
export function writeJsonLine(out: Out, value: unknown): void {
	writeEscaped(out, JSON.stringify(value));
}

function writeEscaped({ write }: Out, text: string): void {
	const escaped = text.replace(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu, (found) =>
		found
			.split("")
			.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
			.join(""),
	);
	write(`${escaped}\n`);
}

/** Writes text that others made, exact for a program and harmless on a terminal. */
export function writeForeign({ write, isTerminal }: Out, text: string): void {
	write(isTerminal ? visibleText(text) : text);
}

function outOf(stream: NodeJS.WriteStream): Out {
	let open = true;
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		open = false;
	});
	return {
		isTerminal: stream.isTTY === true,
		columns: stream.isTTY ? stream.columns : undefined,
		write(text) {
			if (open) stream.write(text);
		},
	};
}
