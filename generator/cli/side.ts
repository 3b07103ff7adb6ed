import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type ApiModel, ModelError, parseModel } from "../changes/index.ts";
import { GitError } from "../output/git.ts";
import { readRevision } from "../output/git-docs.ts";
import { errnoOf, lookAt } from "../output/look-at.ts";
import { parseRevision, type Revision } from "../output/revision.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./exit.ts";
import { pathsFrom } from "./messages.ts";
import { type Project, readLoaded, readProject } from "./project.ts";
import type { Settings } from "./settings.ts";

/** One of two models that are compared, and where it is from. */
export interface Side {
	/** As it was asked for. */
	readonly shown: string;
	/** Where a person opens what a place of the model names. */
	readonly pathOf: (file: string) => string;
	/** The docs, when the model was read from such. */
	readonly project?: Project;
	/** Missing when the docs had nothing to read. */
	readonly model?: ApiModel;
}

/** Reads the model that an argument stands for: docs, a `model.json`, or either of them in a git revision. */
export async function readSide(
	argument: string,
	settings: Settings,
	context: Context,
): Promise<Side> {
	const { cwd } = context.io;
	const isThere = lookAt(resolve(cwd, argument)).kind !== "missing";
	if (isThere && /\.json$/i.test(argument)) return readJson(argument, context);
	const revision = isThere ? undefined : parseRevision(argument);
	if (revision !== undefined)
		return readOfRevision(argument, revision, settings, context);
	const { root } = settings.docs;
	const docs = { patterns: [argument], base: cwd, root };
	return readOfProject(argument, { ...settings, docs }, context);
}

/** Reads the docs of the config, or of the command line. */
export async function readOfProject(
	shown: string,
	settings: Settings,
	context: Context,
): Promise<Side> {
	const project = await readProject(settings, context);
	const pathOf = pathsFrom(context.io.cwd, project.docs);
	return { shown, pathOf, project, ...modelOf(project) };
}

async function readJson(shown: string, { io }: Context): Promise<Side> {
	const path = resolve(io.cwd, shown);
	const text = await readFile(path, "utf8").catch((error: unknown) => {
		throw new UsageError({
			message: `${shown} cannot be read: ${errnoOf(error)}`,
			help: "Name a model.json that docwright generate wrote",
		});
	});
	return { shown, pathOf: (file) => file, model: modelIn(text, shown) };
}

/** Reads what git keeps. What the config renames may have come later, so a rename that matches nothing is no fault there. */
async function readOfRevision(
	shown: string,
	revision: Revision,
	settings: Settings,
	context: Context,
): Promise<Side> {
	const { cwd } = context.io;
	const { root } = settings.docs;
	const { out } = settings;
	const found = await readRevision({ ...revision, cwd, root, out }).catch(
		(error: unknown) => {
			if (!(error instanceof GitError)) throw error;
			throw new UsageError({ message: error.message, help: error.help });
		},
	);
	const { pathOf } = found;
	if (found.kind === "json")
		return { shown, pathOf, model: modelIn(found.text, shown) };
	const project = await readLoaded(found.docs, settings, context);
	return { shown, pathOf, project, ...modelOf(project) };
}

function modelOf({ reading }: Project) {
	return reading === undefined ? {} : { model: reading.model };
}

/** The model that a text is; a text that is none is an error which names it. */
export function modelIn(text: string, shown: string): ApiModel {
	try {
		return parseModel(text);
	} catch (error) {
		if (!(error instanceof ModelError)) throw error;
		throw new UsageError({
			message: `${shown}: ${error.message}`,
			help: "Name a model.json that this version of docwright generate wrote, or docs",
		});
	}
}
