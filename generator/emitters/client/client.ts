import { banner } from "../../code/banner.ts";
import { openPrinter, type PrintMemory } from "../../code/file.ts";
import { isIdentifier } from "../../code/names.ts";
import type { OutputFile } from "../../text/output-file.ts";
import type { Emitter } from "../emitter.ts";
import { definitionsFile } from "./definitions.ts";
import { planClient } from "./plan.ts";
import { readRuntime, runtimeFiles } from "./runtime.ts";
import { sourceFiles } from "./source-files.ts";
import { testingFile, testingFiles } from "./testing.ts";

export interface ClientEmitterOptions {
	/** The runtime's files, plain TypeScript; they are copied into `src/runtime/` under a banner. */
	readonly runtime: readonly OutputFile[];
	/** The code of the aids for tests; without it the client has none. */
	readonly testing?: readonly OutputFile[];
	/** What the class is called that a caller makes; `Client` unless stated. */
	readonly className?: string;
	/** The way from the package to what names of documents start at, where definitions lead to the docs. */
	readonly docs?: string;
	/** Where files are kept that were printed before. */
	readonly printed?: PrintMemory | undefined;
}

/** Writes the client's sources, `src/**`. */
export function clientEmitter({
	runtime,
	testing,
	className = "Client",
	docs,
	printed,
}: ClientEmitterOptions): Emitter {
	if (!isIdentifier(className))
		throw new Error(`${JSON.stringify(className)} is no name for a class`);
	const print = openPrinter(printed);
	const read = readRuntime(runtime);
	return {
		name: "client",
		emit(model) {
			const top = banner(model);
			const plan = planClient(model, read, className);
			const files = [
				...sourceFiles(plan),
				...(testing === undefined ? [] : [testingFile(plan)]),
			];
			return [
				...files.map(({ path, ...structure }) => ({
					path,
					text: print({ banner: top, ...structure }),
				})),
				...runtimeFiles(read, top),
				...(docs === undefined ? [] : [definitionsFile(plan, docs)]),
				...(testing === undefined ? [] : testingFiles(plan, testing)),
			];
		},
	};
}
