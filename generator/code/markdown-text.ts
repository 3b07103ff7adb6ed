import type { Paragraph } from "mdast";
import { remark } from "remark";
import type { Code } from "./code.ts";
import { showUnseen } from "./unseen.ts";

const printer = remark().freeze();

/** Text for one line of Markdown, a table's cell included: it reads as it is written and marks nothing up. */
export function markdownText(text: string): Code {
	const paragraph: Paragraph = {
		type: "paragraph",
		children: [{ type: "text", value: oneLine(text) }],
	};
	const markdown = printer.stringify({ type: "root", children: [paragraph] });
	// The stringifier knows CommonMark; bars and tildes are marks of GitHub's tables and deletions.
	return markdown.trim().replace(/[|~]/g, "\\$&") as Code;
}

/** The same, in which code spans stay what they are: they hold nothing that a reader would obey. */
export function markdownProse(text: string): Code {
	return oneLine(text)
		.split(/(?<!`)(`[^`]+`)(?!`)/)
		.map((part, at) => {
			if (at % 2 === 1) return markdownCode(part.slice(1, -1));
			const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
			return `${before}${markdownText(inner ?? "")}${after}`;
		})
		.join("") as Code;
}

/** Text for a comment on one line, `<!-- … -->`: nothing in it ends the comment. */
export function markdownComment(text: string): Code {
	return oneLine(text).replaceAll(">", "&gt;").replaceAll("<", "&lt;") as Code;
}

/** Text as a code span on one line; in a table's cell too. */
export function markdownCode(text: string): Code {
	const line = oneLine(text).replace(/\|/g, "\\|");
	const fence = "`".repeat(longestRun(line) + 1);
	const pad = /^`|`$|^$/.test(line) ? " " : "";
	return `${fence}${pad}${line}${pad}${fence}` as Code;
}

/** Code of ours, for a fence of Markdown: it holds no line of backticks that could end the fence. */
export function markdownFence(language: "ts" | "sh", source: Code): Code {
	const fence = "`".repeat(Math.max(3, longestRun(source) + 1));
	return `${fence}${language}\n${source.trimEnd()}\n${fence}` as Code;
}

/** A link to a file of ours beside the one that it stands in. */
export function markdownLink(label: Code, path: string): Code {
	return `[${label}](${encodeURI(path).replace(/[()]/g, encodeURIComponent)})` as Code;
}

/** A file of Markdown: its blocks with an empty line between them; those that hold nothing are left out. */
export function markdownFile(blocks: readonly Code[]): Code {
	const filled = blocks.map((block) => block.trim()).filter((text) => text);
	return `${filled.join("\n\n")}\n` as Code;
}

function oneLine(text: string): string {
	return showUnseen(text).replace(/\s+/g, " ").trim();
}

function longestRun(text: string): number {
	const runs = text.match(/`+/g) ?? [];
	return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}
