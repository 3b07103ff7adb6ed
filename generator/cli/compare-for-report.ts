import { changesJson, compareModels, toldOf } from "../changes/index.ts";
import type { Excerpt, ReportChanges } from "../report/index.ts";
import { openSource } from "../text/source.ts";
import type { Span } from "../text/span.ts";
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
	const before = excerpter(side.project?.docs.documents ?? []);
	const after = excerpter(docs.documents);
	const order = ["breaking", "addition", "wording"];
	const changes = changesJson(told)
		.map(({ impact, rule, message, operations, places, ...change }) => ({
			impact,
			rule,
			message,
			...(change.before !== undefined && { before: change.before }),
			...(change.after !== undefined && { after: change.after }),
			operations: operations.map(({ id }) => id),
			places: places.slice(0, most).map((place) => ({
				...(place.before !== undefined && { before: before(place.before) }),
				...(place.after !== undefined && { after: after(place.after) }),
			})),
		}))
		.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
	return { before: old, after: "the docs", changes };
}

/** So many places of one change are shown. */
const most = 8;

/** Lines around a place that are shown with it, and the most lines of the place itself. */
const around = 3;
const longest = 40;

function excerpter(
	documents: Project["docs"]["documents"],
): (span: Span) => Excerpt {
	const lines = new Map<string, readonly string[]>();
	const texts = new Map(documents.map((one) => [one.file, one]));
	return ({ file, start, end }) => {
		const document = texts.get(file);
		let found = lines.get(file);
		if (found === undefined && document !== undefined) {
			found = openSource(document).lines.map(({ text }) => text);
			lines.set(file, found);
		}
		const to =
			end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
		const first = Math.max(1, start.line - around);
		const last = Math.min(to, start.line + longest) + around;
		return {
			file,
			from: start.line,
			to,
			start: first,
			lines: found?.slice(first - 1, last) ?? [],
		};
	};
}
