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
import {
	type EntryForm,
	filesForm,
	jsonForm,
	packedForm,
} from "./entry-forms.ts";

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

/** `runs`: what a whole run came to; `files`: part of what it made; `docs`: what one document says; `printed`: a file of TypeScript; `seen`: how files looked. */
export type Kind = "runs" | "files" | "docs" | "printed" | "seen";

const forms: Readonly<Record<Kind, EntryForm>> = {
	runs: jsonForm,
	files: filesForm,
	docs: packedForm,
	printed: jsonForm,
	seen: jsonForm,
};

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
				const value = forms[kind].decode(readFileSync(path), key);
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
				writeFileSync(beside, forms[kind].encode(value, key), { flag: "wx" });
				renameSync(beside, path);
			} catch {
				rmSync(beside, { force: true });
			}
		},
		prune: () => prune(folder),
	};
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
