import {
	add,
	close,
	element,
	type GrowingTree,
	leaveOut,
	open,
	sameName,
} from "./growing-tree.ts";
import type { Node } from "./node.ts";
import { blockEnd, htmlEnd } from "./region.ts";
import { type Tag, tagAt } from "./tag.ts";

const wrappers =
	/^(?:details|summary|div|section|article|main|center|aside|header|footer|nav|figure|figcaption|fieldset|template)$/;

const regions =
	/^(?:table|dl|ul|ol|pre|p|h[1-6]|blockquote|script|style|iframe|svg|video)$/;

/** Takes a tag for what it is; gives where to go on, or nothing where it is no tag of a wrapper. */
export function take(state: GrowingTree, tag: Tag): number | undefined {
	const { text } = state.source;
	if (tag.role === "close") return close(state, tag);
	const small = /^[a-z]/.test(tag.name);
	if (tag.form === "html" && small) {
		if (regions.test(tag.name)) return takeRegion(state, tag);
		if (!wrappers.test(tag.name)) return undefined;
	}
	const code = verbatimEnd(state, tag);
	if (code !== undefined) return code;
	if (tag.role === "alone") return element(state, tag);
	if (closesLater(state, tag)) return open(state, tag);
	if (tag.form === "html")
		// `<ID>` is a placeholder.
		return tag.attributes.size > 0 && text[tag.end - 1] === ">"
			? element(state, tag)
			: undefined;
	return element(state, tag);
}

/** The next tag within a line that closes what is open. */
export function nextTag(
	{ source: { text }, open }: GrowingTree,
	from: number,
	stop: number,
): number | undefined {
	if (open.length === 0) return undefined;
	let code: string | undefined;
	for (let at = from; at < stop; at++) {
		const ticks = text[at] === "`" ? /`+/y : undefined;
		if (ticks !== undefined) {
			ticks.lastIndex = at;
			const mark = ticks.exec(text)?.[0] ?? "`";
			if (code === undefined) code = mark;
			else if (code === mark) code = undefined;
			at += mark.length - 1;
			continue;
		}
		if (code !== undefined || (text[at] !== "<" && text[at] !== "{")) continue;
		const tag = tagAt(text, at);
		if (tag === undefined || tag.role !== "close") continue;
		if (open.some((one) => sameName(one.tag, tag))) return at;
	}
	return undefined;
}

/** Takes a wrapper whose content is code, whatever that looks like. */
function verbatimEnd(state: GrowingTree, tag: Tag): number | undefined {
	const { text } = state.source;
	const code = /^(?:highlight|verbatim|codeblock|code)$/i.test(tag.name);
	if (!code || tag.role !== "open" || !closesLater(state, tag))
		return undefined;
	const closing = new RegExp(
		tag.form === "html"
			? `</${tag.name}\\s*>`
			: `\\{%-?\\s*end${tag.name}\\s*-?%\\}|\\{\\{[<%]\\s*/${tag.name}\\s*[>%]\\}\\}`,
		"g",
	);
	closing.lastIndex = tag.end;
	const found = closing.exec(text);
	if (found === null) return undefined;
	// A wrapper around a fence is only that.
	const inner = text.slice(tag.end, found.index);
	if (/^[ \t]*(?:`{3,}|~{3,})/m.test(inner)) return undefined;
	const end = found.index + found[0].length;
	const children: Node[] = [{ kind: "text", start: tag.end, end: found.index }];
	add(state, { kind: "element", tag, children, start: tag.start, end });
	return end;
}

function takeRegion(state: GrowingTree, tag: Tag): number {
	const { text } = state.source;
	const end =
		tag.role === "alone" || state.failures > 40
			? undefined
			: htmlEnd(text, tag);
	if (end === undefined) state.failures++;
	const stop = end ?? Math.max(tag.end, blockEnd(text, tag.start));
	// Behind a blank line it is Markdown that stands in a paragraph.
	const wraps = /^(?:p|blockquote)$/.test(tag.name);
	if (wraps && blockEnd(text, tag.start) < stop) return open(state, tag);
	if (/^(?:script|style|iframe|svg|video)$/.test(tag.name))
		return leaveOut(state, tag.start, stop, true);
	add(state, { kind: "html", start: tag.start, end: stop });
	return stop;
}

function closesLater(state: GrowingTree, tag: Tag): boolean {
	const { text } = state.source;
	const key = `${tag.form} ${tag.name}`;
	let last = state.lastClose.get(key);
	if (last === undefined) {
		last =
			tag.form === "html"
				? text.lastIndexOf(`</${tag.name}`)
				: Math.max(
						...[`end${tag.name}`, `end_${tag.name}`, `/${tag.name}`].map(
							(one) => text.lastIndexOf(one),
						),
					);
		state.lastClose.set(key, last);
	}
	return last >= tag.end;
}
