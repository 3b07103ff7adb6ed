import { randomUUID } from "node:crypto";
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { digestOf } from "../digest.ts";

/**
 * What earlier runs found out, under digests of all that it depends on. Nothing that is wrong with the folder is a
 * fault: what cannot be read is found out again, and what cannot be written is not kept.
 */
export interface Cache {
	/** What is kept under a key; nothing where it is missing, cut off or not what was written. */
	readonly read: (kind: Kind, key: string) => unknown;
	readonly write: (kind: Kind, key: string, value: unknown) => void;
	/** True when something is kept under a key, which counts as a use of it; only reading it tells whether it is whole. */
	readonly has: (kind: Kind, key: string) => boolean;
	/** Deletes what was not used for longest, as far as there is too much. */
	readonly prune: () => void;
}

/** `runs`: what a whole run came to; `files`: part of what it made; `docs`: what one document says; `seen`: how files looked. */
export type Kind = "runs" | "files" | "docs" | "seen";

/** Bytes that are kept. */
const capacity = 512 * 1024 * 1024;

/** The cache in a folder, which need not be there yet. */
export function openCache(folder: string): Cache {
	const placeOf = (kind: Kind, key: string) => join(folder, kind, key);
	const use = (path: string) => {
		const now = new Date();
		utimesSync(path, now, now);
	};
	return {
		read(kind, key) {
			const path = placeOf(kind, key);
			try {
				const value = decode(readFileSync(path), key);
				if (value === undefined) rmSync(path);
				else use(path);
				return value;
			} catch {
				return undefined;
			}
		},
		has(kind, key) {
			try {
				use(placeOf(kind, key));
				return true;
			} catch {
				return false;
			}
		},
		write(kind, key, value) {
			const path = placeOf(kind, key);
			// Others may read and write it at the same time: it is there whole or not at all.
			const beside = `${path}.${randomUUID()}`;
			try {
				mkdirSync(join(folder, kind), { recursive: true });
				writeFileSync(beside, encode(value, key, kind), { flag: "wx" });
				renameSync(beside, path);
			} catch {
				rmSync(beside, { force: true });
			}
		},
		prune: () => prune(folder),
	};
}

/** What is read piece by piece. The rest is read as a whole, and a disk gives it faster than it can be unpacked. */
const compressed: ReadonlySet<Kind> = new Set(["docs"]);

/** Text with its digest in front, so that a bit that fell over is noticed. */
function encode(value: unknown, key: string, kind: Kind): Buffer {
	const text = JSON.stringify({ key, value });
	const bytes = compressed.has(kind)
		? gzipSync(text, { level: 1 })
		: Buffer.from(text);
	return Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes]);
}

function decode(content: Buffer, wanted: string): unknown {
	const bytes = content.subarray(65);
	if (content.subarray(0, 65).toString() !== `${digestOf(bytes)}\n`)
		return undefined;
	const text = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
	const { key, value } = JSON.parse(text.toString());
	return key === wanted ? value : undefined;
}

function prune(folder: string): void {
	const entries = filesIn(folder).sort((a, b) => b.used - a.used);
	let total = 0;
	for (const { path, bytes } of entries) {
		total += bytes;
		if (total > capacity) rmSync(path, { force: true });
	}
}

function filesIn(folder: string) {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => {
				const path = join(entry.parentPath, entry.name);
				const { size: bytes, mtimeMs: used } = statSync(path);
				return { path, bytes, used };
			});
	} catch {
		return [];
	}
}
