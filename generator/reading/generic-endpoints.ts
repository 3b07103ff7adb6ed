import type { Block } from "../markdown/block.ts";
import { sectionWherever } from "../markdown/section-wherever.ts";
import type { Section } from "../markdown/sections.ts";
import { once, onceForBoth } from "../text/once.ts";
import type { Span } from "../text/span.ts";
import {
	blockEndpoints,
	endpointsIn,
	type FoundEndpoint,
	requestEndpoints,
} from "./endpoint-forms.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { readLabel, readLabelLines } from "./label.ts";
import { explainsMethods } from "./methods-chapter.ts";
import type { PartRole, PartWords } from "./part-role.ts";
import { partRoleOf } from "./part-words.ts";

/** The endpoints of a section and the blocks that say so. */
export interface SectionEndpoints {
	readonly endpoints: readonly FoundEndpoint[];
	/** Spans that say nothing else. */
	readonly spans: readonly Span[];
}

/**
 * The endpoints that a section describes: in its heading, among its own blocks, in a list of labels with method and URL,
 * or in a part of it whose heading is no title, such as "HTTP Request".
 */
export function sectionEndpoints(
	section: Section,
	words: PartWords,
): SectionEndpoints {
	return found(section, words);
}

// Whoever asks what a section is asks for them.
const found = onceForBoth((section: Section, words: PartWords) => {
	const without = sectionsWithout(words);
	const key = sectionWherever(section);
	if (without.has(key)) return noEndpoints;
	const made = findEndpoints(section, words);
	if (made.endpoints.length + made.spans.length === 0) without.add(key);
	return made;
});

// Wherever they stand, most sections have none.
const sectionsWithout = once((_: PartWords) => new WeakSet<object>());

const noEndpoints: SectionEndpoints = { endpoints: [], spans: [] };

function findEndpoints(section: Section, words: PartWords): SectionEndpoints {
	const { heading } = section;
	const title = heading && readEndpointTitle(heading.markdown, heading.span);
	if (title !== undefined) return { endpoints: title.endpoints, spans: [] };
	if (explainsMethods(section)) return { endpoints: [], spans: [] };
	const own = ownEndpoints(section.blocks, words);
	if (own.endpoints.length > 0) return own;
	for (const inner of section.sections) {
		const role = partRoleOf(words, inner.heading?.text ?? "");
		if (role === undefined || !isCall(role)) continue;
		const found = ownEndpoints(inner.blocks, words);
		if (found.endpoints.length > 0) return found;
	}
	for (const inner of section.sections) {
		const found = methodHeading(inner, words);
		if (found !== undefined) return found;
	}
	return { endpoints: [], spans: [] };
}

/** A heading within that is a label, "Method: GET", over nothing but the URL in code. */
function methodHeading(
	{ heading, blocks: [first] }: Section,
	words: PartWords,
): SectionEndpoints | undefined {
	const [, label = "", verb = ""] =
		/^([^:]{2,20}):\s*([A-Z]{3,7})$/.exec(heading?.text ?? "") ?? [];
	if (first === undefined || partRoleOf(words, label) !== "method")
		return undefined;
	const { node, span } = first;
	const [only] = node.type === "blockquote" ? node.children : [node];
	if (only?.type !== "code") return undefined;
	const endpoints = endpointsIn(`${verb} ${only.value.trim()}`, span);
	return endpoints.length === 0 ? undefined : { endpoints, spans: [span] };
}

/**
 * "HTTP Request" with an endpoint in it is a part of the section around it; "Search" or "Headers" with one is the title of
 * an operation.
 */
export function isCall(role: PartRole): boolean {
	return calls.has(role);
}

const calls: ReadonlySet<PartRole> = new Set([
	"endpoint",
	"url",
	"method",
	"request-sample",
	"example",
	"parameters",
]);

function ownEndpoints(
	blocks: readonly Block[],
	words: PartWords,
): SectionEndpoints {
	const labelled = labelEndpoints(blocks, words);
	if (labelled.endpoints.length > 0) return labelled;
	const alone = endpointsAmong(blocks, words, blockEndpoints);
	return alone.endpoints.length > 0
		? alone
		: endpointsAmong(blocks, words, requestEndpoints);
}

function endpointsAmong(
	blocks: readonly Block[],
	words: PartWords,
	read: (block: Block) => readonly FoundEndpoint[],
): SectionEndpoints {
	const found: FoundEndpoint[] = [];
	const spans: Span[] = [];
	for (const [index, block] of blocks.entries()) {
		const endpoints = read(block);
		if (endpoints.length === 0) continue;
		// What a sample calls, where the endpoint stands already.
		if (found.length > 0 && isSample(blocks[index - 1] ?? block, block, words))
			continue;
		found.push(...endpoints);
		spans.push(block.span);
	}
	return { endpoints: distinct(found), spans };
}

function isSample(before: Block, block: Block, words: PartWords): boolean {
	const label = readLabel(before, block);
	const role = label && partRoleOf(words, label.text);
	return (
		role === "request-sample" ||
		role === "response-sample" ||
		role === "example"
	);
}

function distinct(found: readonly FoundEndpoint[]): readonly FoundEndpoint[] {
	const seen = new Map(
		found.map((one) => [`${one.method} ${one.form.path}`, one]),
	);
	return [...seen.values()];
}

const none = { text: "", value: undefined };

/** ``**URL** : `/x` `` and ``**Method** : `POST` ``, in either order; the URL may have the method in front. */
function labelEndpoints(
	blocks: readonly Block[],
	words: PartWords,
): SectionEndpoints {
	let method: string | undefined;
	let url: { readonly text: string; readonly span: Span } | undefined;
	const spans: Span[] = [];
	for (const [index, block] of blocks.entries()) {
		const one = readLabel(block, blocks[index + 1]);
		const lines = readLabelLines(block);
		let says = false;
		for (const { text, value } of lines.length > 0 ? lines : [one ?? none]) {
			if (value === undefined) continue;
			const role = partRoleOf(words, text);
			const bare = value.replace(/[`*]/g, "").trim();
			if (role === "method") method ??= bare;
			else if (role === "url" || role === "endpoint")
				url ??= { text: bare, span: block.span };
			else continue;
			says = true;
		}
		if (says) spans.push(block.span);
	}
	if (url === undefined) return { endpoints: [], spans: [] };
	const whole = endpointsIn(url.text, url.span);
	const endpoints =
		whole.length > 0 || method === undefined
			? whole
			: endpointsIn(`${method} ${url.text}`, url.span);
	return { endpoints, spans: endpoints.length > 0 ? spans : [] };
}
