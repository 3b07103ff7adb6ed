import { loadAssets } from "../output/assets.ts";
import { loadPage } from "../output/page.ts";
import { type Method, makeReport, printPage } from "../report/index.ts";
import { compareForReport } from "./compare-for-report.ts";
import { type Context, staged } from "./context.ts";
import { isFailed, type Project, readProject } from "./project.ts";
import type { Settings } from "./settings.ts";

export interface PageRequest {
	/** Docs, a `model.json` or a git revision to show what changed since. */
	readonly compare?: string;
	/** For a page that a server shows: the address of a place in an editor, with `{path}`, `{line}` and `{column}` in it. */
	readonly served?: { readonly editor?: string };
}

/** Reads the docs of a project, and makes the page that shows them; none where there is no document. */
export async function makePage(
	settings: Settings,
	context: Context,
	{ compare, served }: PageRequest,
): Promise<{ readonly project: Project; readonly html?: string }> {
	const project = await readProject(settings, context);
	const { reading, docs, diagnostics } = project;
	if (reading === undefined) return { project };
	const methods = await methodsOf(project, settings, context);
	const changes =
		compare === undefined
			? undefined
			: await compareForReport(compare, project, settings, context);
	const page = await loadPage();
	const html = staged(context, "print the page", () =>
		printPage(
			makeReport({
				documents: docs.documents,
				reading,
				diagnostics,
				...(methods !== undefined && { methods }),
				...(changes !== undefined && { changes }),
				...(served !== undefined && {
					served: { ...served, pathOf: (file) => docs.paths.get(file) },
				}),
			}),
			page,
		),
	);
	return { project, html };
}

/** How the client declares operations; nothing where the docs have errors, since there is no client then. */
async function methodsOf(
	{ reading, diagnostics }: Project,
	{ className }: Settings,
	context: Context,
): Promise<ReadonlyMap<string, Method> | undefined> {
	if (reading === undefined || isFailed(diagnostics, false)) return undefined;
	const { printMethods } = await context.pipeline();
	const assets = await loadAssets();
	const methods = await staged(context, "print methods", () =>
		printMethods(reading, { className, assets }),
	);
	return new Map(
		methods.map(({ id, name, signature, call }) => [
			id,
			{ name, signature, call },
		]),
	);
}
