import type { Outcome } from "./project.ts";
import { countSeverities } from "./project.ts";

/** What became of the output's files. */
export interface Written {
	/** As a person in the working folder writes it. */
	readonly folder: string;
	readonly written: readonly string[];
	readonly unchanged: readonly string[];
	readonly removed: readonly string[];
}

/** What became of the one file that was asked for. */
export interface WrittenFile {
	/** As a person in the working folder writes it. */
	readonly file: string;
	/** It is another than before. */
	readonly isNew: boolean;
}

export interface Summary {
	readonly project: Outcome;
	/** `nothing` when the docs were not fit for it; missing when the command writes no files. */
	readonly output?: Written | WrittenFile | "nothing" | undefined;
	/** The files would be so, but nothing was written. */
	readonly dry?: boolean;
	readonly milliseconds: number;
}

/** How much was read. */
export function countRead({ docs, read }: Outcome) {
	const { operations = 0, shapes = 0, unread = 0 } = read ?? {};
	return { documents: docs.documents.length, operations, shapes, unread };
}

/** The lines at the end of a run: what was read, what was written, and how much there is to look at. */
export function printSummary(summary: Summary): string {
	const { project, output, dry, milliseconds } = summary;
	const read = countRead(project);
	const { error, warning, info } = countSeverities(project.diagnostics);
	const lines = [
		`Read ${count(read.documents, "document")}: ${count(read.operations, "operation")}, ${count(read.shapes, "shape")}, ${count(read.unread, "section")} unread`,
		...(output === undefined ? [] : [files(output, dry === true)]),
		`${count(error, "error")}, ${count(warning, "warning")}, ${count(info, "note")} in ${(milliseconds / 1000).toFixed(1)} s`,
	];
	return lines.map((line) => `${line}\n`).join("");
}

function files(
	output: Written | WrittenFile | "nothing",
	dry: boolean,
): string {
	if (output === "nothing") return "Nothing was written";
	if ("file" in output)
		return output.isNew ? `Wrote ${output.file}` : `${output.file} is the same`;
	const { folder, written, unchanged, removed } = output;
	const verb = dry ? "Would write" : "Wrote";
	return `${verb} ${count(written.length, "file")} to ${folder}, ${unchanged.length} unchanged, ${removed.length} removed`;
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
