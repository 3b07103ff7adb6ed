import type { Stats } from "node:fs";
import * as v from "valibot";
import { digestOf } from "../digest.ts";
import type { Seen } from "../disk.ts";
import type { Cache } from "./cache-folder.ts";

/** As it is kept, a line for each file: that is read many times faster than an object with a member for each. */
const Kept = v.object({
	paths: v.string(),
	looks: v.string(),
	digests: v.string(),
});

interface Sight {
	readonly look: string;
	readonly digest: string;
}

/** Milliseconds in which a file may change without looking different: clocks of disks have steps. */
const step = 100;

export interface KeptSeen extends Seen {
	/** Keeps what became known, of the files that were asked for. */
	readonly keep: () => void;
}

/** What is kept about how the files of a folder looked. */
export function openSeen(folder: string, cache: Cache): KeptSeen {
	const key = digestOf(folder);
	const known = parse(cache.read("seen", key));
	const asked = new Map<string, Sight>();
	const started = Date.now() - step;
	let anew = false;
	return {
		digestOf(path, found, take) {
			const look = lookOf(found);
			const before = known.get(path);
			if (before?.look === look) {
				asked.set(path, before);
				return before.digest;
			}
			const digest = take();
			const { mtimeMs, ctimeMs } = found;
			if (mtimeMs < started && ctimeMs < started) {
				asked.set(path, { look, digest });
				anew = true;
			}
			return digest;
		},
		keep() {
			if (anew) cache.write("seen", key, print(asked));
		},
	};
}

function lookOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
	return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function parse(value: unknown): Map<string, Sight> {
	const known = new Map<string, Sight>();
	const kept = v.safeParse(Kept, value);
	if (!kept.success) return known;
	const looks = kept.output.looks.split("\n");
	const digests = kept.output.digests.split("\n");
	for (const [index, path] of kept.output.paths.split("\n").entries()) {
		const [look, digest] = [looks[index], digests[index]];
		if (look !== undefined && digest !== undefined)
			known.set(path, { look, digest });
	}
	return known;
}

function print(known: ReadonlyMap<string, Sight>): v.InferOutput<typeof Kept> {
	// No path of ours has a line feed; a manifest that somebody else wrote may name any.
	const sights = [...known].filter(([path]) => !path.includes("\n"));
	return {
		paths: sights.map(([path]) => path).join("\n"),
		looks: sights.map(([, { look }]) => look).join("\n"),
		digests: sights.map(([, { digest }]) => digest).join("\n"),
	};
}
