import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { visibleLine } from "../diagnostics/visible.ts";
import { type Disk, readDisk } from "../output/disk.ts";
import { generatorVersion } from "../output/installation.ts";
import { lookAt } from "../output/look-at.ts";
import { openOutput } from "../output/output-folder.ts";
import { writeAll } from "../output/write.ts";
import type { OutputFile } from "../text/output-file.ts";
import type { Ask } from "./ask.ts";
import { configPaths } from "./config-file.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import { type Candidate, findCandidates } from "./find-candidates.ts";
import {
	addScript,
	configPath,
	configText,
	dependsOnUs,
	workflowPath,
} from "./init-files.ts";
import type { Interrupted } from "./interrupt.ts";
import {
	type PackageManager,
	packageManagerOf,
	withoutPackage,
} from "./package-manager.ts";
import { checkWorkflow } from "./workflows.ts";

export interface InitFlags {
	readonly force?: boolean;
	readonly yes?: boolean;
}

/**
 * `docwright init`: finds the docs, and writes a config, a script and a job for them. Nothing that is there is overwritten
 * without `--force`; questions are asked on a terminal alone, and `ask` stands in for one.
 */
export async function init(
	flags: InitFlags,
	context: Context,
	ask?: Ask,
): Promise<ExitCode | Interrupted> {
	const { io } = context;
	const { cwd } = io;
	const force = flags.force === true;
	const disk = await readDisk(cwd, [configPath, "package.json", workflowPath]);
	refuse(cwd, disk, force);
	const out = await freeOutput(cwd);
	const candidates = await findCandidates(context);
	const questions =
		flags.yes === true ? undefined : (ask ?? (await terminal(context)));
	const chosen = await choose(candidates, questions);
	if (chosen === "left") return 130;
	io.stdout.write(await describe(chosen, context));

	const work: Work = { cwd, disk, force, files: [], lines: [] };
	add(work, configPath, configText(chosen?.docs ?? "spec", out));
	const manifest = disk.has("package.json")
		? await readFile(join(cwd, "package.json"), "utf8")
		: undefined;
	const manager =
		manifest === undefined
			? withoutPackage(await generatorVersion())
			: packageManagerOf(cwd);
	const scripted = script(work, manifest);
	if ((await job(work, manager, questions)) === "left") return 130;
	await writeAll(cwd, work.files);
	for (const line of work.lines) io.stdout.write(`${visibleLine(line)}\n`);
	io.stdout.write("Next:\n");
	const steps = [
		...(chosen === undefined ? ["put your docs into spec/"] : []),
		...(manifest === undefined || dependsOnUs(manifest) ? [] : [manager.add]),
		scripted ? manager.runScript : `${manager.run} generate`,
		`commit ${out}, and generate again when the docs change`,
	];
	for (const [index, step] of steps.entries())
		io.stdout.write(`  ${index + 1}. ${step}\n`);
	return exitCodes.ok;
}

/** What is there to be done, and what is told of it. */
interface Work {
	readonly cwd: string;
	readonly disk: Disk;
	readonly force: boolean;
	readonly files: OutputFile[];
	readonly lines: string[];
}

async function terminal({ io }: Context): Promise<Ask | undefined> {
	if (io.canAsk !== true) return undefined;
	const { askOn } = await import("./ask.ts");
	return askOn();
}

function refuse(cwd: string, disk: Disk, force: boolean): void {
	const problems = [...disk].flatMap(([path, entry]) =>
		entry.kind === "blocked"
			? [
					{
						message: `${path} cannot be written: ${entry.by}`,
						help: "Move it away; nothing is written through links",
					},
				]
			: [],
	);
	for (const path of configPaths(undefined, cwd)) {
		if (lookAt(path).kind === "missing") continue;
		const ours = path === join(cwd, configPath);
		if (ours && force) continue;
		problems.push({
			message: `There is a config already, ${path.slice(cwd.length + 1)}`,
			help: ours
				? "Edit it; --force writes a new one over it"
				: "Edit it, or delete it and run again",
		});
	}
	if (problems.length > 0) throw new UsageError(...problems);
}

/** The first name of a folder that may be written to. */
async function freeOutput(cwd: string): Promise<string> {
	for (const shown of ["generated", "generated-client"]) {
		const out = resolve(cwd, shown);
		const opened = await openOutput({ out, shown, docs: [], force: false });
		if (!("message" in opened)) return shown;
	}
	return "generated";
}

async function choose(
	candidates: readonly Candidate[],
	ask: Ask | undefined,
): Promise<Candidate | undefined | "left"> {
	if (ask === undefined || candidates.length < 2) return candidates[0];
	const index = await ask.choose(
		"Which folder has the docs of the API?",
		candidates.map(
			({ folder, operations, documents }) =>
				`${visibleLine(folder)}: ${count(operations, "operation")} in ${count(documents.length, "document")}`,
		),
	);
	return index === undefined ? "left" : candidates[index];
}

/** What was found; the operations are those of the whole, where documents that say the same are one. */
async function describe(
	chosen: Candidate | undefined,
	{ pipeline }: Context,
): Promise<string> {
	if (chosen === undefined) return "No document states an endpoint\n";
	const { folder, documents, dialects } = chosen;
	const { readDocs } = await pipeline();
	const { model } = readDocs(documents);
	const what = `${count(model.operations.length, "operation")} of ${model.title}`;
	const where = folder === "." ? documents.map(({ file }) => file) : [folder];
	return `${visibleLine(`Found ${what} in ${where.join(", ")} (${dialects.join(", ")})`)}\n`;
}

function script(work: Work, manifest: string | undefined): boolean {
	if (manifest === undefined) {
		work.lines.push("there is no package.json for a script");
		return false;
	}
	const result = addScript(manifest, work.force);
	switch (result.kind) {
		case "written":
			work.files.push({ path: "package.json", text: result.text });
			work.lines.push("wrote the script generate in package.json");
			return true;
		case "same":
			work.lines.push("kept package.json: it has the script");
			return true;
		case "taken":
			work.lines.push(
				"kept package.json: it has another script generate (--force writes over it)",
			);
			return false;
		case "broken":
			work.lines.push("kept package.json: it is not what npm reads");
			return false;
	}
}

async function job(
	work: Work,
	manager: PackageManager,
	ask: Ask | undefined,
): Promise<"left" | undefined> {
	if (!isTop(work.cwd)) {
		work.lines.push(`left ${workflowPath} out: the repository starts above`);
		return undefined;
	}
	const question = "Add a job for GitHub Actions?";
	const wanted = ask === undefined ? true : await ask.confirm(question);
	if (wanted === undefined) return "left";
	if (wanted) await workflow(work, checkWorkflow(manager));
	return undefined;
}

async function workflow(work: Work, text: string): Promise<void> {
	if (!work.disk.has(workflowPath)) return add(work, workflowPath, text);
	const there = await readFile(join(work.cwd, workflowPath), "utf8");
	if (there === text) work.lines.push(`kept ${workflowPath}: it is the same`);
	else if (work.force) add(work, workflowPath, text);
	else
		work.lines.push(
			`kept ${workflowPath}: it is another (--force writes over it)`,
		);
}

function add(work: Work, path: string, text: string): void {
	work.files.push({ path, text });
	work.lines.push(`wrote ${path}`);
}

/** Jobs are found at the top of a repository alone. */
function isTop(cwd: string): boolean {
	for (let at = cwd; ; at = dirname(at)) {
		if (lookAt(join(at, ".git")).kind !== "missing") return at === cwd;
		if (dirname(at) === at) return true;
	}
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
