import { changesJson, compareModels, toldOf } from "../changes/index.ts";
import {
	type Across,
	type Excerpt,
	lineAcross,
	type ReportChanges,
} from "../report/index.ts";
import { openSource } from "../text/source.ts";
import { lastLine, type Span } from "../text/span.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./exit.ts";
import type { Project } from "./project.ts";
import type { Settings } from "./settings.ts";
import { readSide } from "./side.ts";

/** What changed since `old`, breaking changes first, each with the lines of the docs before and after. */
export async function compareForReport(
	old: string,
	{ reading, docs }: Project,
	settings: Settings,
	context: Context,
): Promise<ReportChanges> {
	const side = await readSide(old, settings, context);
	if (side.model === undefined || reading === undefined)
		throw new UsageError({
			message: `${old} holds nothing to compare with`,
			help: "Name docs, a model.json or a git revision, HEAD~1:spec",
		});
	const told = toldOf(compareModels(side.model, reading.model));
	const before = linesOf(side.project?.docs.documents ?? []);
	const after = linesOf(docs.documents);
	const onward = lineAcross(before, after);
	const back = lineAcross(after, before);
	const order = ["breaking", "addition", "wording"];
	const changes = changesJson(told)
		.map(({ impact, rule, message, operations, places, ...change }) => ({
			impact,
			rule,
			message,
			...(change.before !== undefined && { before: change.before }),
			...(change.after !== undefined && { after: change.after }),
			operations: operations.map(({ id }) => id),
			places: places.slice(0, most).map((place) => {
				const old = place.before ?? gone(place.after, back);
				const now = place.after ?? gone(place.before, onward);
				return {
					...(old !== undefined && { before: excerptAt(old, before) }),
					...(now !== undefined && { after: excerptAt(now, after) }),
				};
			}),
		}))
		.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
	return { before: old, after: "the docs", changes };
}

/** So many places of one change are shown. */
const most = 8;

/** Lines around a place that are shown with it, and the most lines of the place itself. */
const around = 3;
const longest = 40;

type Documents = Project["docs"]["documents"];

function linesOf(documents: Documents): ReadonlyMap<string, readonly string[]> {
	return new Map(
		documents.map((document) => {
			const lines = openSource(document).lines.map(({ text }) => text);
			// Behind the last line break there is no line.
			if (lines.at(-1) === "") lines.pop();
			return [document.file, lines];
		}),
	);
}

/** Where something would stand that is on the other side alone. */
function gone(span: Span | undefined, across: Across): Gap | undefined {
	return span && across(span.file, span.start.line);
}

type Gap = NonNullable<ReturnType<Across>>;

function excerptAt(
	place: Span | Gap,
	texts: ReadonlyMap<string, readonly string[]>,
): Excerpt {
	const { file } = place;
	const from = "line" in place ? place.line : place.start.line;
	// Nothing is marked where nothing stands.
	const to = "line" in place ? from - 1 : lastLine(place);
	const start = Math.max(1, from - around);
	const end = Math.min(Math.max(from, to), from + longest) + around;
	const lines = texts.get(file)?.slice(start - 1, end) ?? [];
	return { file, from, to, start, lines };
}
