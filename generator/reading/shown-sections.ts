import type { Code } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import type { Heading, Section } from "../markdown/sections.ts";
import { readCurl } from "./curl.ts";
import { endpointsIn } from "./endpoint-forms.ts";
import { readProgramCall } from "./program-call.ts";
import { readHttpMessage } from "./sample.ts";

/**
 * For docs that state no endpoint and only show calls: each curl command, HTTP request and call in a program opens a section, titled
 * by the sentence in front of it or by the heading around it. Where endpoints are stated, calls are but examples.
 */
export function shownSections(section: Section): Section {
	const { heading, blocks, level } = section;
	const inner = section.sections.map(shownSections);
	const calls = blocks.filter(
		(block, index) =>
			requestOf(block) !== undefined && !isCallBack(blocks[index - 1]),
	);
	const [only, ...more] = calls;
	if (only === undefined) return { ...section, sections: inner };
	if (more.length === 0 && heading !== undefined && inner.length === 0)
		return { ...section, heading: titled(heading, only) };
	const own: Block[] = [];
	const shown: (Section & { readonly blocks: Block[] })[] = [];
	for (const block of blocks) {
		const before = (shown.at(-1)?.blocks ?? own).at(-1);
		if (!calls.includes(block)) {
			(shown.at(-1)?.blocks ?? own).push(block);
			continue;
		}
		const title = before?.node.type === "paragraph" ? before : undefined;
		if (title !== undefined) (shown.at(-1)?.blocks ?? own).pop();
		shown.push({
			level: level + 1,
			heading: titled(headingOf(title ?? block, heading), block),
			blocks: [block],
			sections: [],
			span: block.span,
		});
	}
	return { ...section, blocks: own, sections: [...shown, ...inner] };
}

/** "We call your webhook:" is about a call that the reader gets, not one to make. */
function isCallBack(before: Block | undefined): boolean {
	return (
		before?.node.type === "paragraph" &&
		/\bwe(?:'ll| will| then)? (?:call|send|post|notify|make|issue)\b[^.]{0,80}\byour\b|\byour (?:webhook|callback)\b[^.]{0,60}\b(?:receives?|gets?|is called)\b/i.test(
			plainText(before.node),
		)
	);
}

/** The title with the endpoint of a call behind it, in the form that titles state one. */
function titled(heading: Heading, call: Block): Heading {
	return { ...heading, markdown: `${heading.markdown} — ${requestOf(call)}` };
}

function headingOf(
	{ node, span }: Block,
	around: Heading | undefined,
): Heading {
	const text =
		node.type === "paragraph" ? plainText(node).replace(/[:.]$/, "") : "";
	return { text, markdown: text, anchor: around?.anchor ?? "", ids: [], span };
}

/** The `POST https://api.example.com/things` that a code block shows. */
function requestOf({ node, span }: Block): string | undefined {
	if (node.type !== "code") return undefined;
	const line = curlLine(node) ?? httpLine(node) ?? programLine(node);
	return line !== undefined && endpointsIn(line, span).length > 0
		? line
		: undefined;
}

function curlLine({ value }: Code): string | undefined {
	const command = readCurl(value);
	if (command === undefined) return undefined;
	const { method, url, data } = command;
	return `${method ?? (data === undefined ? "GET" : "POST")} ${url}`;
}

function httpLine({ value }: Code): string | undefined {
	const { start, headers } = readHttpMessage(value);
	const [, method, path] = /^([A-Z]+) (\/\S*) HTTP\/\d/.exec(start) ?? [];
	if (method === undefined || path === undefined) return undefined;
	const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1];
	return `${method} ${host === undefined ? "" : `https://${host}`}${path}`;
}

function programLine({ value }: Code): string | undefined {
	const call = readProgramCall(value);
	return call && `${call.method} ${call.url}`;
}
