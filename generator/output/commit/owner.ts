import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { once } from "../../text/once.ts";
import { digestOf } from "../digest.ts";
import { errnoOf } from "../look-at.ts";

/**
 * Names the file by which a process owns a staging folder: `owner-<pid>-<start>-<machine>-<random>`. All that others
 * need to know is in the name, so that it is there at once and changes hands by a rename, which only one can win.
 */
const pattern = /^owner-(\d+)-(\d+)-([0-9a-f]{16})-[0-9a-f]{12}$/;

/** Milliseconds after which an owner on another machine that gave no sign of life is taken for dead. */
const silence = 30_000;

/** A name for this process that no other ever had. */
export function ownName(): string {
	const random = randomBytes(6).toString("hex");
	const start = statOf(process.pid)?.start ?? "0";
	return `owner-${process.pid}-${start}-${machine(process)}-${random}`;
}

/** A name that stands for nobody: the first who comes takes over. */
export function nobody(): string {
	const random = randomBytes(6).toString("hex");
	return `owner-0-0-${machine(process)}-${random}`;
}

/** True for the name of an owner's file. */
export function isOwner(name: string): boolean {
	return pattern.test(name);
}

/** The process that a name stands for. */
export function pidOf(name: string): number {
	return Number(pattern.exec(name)?.[1]);
}

/**
 * Whether the process that a name stands for still runs. On this machine the system is asked, and a process that has the
 * number of one before it is told by its start; elsewhere the file's time has to do.
 */
export function isAlive(name: string, path: string): boolean {
	const [, pid = "", start = "", there = ""] = pattern.exec(name) ?? [];
	if (pid === "0") return false;
	if (there !== machine(process)) return isRecent(path);
	try {
		process.kill(Number(pid), 0);
	} catch (error) {
		if (errnoOf(error) === "ESRCH") return false;
	}
	const found = statOf(Number(pid));
	if (found === undefined) return true;
	// A zombie has ended; its parent has not asked about it yet.
	return (
		!"ZX".includes(found.state) && (start === "0" || start === found.start)
	);
}

function isRecent(path: string): boolean {
	const found = statSync(path, { throwIfNoEntry: false });
	return found !== undefined && Date.now() - found.mtimeMs < silence;
}

/** What process numbers are unique in: a start of a machine, and a container on it. */
const machine = once((_: typeof process) => {
	const parts = [
		hostname(),
		textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
		textOf(() => readlinkSync("/proc/self/ns/pid")),
	];
	return digestOf(parts.join("\n")).slice(0, 16);
});

/** `4711 (node) S 1 …`: the state is the third field, the start the 22nd; only Linux tells. */
function statOf(
	pid: number,
): { readonly state: string; readonly start: string } | undefined {
	const text = textOf(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	const { 0: state, 19: start } = fields;
	return state && start ? { state, start } : undefined;
}

function textOf(read: () => string): string {
	try {
		return read();
	} catch {
		return "";
	}
}
