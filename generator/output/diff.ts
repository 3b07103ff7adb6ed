import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createTwoFilesPatch, diffLines, FILE_HEADERS_ONLY } from "diff";
import type { Plan } from "./plan.ts";

/** Past this many changed lines in a file, finding the smallest difference takes longer than anyone reads. */
const mostEdits = 1500;

/** What a plan would change, as a unified diff that `patch` and `git apply` take; empty when it changes nothing. */
export async function diffOutput(out: string, plan: Plan): Promise<string> {
	const changes = [
		...plan.written.map(({ path, text }) => ({ path, after: text })),
		...plan.removed.map((path) => ({ path, after: undefined })),
	].sort((a, b) => (a.path < b.path ? -1 : 1));
	const patches: string[] = [];
	for (const { path, after } of changes)
		patches.push(diffFile(path, await textAt(join(out, path)), after));
	return patches.join("");
}

/** The difference between two states of one file; nothing stands for a file that is not there. */
export function diffFile(
	path: string,
	before: string | undefined,
	after: string | undefined,
): string {
	const names = [
		before === undefined ? "/dev/null" : `a/${path}`,
		after === undefined ? "/dev/null" : `b/${path}`,
	] as const;
	const patch = createTwoFilesPatch(
		...names,
		before ?? "",
		after ?? "",
		undefined,
		undefined,
		{
			context: 3,
			maxEditLength: mostEdits,
			headerOptions: FILE_HEADERS_ONLY,
		},
	);
	return patch ?? `Files ${names[0]} and ${names[1]} differ throughout\n`;
}

/** How many lines are new in a text, and how many are gone. */
export interface LineChange {
	readonly added: number;
	readonly removed: number;
}

/** Counts the lines that differ; nothing when the texts differ throughout. */
export function countChangedLines(
	before: string,
	after: string,
): LineChange | undefined {
	const parts = diffLines(before, after, { maxEditLength: mostEdits });
	if (parts === undefined && before !== "") return undefined;
	const counts = { added: 0, removed: 0 };
	for (const { added, removed, count } of parts ?? []) {
		if (added) counts.added += count;
		if (removed) counts.removed += count;
	}
	return counts;
}

async function textAt(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch {
		return undefined;
	}
}
