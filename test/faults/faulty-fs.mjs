import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// Calls that take a path first, and those that take what an earlier call opened.
const byPath =
	"access chmod copyFile link lstat mkdir open readFile readdir rename rm rmdir stat unlink utimes writeFile".split(
		" ",
	);
const byHandle = ["fsync"];

/**
 * Makes calls of the file system go wrong from the `at`-th on that is below a folder: `fail` is that one only, with the
 * given `errno`, or without one as a fault of ours; `die` is it and all that follow, as for a process that is no more; `kill` ends the process there.
 * With `from`, calls count from the first of that name on whose path ends so. What is written by the call in question
 * gets there by half. Gives the number of calls so far, and what undoes it all.
 */
export function install({ under, kind, at = 0, errno = "EIO", from }) {
	const originals = new Map();
	const handles = new Map();
	let calls = 0;
	const isBelow = (path) =>
		typeof path === "string" && (path === under || path.startsWith(under));
	const strike = (name, path, half) => {
		if (calls === 0 && from !== undefined)
			if (name !== from.call || !path.endsWith(from.path)) return;
		calls++;
		if (kind === "count" || calls < at || (kind === "fail" && calls > at))
			return;
		if (calls === at) half();
		if (kind === "kill") process.kill(process.pid, "SIGKILL");
		const code = kind === "die" ? "EIO" : errno;
		const message = `${code}: made up, ${name} '${path}'`;
		if (code === "") throw new Error("made up");
		throw Object.assign(new Error(message), { code, syscall: name, path });
	};
	const wrap = (holder, key, name) => {
		const original = holder[key];
		if (typeof original !== "function") return;
		originals.set([holder, key], original);
		const works = (args) => {
			const path = byHandle.includes(name) ? handles.get(args[0]) : args[0];
			if (!isBelow(path)) return;
			strike(name, path, () => {
				if (name !== "writeFile") return;
				const { length } = args[1];
				const original = originals.get("write");
				original(path, args[1].slice(0, length >> 1), args[2]);
			});
		};
		holder[key] = function (...args) {
			if (key.endsWith("Sync")) works(args);
			else if (holder === fs.promises)
				return Promise.resolve().then(() => {
					works(args);
					return original.apply(this, args);
				});
			else {
				try {
					works(args);
				} catch (error) {
					return queueMicrotask(() => args.at(-1)(error));
				}
			}
			const result = original.apply(this, args);
			if (name === "open" && isBelow(args[0])) handles.set(result, args[0]);
			return result;
		};
	};
	originals.set("write", fs.writeFileSync);
	for (const name of [...byPath, ...byHandle]) {
		wrap(fs, `${name}Sync`, name);
		if (name === "fsync") wrap(fs, name, name);
		else wrap(fs.promises, name, name);
	}
	syncBuiltinESMExports();
	return {
		calls: () => calls,
		remove() {
			for (const [key, original] of originals)
				if (Array.isArray(key)) key[0][key[1]] = original;
			syncBuiltinESMExports();
		},
	};
}

/** Folders are listed in another order than they are. */
export function shuffle() {
	const readdirSync = fs.readdirSync;
	const readdir = fs.promises.readdir;
	const turned = (entries) =>
		Array.isArray(entries) ? entries.reverse() : entries;
	fs.readdirSync = (...args) => turned(readdirSync(...args));
	fs.promises.readdir = async (...args) => turned(await readdir(...args));
	syncBuiltinESMExports();
}

// As a module that a process is started with.
const wish = process.env.DOCWRIGHT_TEST_FS;
if (wish !== undefined) {
	const options = JSON.parse(wish);
	if (options.kind === "shuffle") shuffle();
	else {
		const faults = install(options);
		if (options.kind === "count")
			process.on("exit", () =>
				process.stdout.write(`\ncalls ${faults.calls()}\n`),
			);
	}
}
