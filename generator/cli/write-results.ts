import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Docs } from "../output/docs.ts";
import { generatorVersion } from "../output/installation.ts";
import type { Problem } from "./exit.ts";
import { type Io, writeForeign, writeJson } from "./io.ts";
import { pathsInWorkspace, urisInWorkspace } from "./workspace-paths.ts";

/** What a command came to, for a program that shows the results of many. */
export interface Results {
	readonly exitCode: number;
	/** Of the docs; empty where none were read. */
	readonly diagnostics: readonly Diagnostic[];
	readonly docs?: Pick<Docs, "documents" | "paths">;
	/** What has no place in the docs. */
	readonly problems?: readonly Problem[];
	readonly strict?: boolean;
	/** Print errors alone. */
	readonly quiet?: boolean;
	readonly milliseconds?: number;
}

/** The forms that other programs take results in: they are printed whole, and nothing else to stdout. */
export type ResultsStyle = "sarif" | "junit";

/** Prints results in a form that other programs take. */
export async function writeResults(
	style: ResultsStyle,
	results: Results,
	io: Io,
): Promise<void> {
	const { exitCode, problems = [], quiet = false, strict = false } = results;
	const { documents = [], paths = new Map() } = results.docs ?? {};
	const diagnostics = results.diagnostics.filter(
		({ severity }) => !quiet || severity === "error",
	);
	if (style === "sarif") {
		const { sarifLog } = await import("../diagnostics/sarif.ts");
		const version = await generatorVersion();
		const uriOf = urisInWorkspace(io, { paths });
		const options = { version, uriOf, problems, exitCode };
		writeJson(io.stdout, sarifLog(diagnostics, options));
		return;
	}
	const { junitReport } = await import("../diagnostics/junit.ts");
	const report = junitReport(diagnostics, {
		pathOf: pathsInWorkspace(io, { paths }),
		documents: documents.map(({ file }) => file),
		strict,
		problems,
		milliseconds: results.milliseconds ?? 0,
	});
	writeForeign(io.stdout, report);
}
