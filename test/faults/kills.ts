import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { write } from "../output/folder.ts";
import {
	digestOfTree,
	docsOf,
	litterOf,
	newFolder,
	project,
	run,
	withFaults,
} from "./project.ts";

/** What became of runs that were killed. */
export interface Kills {
	readonly tried: number;
	/** Neither the old tree nor the new one was there after the next start, or a file of others was not what it was. */
	readonly torn: number;
	/** The same for somebody who looked before the next start. */
	readonly tornBefore: number;
	/** The output as a whole was away for somebody who looked before the next start. */
	readonly awayBefore: number;
	/** How far the runs were: no folder for staging, files staged, a journal with steps, steps taken, at its end. */
	readonly phases: Readonly<Record<Phase, number>>;
	readonly ends: Readonly<Record<"old" | "new", number>>;
	readonly faults: readonly string[];
}

const phases = ["before", "staging", "steps", "clearing", "after"] as const;
type Phase = (typeof phases)[number];

export interface KillOptions {
	readonly kills: number;
	readonly seed: number;
	/** How many documents there are. */
	readonly parts: number;
	readonly onKill?: (line: string) => void;
}

/** Hand-written files in the three kinds of trees that runs meet. */
const mine = {
	none: {},
	"files of others": { "notes.md": "mine", "src/mine.ts": "mine" },
	"no output yet": {},
} as const;
type Kind = keyof typeof mine;
const kinds = Object.keys(mine) as Kind[];

/** Every other run is killed at a moment of all its time, the others while they write, at a call of the file system, and when the journal is there. */
const ways = [
	"at any moment",
	"while writing",
	"at any moment",
	"at a call",
	"at any moment",
	"at its steps",
] as const;

/**
 * Kills real runs, then starts the command anew with arguments that write nothing of their own, so that what is there after it is what the killed run left,
 * and in the end lets it generate.
 */
export async function tryKills({
	kills,
	seed,
	parts,
	onKill,
}: KillOptions): Promise<Kills> {
	const random = randomFrom(seed);
	const root = newFolder();
	const cwd = join(root, "project");
	const out = join(cwd, "out");
	const staging = join(cwd, ".out.docwright");
	const journal = join(staging, "journal.json");
	const counts = { torn: 0, tornBefore: 0, awayBefore: 0 };
	const met = Object.fromEntries(phases.map((phase) => [phase, 0])) as Record<
		Phase,
		number
	>;
	const ends = { old: 0, new: 0 };
	const faults: string[] = [];
	try {
		const trees = await makeTrees(root, parts);
		const pace = await measure(cwd, out, staging, trees);
		for (let at = 0; at < kills; at++) {
			const kind = kinds[Math.floor(random() * kinds.length)] ?? "none";
			const tree = trees[kind];
			setUp(cwd, out, tree);
			const way = ways[at % ways.length] ?? "at any moment";
			const moment = random();
			const delay = moment * spans(pace)[way];
			const call = 1 + Math.floor(moment * pace.calls[kind]);
			const done =
				way === "at a call"
					? await run(cwd, generating, withFaults(cwd, "kill", call))
					: await run(cwd, generating, {
							onStart: (kill) =>
								way === "at any moment"
									? killAfter(delay, kill)
									: killWhen(
											() =>
												existsSync(way === "at its steps" ? journal : staging),
											delay,
											kill,
										),
						});
			// Others use the machine, too: what is known of the pace is that of the last run that ended by itself.
			if (done.signal === null && way === "at any moment")
				pace.whole = done.milliseconds;
			const phase = phaseOf(staging, done.signal);
			met[phase]++;
			const seen = digestOfTree(out);
			const isWhole = (digest: string) =>
				digest === tree.old || digest === tree.new;
			if (!isWhole(seen))
				counts[seen === "nothing" ? "awayBefore" : "tornBefore"]++;
			const checks = at % 4 === 3;
			if (checks) {
				// A check may not write: what it found is what it leaves, with the exit code of an output that is not the docs'.
				const check = await run(cwd, [...generating, "--check"]);
				const expected = seen === tree.new && phase !== "steps" ? 0 : 3;
				if (check.status !== expected || digestOfTree(out) !== seen)
					faults.push(`${at}: --check gave ${check.status} in phase ${phase}`);
			}
			const start = await run(cwd, ["generate", "nowhere", "-o", "out"]);
			const found = digestOfTree(out);
			const litter = litterOf(out);
			if (start.status !== 1)
				faults.push(`${at}: the start gave ${start.status}: ${start.stderr}`);
			if (litter.length > 0) faults.push(`${at}: ${litter.join(", ")} is left`);
			if (!isWhole(found)) counts.torn++;
			else ends[found === tree.new ? "new" : "old"]++;
			if (at % 4 === 0) {
				const last = await run(cwd, generating);
				if (last.status !== 0 || digestOfTree(out) !== tree.new)
					faults.push(
						`${at}: the last run gave ${last.status}: ${last.stderr}`,
					);
			}
			const said = (digest: string) =>
				isWhole(digest) ? "whole" : digest === "nothing" ? "away" : "MIXED";
			const when =
				way === "at a call"
					? `${way}, ${call}`
					: `${way}, after ${delay.toFixed(1)} ms`;
			onKill?.(
				`${at + 1} ${kind}, ${when}: ${phase}; ${said(seen)} before the next start, ${said(found)} after it`,
			);
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
	return { tried: kills, ...counts, phases: met, ends, faults };
}

const generating = ["generate", "-o", "out", "--no-cache", "--quiet"];

interface Tree {
	/** The project with the output as it is before, and docs that give another. */
	readonly folder: string;
	readonly old: string;
	readonly new: string;
}

async function makeTrees(
	root: string,
	parts: number,
): Promise<Readonly<Record<Kind, Tree>>> {
	const made = {} as Record<Kind, Tree>;
	for (const [kind, files] of Object.entries(mine) as [
		Kind,
		Record<string, string>,
	][]) {
		const folder = join(root, kind);
		const out = join(folder, "out");
		project(folder, docsOf("first", parts));
		if (kind !== "no output yet") await mustRun(folder);
		if (existsSync(out)) write(out, files);
		const old = digestOfTree(out);
		const after = join(root, `${kind}, after`);
		cpSync(folder, after, { recursive: true });
		rmSync(join(after, "spec"), { recursive: true });
		project(after, docsOf("second", parts));
		await mustRun(after);
		rmSync(join(folder, "spec"), { recursive: true });
		project(folder, docsOf("second", parts));
		made[kind] = { folder, old, new: digestOfTree(join(after, "out")) };
	}
	return made;
}

async function mustRun(cwd: string): Promise<void> {
	const { status, stderr } = await run(cwd, generating);
	if (status !== 0) throw new Error(stderr);
}

function setUp(cwd: string, out: string, { folder }: Tree): void {
	rmSync(cwd, { recursive: true, force: true });
	cpSync(folder, cwd, { recursive: true });
	if (litterOf(out).length > 0) throw new Error("the model has litter");
}

/** Milliseconds that a run takes, and of them those in which it writes; and its calls of the file system. */
async function measure(
	cwd: string,
	out: string,
	staging: string,
	trees: Readonly<Record<Kind, Tree>>,
) {
	setUp(cwd, out, trees.none);
	let first = 0;
	let last = 0;
	let over = false;
	const done = run(cwd, generating).finally(() => {
		over = true;
	});
	while (!over) {
		if (existsSync(staging)) {
			last = performance.now();
			if (first === 0) first = last;
		}
		await new Promise(setImmediate);
	}
	const { milliseconds } = await done;
	const calls = {} as Record<Kind, number>;
	for (const kind of kinds) {
		setUp(cwd, out, trees[kind]);
		const { stdout } = await run(cwd, generating, withFaults(cwd, "count"));
		calls[kind] = Number(/^calls (\d+)$/m.exec(stdout)?.[1]);
	}
	return { whole: milliseconds, writing: Math.max(last - first, 5), calls };
}

function killAfter(delay: number, kill: (signal: "SIGKILL") => void): void {
	setTimeout(() => kill("SIGKILL"), delay);
}

/** The milliseconds of which one is picked. */
function spans({ whole, writing }: { whole: number; writing: number }) {
	return {
		"at any moment": whole * 1.05,
		"while writing": writing * 1.2,
		"at a call": 0,
		"at its steps": 2,
	};
}

/** Looks all the time, as timers are too coarse for this. */
function killWhen(
	begun: () => boolean,
	delay: number,
	kill: (signal: "SIGKILL") => void,
): void {
	const last = performance.now() + 60_000;
	const look = () => {
		if (begun()) {
			const until = performance.now() + delay;
			while (performance.now() < until);
			kill("SIGKILL");
		} else if (performance.now() < last) setImmediate(look);
	};
	look();
}

function phaseOf(staging: string, signal: NodeJS.Signals | null): Phase {
	const names = existsSync(staging) ? readdirSync(staging) : undefined;
	if (names === undefined) return signal === null ? "after" : "before";
	if (names.includes("journal.json")) return "steps";
	return names.includes("done.json") ? "clearing" : "staging";
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
