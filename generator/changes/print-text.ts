import { formatPlace, type Palette } from "../diagnostics/format.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Change } from "../model/diff/change.ts";
import { type Phrase, printPhrase } from "../model/diff/phrase.ts";
import type { Impact } from "../model/diff/rules.ts";
import { excerpts } from "./excerpt.ts";
import { byRequest, countChanges, sentenceOf, usesOf } from "./sentence.ts";
import { toldOf } from "./told.ts";

/** Where a person opens what a place names, on each side. */
export interface PathsOf {
	readonly before: (file: string) => string;
	readonly after: (file: string) => string;
}

/** The changes as text for a terminal: what it would obey or hide is spelt out. */
export function printChangesText(
	changes: readonly Change[],
	paths: PathsOf,
	palette: Palette,
): string {
	const colours: Readonly<Record<Impact, (text: string) => string>> = {
		breaking: palette.error,
		addition: palette.info,
		wording: palette.quiet,
	};
	const told = toldOf(changes);
	const blocks = told.map((change) => {
		const { impact, twin } = change;
		const names = [change, ...(twin === undefined ? [] : [twin])];
		const rule = names.map((one) => one.rule).join(", ");
		const sentence = palette.strong(show(sentenceOf(change, byRequest)));
		const title = `${colours[impact](impact)} ${sentence} ${palette.quiet(`[${rule}]`)}`;
		const uses = usesOf(change, byRequest);
		const used = uses.length > 0 ? [`  ${show(uses)}`] : [];
		return [title, ...used, ...sides(change, paths, palette)]
			.map((line) => `${line}\n`)
			.join("");
	});
	const count = countChanges(told);
	const total = count.charAt(0).toUpperCase() + count.slice(1);
	return [...blocks, `${total}\n`].join("\n");
}

/** What stood there and where, a line for each side. */
function sides(
	{ before, after, places: [place = {}, ...others] }: Change,
	paths: PathsOf,
	palette: Palette,
): readonly string[] {
	const shown = excerpts(
		{ ...(before && { before }), ...(after && { after }) },
		100,
	);
	const lines = (["before", "after"] as const).flatMap((side) => {
		const span = place[side];
		const words = shown[side];
		const at =
			span === undefined ? [] : [formatPlace(span, { pathOf: paths[side] })];
		const parts = [...at, ...(words === undefined ? [] : [show(words)])];
		return parts.length === 0
			? []
			: [`  ${palette.quiet(side.padEnd(6))} ${parts.join(": ")}`];
	});
	const more = others.length;
	if (more === 0) return lines;
	const rest = more === 1 ? "another place" : `${more} more places`;
	return [...lines, `  ${palette.quiet(`and in ${rest}`)}`];
}

function show(words: Phrase): string {
	return visibleLine(printPhrase(words).replace(/\s+/g, " "));
}
