import * as v from "valibot";
import type { OutputFile } from "../text/output-file.ts";
import { isSafePath } from "./safe-path.ts";

/**
 * The lock's place: the folder that documents are pulled into. It is committed and moved with them, and has a dot in front
 * so that it is not read as one.
 */
export const pullLockPath = ".docwright-pull.json";

/** What the last run left at a path. */
export interface PulledDocument {
	/** As it stood in the config. */
	readonly url: string;
	/** The URL that answered, when it was another. */
	readonly from?: string | undefined;
	/** SHA-256 of the document, in hexadecimal. */
	readonly sha256: string;
	/** What the server calls this version (RFC 9110, section 8.8). */
	readonly etag?: string | undefined;
	readonly lastModified?: string | undefined;
}

/** By path in the folder. */
export type PullLock = ReadonlyMap<string, PulledDocument>;

/** A value of a header field, which goes back to the server as it came. */
const field = v.pipe(v.string(), v.regex(/^[\t\x20-\x7e\x80-\xff]+$/));

const Lock = v.object({
	version: v.literal(1),
	documents: v.record(
		v.string(),
		v.object({
			url: v.string(),
			from: v.optional(v.string()),
			sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
			etag: v.optional(field),
			lastModified: v.optional(field),
		}),
	),
});

/** The lock of these documents, sorted, without a date of ours: equal documents give an equal lock. */
export function printPullLock(lock: PullLock): OutputFile {
	const documents = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
	const value = { version: 1, documents: Object.fromEntries(documents) };
	const text = `${JSON.stringify(value, undefined, "\t")}\n`;
	return { path: pullLockPath, text };
}

/** Reads a lock back; nothing when it is not one. */
export function parsePullLock(text: string): PullLock | undefined {
	try {
		const { documents } = v.parse(Lock, JSON.parse(text));
		const entries = Object.entries(documents);
		return entries.every(([path]) => isSafePath(path))
			? new Map(entries)
			: undefined;
	} catch {
		return undefined;
	}
}
