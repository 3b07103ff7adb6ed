import { markdownCode } from "../code/markdown-text.ts";
import type { Change } from "../model/diff/change.ts";
import type { Impact } from "../model/diff/rules.ts";
import type { Span } from "../text/span.ts";
import { excerpts } from "./excerpt.ts";
import { capital, cellPhrase } from "./markdown-phrase.ts";
import { byRequest, countChanges, sentenceOf, usesOf } from "./sentence.ts";
import { type Told, toldOf } from "./told.ts";

/** What GitHub takes for a comment, less some for what a person writes beside it; characters. */
const roomForAll = 60_000;

/** So many rows are shown before a section is folded. */
const openRows: Readonly<Record<Impact, number>> = {
	breaking: 30,
	addition: 10,
	wording: 0,
};

const titles: Readonly<Record<Impact, string>> = {
	breaking: "Breaking",
	addition: "Additions",
	wording: "Wording",
};

/**
 * The changes as Markdown for a comment on a pull request: a table for each impact, breaking changes first. All text of the
 * docs is in code spans, where it mentions nobody and marks nothing up.
 */
export function printChangesMarkdown(changes: readonly Change[]): string {
	const told = toldOf(changes);
	const count = countChanges(told);
	const parts = [`## API: ${count}\n`];
	let room = roomForAll;
	for (const impact of ["breaking", "addition", "wording"] as const) {
		const own = told.filter((change) => change.impact === impact);
		if (own.length === 0) continue;
		const rows: string[] = [];
		for (const change of own) {
			const row = rowOf(change);
			if (row.length > room) break;
			room -= row.length;
			rows.push(row);
		}
		parts.push(sectionOf(impact, own.length, rows));
	}
	return parts.join("\n");
}

function sectionOf(
	impact: Impact,
	total: number,
	rows: readonly string[],
): string {
	const table = [
		"| Change | Before | After | Docs |",
		"| --- | --- | --- | --- |",
		...rows,
	].join("\n");
	const left = total - rows.length;
	const more =
		left > 0 ? `\n${left} more: \`docwright diff\` prints all of them.\n` : "";
	const body = `${rows.length > 0 ? `${table}\n` : ""}${more}`;
	const title = `${titles[impact]} (${total})`;
	return total > openRows[impact]
		? `<details>\n<summary>${title}</summary>\n\n${body}\n</details>\n`
		: `### ${title}\n\n${body}`;
}

function rowOf(change: Told): string {
	const { before, after, places } = change;
	const shown = excerpts(
		{ ...(before && { before }), ...(after && { after }) },
		80,
	);
	const uses = cellPhrase(usesOf(change, byRequest));
	const cells = [
		capital(cellPhrase(sentenceOf(change, byRequest))) +
			(uses === "" ? "" : `<br>${uses}`),
		cellPhrase(shown.before ?? []),
		cellPhrase(shown.after ?? []),
		placesOf(places),
	];
	return `| ${cells.join(" | ")} |`;
}

/** `` `hives.md:12` → `14` ``: where the docs said it and where they say it now. */
function placesOf([first = {}, ...others]: Change["places"]): string {
	const { before, after } = first;
	const shown =
		before !== undefined && after?.file === before.file
			? linesOf(before, after)
			: [before, after]
					.flatMap((span) => (span === undefined ? [] : [placeOf(span)]))
					.join(" → ");
	return others.length === 0 ? shown : `${shown} and ${others.length} more`;
}

function linesOf(before: Span, after: Span): string {
	const line = `${after.start.line}`;
	return before.start.line === after.start.line
		? placeOf(before)
		: `${placeOf(before)} → ${markdownCode(line)}`;
}

function placeOf({ file, start }: Span): string {
	return markdownCode(`${file}:${start.line}`);
}
