import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
	DocumentSymbol,
	Hover,
	Location,
	Position,
} from "vscode-languageserver";
import {
	declarationIn,
	operationsAt,
	shapePlaces,
} from "../editor/definition.ts";
import {
	type FactAt,
	type FactIndex,
	factsAt,
	indexFacts,
} from "../editor/fact-index.ts";
import { hoverOf } from "../editor/hover.ts";
import { rangeOf } from "../editor/places.ts";
import { symbolsOf } from "../editor/symbols.ts";
import { loadAssets } from "../output/assets.ts";
import { printMethods, type Reading } from "../pipeline.ts";
import { once } from "../text/once.ts";
import { openSource, spanBetween } from "../text/source.ts";
import type { At } from "./lsp-session.ts";

const factsOf = once(
	(reading: Reading): FactIndex => indexFacts(reading.model),
);

/** The facts at a place of a document, as it is now. */
export function factsIn(
	{ project, file }: At,
	position: Position,
): readonly FactAt[] {
	return factsAt(factsOf(project.workspace.reading()), file, position);
}

export function hoverAt(
	at: At,
	position: Position,
	takesMarkdown: boolean,
): Hover | undefined {
	return hoverOf(factsIn(at, position), takesMarkdown);
}

/** The descriptions of the types that a field has, or else the method that an endpoint became. */
export async function definitionAt(
	at: At,
	position: Position,
): Promise<Location[] | undefined> {
	const facts = factsIn(at, position);
	const { model } = at.project.workspace.reading();
	const shapes = shapePlaces(facts, model).map((span) => ({
		uri: at.uriOf(span.file),
		range: rangeOf(span),
	}));
	if (shapes.length > 0) return shapes;
	const found = await Promise.all(
		operationsAt(facts).map((id) => methodOf(at, id)),
	);
	return found.flatMap((one) => one ?? []);
}

const methodsOf = once(async (at: At["project"]["settings"]) => ({
	className: at.className,
	assets: await loadAssets(),
}));

/** Where the client declares the method of an operation; nothing where it was not generated, or not from these docs. */
async function methodOf(
	{ project: { settings, workspace } }: At,
	id: string,
): Promise<Location | undefined> {
	const options = await methodsOf(settings);
	const methods = await printMethods(workspace.reading(), options);
	const method = methods.find((one) => one.id === id);
	if (method === undefined) return undefined;
	const path = join(settings.out, method.file);
	const text = await readFile(path, "utf8").catch(() => undefined);
	const member = method.name.split(".").at(-1) ?? "";
	const place = text && declarationIn(text, method.owner, member);
	if (!place) return undefined;
	const { line, from, to } = place;
	return {
		uri: pathToFileURL(path).href,
		range: {
			start: { line, character: from },
			end: { line, character: to },
		},
	};
}

/** The operations of a document, as it says itself. */
export function symbolsIn({
	project: { workspace },
	file,
}: At): readonly DocumentSymbol[] {
	const document = workspace.document(file);
	const own = workspace.alone(file);
	if (document === undefined || own === undefined) return [];
	const source = openSource(document);
	const { end } = spanBetween(source, source.text.length, source.text.length);
	return symbolsOf(own.fragment.operations, end);
}
