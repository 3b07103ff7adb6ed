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

function oneLine(text: string): string {
	return showUnseen(text).replace(/\s+/g, " ").trim();
}

function longestRun(text: string): number {
	const runs = text.match(/`+/g) ?? [];
	return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}
