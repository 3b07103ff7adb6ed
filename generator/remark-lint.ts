import { resolve } from "node:path";
import type { Root } from "mdast";
import type { Plugin } from "unified";
import { type EditorProject, openProjectOf } from "./cli/editor-project.ts";
import { type Problem, UsageError } from "./cli/exit.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { toVFileMessage } from "./diagnostics/vfile.ts";
import { visibleLine } from "./diagnostics/visible.ts";
import { readDocs } from "./pipeline.ts";

/**
 * A plugin for remark that says of a document what `docwright inspect` says: messages with their places, the code as
 * `ruleId`, `docwright` as `source` and what to edit as `note`. The document counts as it is handed over, the other ones of
 * its project as they are on the disk. A config that is at fault is a message, too.
 */
export const remarkLint: Plugin<[], Root> = () => {
	const projects: EditorProject[] = [];
	return async (_, file) => {
		const text = String(file);
		const found =
			file.path === undefined
				? readDocs([{ file: "document.md", text }]).diagnostics
				: await diagnosticsOf(resolve(file.cwd, file.path), text, {
						projects,
						cwd: file.cwd,
						tell: ({ message, help }, fatal) => {
							const place = { source: "docwright" };
							const made = file.message(visibleLine(message), place);
							made.note = visibleLine(help);
							made.fatal = fatal;
						},
					});
		for (const one of found) {
			const message = toVFileMessage(one);
			if (file.path !== undefined) {
				message.file = file.path;
				message.name = `${file.path}:${message.name}`;
			}
			file.messages.push(message);
		}
	};
};

interface Given {
	readonly projects: EditorProject[];
	readonly cwd: string;
	readonly tell: (problem: Problem, fatal: boolean) => void;
}

async function diagnosticsOf(
	path: string,
	text: string,
	{ projects, cwd, tell }: Given,
): Promise<readonly Diagnostic[]> {
	const warn = (problem: Problem) => tell(problem, false);
	try {
		const known = projects.find((one) => one.fileAt(path) !== undefined);
		const project = known ?? (await openProjectOf(path, [cwd], warn));
		if (known === undefined) projects.push(project);
		const file = project.fileAt(path);
		if (file === undefined) return [];
		project.hold(file, text);
		const { diagnostics } = project.workspace.reading();
		return [...project.faults(file), ...diagnostics].filter(
			({ span }) => span.file === file,
		);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		for (const problem of error.problems) tell(problem, true);
		return [];
	}
}
