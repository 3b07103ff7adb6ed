import type { Paragraph, PhrasingContent, Text } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import { type Source, textOf } from "../text/source.ts";
import { endpointsIn } from "./endpoint-forms.ts";

/**
 * The lines of a paragraph that starts with a line that is an endpoint, each as a paragraph of its own: Markdown runs
 * together what writers put on lines of their own, `POST /login` above `body: username, password`.
 */
export function paragraphLines(source: Source, block: Block): readonly Block[] {
	const { node, span } = block;
	if (node.type !== "paragraph" || span.start.line === span.end.line)
		return [block];
	const lines = linesOf(source, node);
	const [first, ...others] = lines ?? [];
	if (first === undefined || others.length === 0) return [block];
	const text = first
		.map((one) => plainText(one))
		.join(" ")
		.trim();
	const endpoints = (one: string): boolean => endpointsIn(one, span).length > 0;
	// Several endpoints in one paragraph are read together.
	if (
		!endpoints(text) ||
		others.some((line) =>
			endpoints(line.map((one) => plainText(one)).join(" ")),
		)
	)
		return [block];
	return (lines ?? []).flatMap((children) => blockOf(source, children));
}

function blockOf(
	source: Source,
	children: readonly PhrasingContent[],
): readonly Block[] {
	const [first] = children;
	const last = children.at(-1);
	if (first?.position === undefined || last?.position === undefined) return [];
	const { end } = last.position;
	const { offset = 0, column, line } = end;
	// A backslash that breaks the line is the last of it.
	const broken = source.text[offset] === "\\";
	const position = {
		start: first.position.start,
		end: broken ? { line, column: column + 1, offset: offset + 1 } : end,
	};
	const node: Paragraph = {
		type: "paragraph",
		children: [...children],
		position,
	};
	return [{ node, span: spanOf(source, node) }];
}

/** Nothing where a line does not stand in the source as it is in the tree. */
function linesOf(
	source: Source,
	{ children }: Paragraph,
): readonly (readonly PhrasingContent[])[] | undefined {
	const lines: PhrasingContent[][] = [[]];
	for (const child of children) {
		if (child.type === "break") {
			lines.push([]);
			continue;
		}
		if (child.type !== "text" || !/[\r\n]/.test(child.value)) {
			if (child.type !== "text" || child.value.trim() !== "")
				lines.at(-1)?.push(child);
			continue;
		}
		const parts = textLines(source, child);
		if (parts === undefined) return undefined;
		for (const [index, part] of parts.entries()) {
			if (index > 0) lines.push([]);
			if (part.value.trim() !== "") lines.at(-1)?.push(part);
		}
	}
	return lines.filter((line) => line.length > 0);
}

function textLines(source: Source, node: Text): readonly Text[] | undefined {
	const span = spanOf(source, node);
	// Each line with what ends it behind it.
	const written = textOf(source, span).split(/(\r\n|\r|\n)/);
	const values = node.value.split(/\r\n|\r|\n/);
	if (written.length !== 2 * values.length - 1) return undefined;
	const made: Text[] = [];
	let offset = span.start.offset;
	for (const [index, value] of values.entries()) {
		const bare = written[2 * index] ?? "";
		if (bare.trim() !== value.trim()) return undefined;
		const lead = bare.length - bare.trimStart().length;
		const column = (index === 0 ? span.start.column : 1) + lead;
		const start = {
			line: span.start.line + index,
			column,
			offset: offset + lead,
		};
		const length = bare.trim().length;
		made.push({
			type: "text",
			value: index === 0 ? value.trimEnd() : value.trim(),
			position: {
				start: index === 0 ? span.start : start,
				end: {
					line: start.line,
					column: start.column + length,
					offset: start.offset + length,
				},
			},
		});
		offset += bare.length + (written[2 * index + 1] ?? "").length;
	}
	return made;
}
