import { visibleLine } from "../diagnostics/visible.ts";
import type { PullChange, PullPlan } from "../output/pull-folder.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Interrupted } from "./interrupt.ts";
import type { Io } from "./io.ts";
import { writeProblems } from "./messages.ts";

/** What a run came to. */
export interface PullOutcome {
	readonly exitCode: ExitCode | Interrupted;
	/** As a person in the working folder writes it. */
	readonly folder: string;
	/** Documents that could not be had: while there is one, nothing is written. */
	readonly failures: readonly PullFailure[];
	/** Missing when there are failures. */
	readonly plan?: PullPlan;
}

export interface PullFailure {
	/** The document's path in the folder. */
	readonly path: string;
	readonly url: string;
	readonly message: string;
	readonly help: string;
}

/** Prints what changed to stdout, a document a line; what failed and how much there was to stderr. */
export function presentPull(
	{ exitCode, folder, failures, plan }: PullOutcome,
	{ check, quiet }: { readonly check?: boolean; readonly quiet?: boolean },
	io: Io,
): void {
	writeProblems(
		failures.map(({ path, url, message, help }) => ({
			message: `${path} could not be pulled from ${url}: ${message}`,
			help,
		})),
		io,
	);
	if (plan === undefined) {
		if (quiet !== true) io.stderr.write("Nothing was written\n");
		return;
	}
	const { changes, unlisted } = plan;
	for (const change of changes)
		if (change.became !== "unchanged") io.stdout.write(line(change));
	for (const path of unlisted)
		io.stdout.write(
			`unlisted ${visibleLine(path)} (the file stays; delete it if it is not wanted)\n`,
		);
	if (quiet === true) return;
	const counts = (["added", "changed", "unchanged"] as const).map(
		(kind) =>
			`${changes.filter(({ became }) => became === kind).length} ${kind}`,
	);
	const verb = check === true ? "Would pull" : "Pulled";
	io.stderr.write(
		`${verb} ${changes.length} document${changes.length === 1 ? "" : "s"} into ${visibleLine(folder)}: ${counts.join(", ")}\n`,
	);
	if (exitCode === exitCodes.outdated)
		io.stderr.write("The docs are out of date: run docwright pull\n");
}

/** `changed hives.md (+3 -1)` */
function line({ path, became, lines }: PullChange): string {
	const count =
		lines === undefined ? "throughout" : `+${lines.added} -${lines.removed}`;
	return `${became} ${visibleLine(path)} (${count})\n`;
}

/** The same for a program. */
export function pullJson({ exitCode, folder, failures, plan }: PullOutcome) {
	const changes = plan?.changes ?? [];
	return {
		exitCode,
		folder,
		documents: [
			...changes,
			...failures.map((failure) => ({ ...failure, became: "failed" })),
		],
		unlisted: plan?.unlisted ?? [],
	};
}
