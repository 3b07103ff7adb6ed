import { createRequire } from "node:module";
import { Writable } from "node:stream";
import type { SingleBar } from "cli-progress";
import type { Io, Out } from "./io.ts";

/** Shows a person how far a run is. It says nothing before `start`, and nothing of what is done in half a second. */
export interface Progress {
	/** The command begins. */
	readonly start: (command: string, flags: OnlookerFlags) => void;
	/** Says what is being done from now on. */
	readonly show: (part: Part) => void;
	/** Takes away what is shown; there is nothing more to come. */
	readonly end: () => void;
}

/** A part of the work, and how much of it is done where that can be counted. */
export interface Part {
	readonly name: string;
	readonly done?: number;
	readonly total?: number;
	/** It waits for others, as the network, and so signals are heard. */
	readonly waits?: boolean;
}

/** Milliseconds without a word, after which somebody wants to know what is going on. */
const patience = 500;

/** Whether the one who reads standard error is a person at a terminal that can take a line back. */
function canShow({ stderr, env }: Io): boolean {
	const plain = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
	return stderr.isTerminal && !plain && !env.CI;
}

/** Whether a person wants to see how far a command is; `init` asks questions, and has the terminal for itself. */
function hasOnlooker(
	command: string,
	{ quiet, json, reporter = "text", format = "text" }: OnlookerFlags,
): boolean {
	if (command === "init" || quiet === true || json === true) return false;
	return reporter === "text" && format !== "json";
}

export interface OnlookerFlags {
	readonly quiet?: boolean;
	readonly json?: boolean;
	readonly reporter?: string;
	readonly format?: string;
}

/**
 * Progress on standard error, and streams that take it away before anything else is written to either of them. Most of the
 * work does not let timers run, so that the line is drawn by those who do the work; a signal ends such work where it
 * stands, and leaves the line and a terminal that is as it was.
 */
export function progressOn(io: Io): {
	readonly io: Io;
	readonly progress?: Progress;
} {
	if (!canShow(io)) return { io };
	const line = lineOn(io.stderr);
	let started = false;
	let silentSince = 0;
	let last: Part | undefined;
	let timer: NodeJS.Timeout | undefined;

	const clear = (): void => {
		clearTimeout(timer);
		timer = undefined;
		line.clear();
		silentSince = performance.now();
	};
	const show = (part: Part): void => {
		if (!started) return;
		last = part;
		const early = silentSince + patience - performance.now();
		if (line.isShown() || early <= 0) line.draw(part);
		// Work that waits for something may have nothing to say by then.
		else timer ??= setTimeout(() => last && line.draw(last), early).unref();
	};
	const clearing = (out: Out): Out => ({
		...out,
		write(text) {
			clear();
			out.write(text);
		},
	});
	return {
		io: { ...io, stdout: clearing(io.stdout), stderr: clearing(io.stderr) },
		progress: {
			start(command, flags) {
				started = hasOnlooker(command, flags);
				silentSince = performance.now();
			},
			show,
			end() {
				clear();
				started = false;
			},
		},
	};
}

function lineOn(out: Out) {
	let bar: SingleBar | undefined;
	let shown: Part | undefined;
	const clear = (): void => {
		bar?.stop();
		bar = undefined;
		process.off("exit", clear);
		for (const signal of signals) process.off(signal, hear);
	};
	const hear = (signal: NodeJS.Signals): void => {
		clear();
		// Without a listener it ends the process, as it would have.
		process.kill(process.pid, signal);
	};
	return {
		isShown: () => bar !== undefined,
		clear,
		draw(part: Part): void {
			const { name, done, total = 0 } = part;
			// What a part before had is not this one's.
			const payload = { name, done, total };
			if (bar === undefined) {
				bar = openBar(out);
				process.once("exit", clear);
				bar.start(total, done ?? 0, payload);
			} else {
				bar.setTotal(total);
				bar.update(done ?? 0, payload);
				if (shown?.name !== name) bar.render();
			}
			for (const signal of signals) process.off(signal, hear);
			if (part.waits === true)
				for (const signal of signals) process.on(signal, hear);
			shown = part;
		},
	};
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Loaded here and not before, and at once: a run of some length does not come back to wait for it. */
function openBar(out: Out): SingleBar {
	const require = createRequire(import.meta.url);
	const library: typeof import("cli-progress") = require("cli-progress");
	return new library.SingleBar({
		stream: streamOf(out),
		fps: 20,
		barsize: 24,
		barCompleteChar: "\u2588",
		barIncompleteChar: "\u2591",
		clearOnComplete: true,
		// Lines are cut at the width of the terminal, so that there is one to take away.
		linewrap: true,
		format(options, { progress }, { name, done, total }: Part) {
			if (done === undefined) return name;
			const drawn = library.Format.BarFormat(progress, options);
			return `${name}  ${drawn}  ${done} of ${total}`;
		},
	});
}

/** A terminal, as the library knows them, that writes at once. */
function streamOf(out: Out): Writable {
	const stream = new Writable({
		decodeStrings: false,
		write(text, _, done) {
			out.write(String(text));
			done();
		},
	});
	return Object.assign(stream, { isTTY: true, columns: out.columns });
}
