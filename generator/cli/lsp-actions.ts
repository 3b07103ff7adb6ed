import type { CodeAction, Range, TextEdit } from "vscode-languageserver";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import { editorDiagnostic } from "../editor/editor-diagnostic.ts";
import { parameterFix, undescribed } from "../editor/parameter-fix.ts";
import { rangeOf, touch } from "../editor/places.ts";
import { requiredFix } from "../editor/required-fix.ts";
import { silenceFix } from "../editor/silence-fix.ts";
import { openSource } from "../text/source.ts";
import { factsIn } from "./lsp-answers.ts";
import type { At } from "./lsp-session.ts";

/** What can be done about what is told of a place, and about a field of which the docs do not say whether it is required. */
export function actionsAt(
	at: At,
	uri: string,
	range: Range,
	only: readonly string[] | undefined,
): readonly CodeAction[] {
	const { project, file } = at;
	const document = project.workspace.document(file);
	if (document === undefined) return [];
	const lines = openSource(document).lines.map(({ text }) => text);
	const reading = project.workspace.reading();
	const blocks =
		project.workspace.alone(file)?.coverage.blocks.map(({ span }) => span) ??
		[];
	const told = reading.diagnostics.filter(
		({ span }) => span.file === file && touch(rangeOf(span), range),
	);
	const edit = (newEdit: TextEdit) => ({ changes: { [uri]: [newEdit] } });
	const actions: CodeAction[] = [];
	for (const one of told) {
		const diagnostics = [editorDiagnostic(one, at.uriOf)];
		for (const [name, fix] of describing(one))
			actions.push({
				title: `Describe the path parameter ${visibleLine(name)}`,
				kind: "quickfix",
				isPreferred: true,
				diagnostics,
				edit: edit(fix),
			});
		const silence = silenceFix(one, lines, blocks);
		if (silence !== undefined)
			actions.push({
				title: `Silence ${one.code} here`,
				kind: "quickfix",
				diagnostics,
				edit: edit(silence),
			});
	}
	const names = new Set<string>();
	for (const fact of factsIn(at, range.start)) {
		const fix = requiredFix(fact, lines);
		const { name = "" } = fact.row;
		if (fix === undefined || names.has(name)) continue;
		names.add(name);
		actions.push({
			title: `Mark ${visibleLine(name)} as required`,
			kind: "refactor.rewrite",
			edit: edit(fix),
		});
	}
	return actions.filter(
		({ kind = "" }) =>
			only === undefined ||
			only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
	);

	function describing({
		code,
		message,
		span,
	}: Diagnostic): readonly (readonly [string, TextEdit])[] {
		if (code !== "path/parameter-undocumented") return [];
		const found = new Map<string, TextEdit>();
		for (const operation of reading.model.operations)
			for (const { name, origins } of undescribed(operation)) {
				const [first] = origins;
				const same =
					first.span.file === file &&
					first.span.start.offset === span.start.offset;
				if (!same || !message.includes(`\`${name}\``)) continue;
				const fix = parameterFix(name, operation, { file, lines, blocks });
				if (fix !== undefined) found.set(name, fix);
			}
		return [...found];
	}
}
