import { close, columnOf, type GrowingTree, open } from "./growing-tree.ts";
import type { Tag } from "./tag.ts";

/** `:::note Title`, `:::`, `!!! note "Title"`, `=== "Tab"`. */
export function readNote(state: GrowingTree, at: number): number | undefined {
	const { text } = state.source;
	const colons =
		/:::+[ \t]*([\w-]*)[ \t]*\[?([^\]\r\n{]*)\]?(?:\{[^}\r\n]*\})?[ \t]*(?=\r?\n|$)/y;
	colons.lastIndex = at;
	const [line, name = "", title = ""] = colons.exec(text) ?? [];
	if (line !== undefined) {
		const tag = noteTag(name, title, at, at + line.length, name === "");
		if (name === "") return close(state, tag);
		return open(state, tag);
	}
	const marks =
		/(?:!!!|\?\?\?\+?|===)[ \t]+(?:([\w-]+(?: [\w-]+)*)[ \t]*)?(?:"([^"\r\n]*)")?[ \t]*(?=\r?\n|$)/y;
	marks.lastIndex = at;
	const [mark, , words = ""] = marks.exec(text) ?? [];
	if (mark === undefined) return undefined;
	const end = at + mark.length;
	if (
		!/^\r?\n(?:[ \t]*\r?\n)*[ \t]*(?: {4}|\t)/.test(text.slice(end, end + 200))
	)
		return undefined;
	state.indented.push(columnOf(text, at));
	return open(state, noteTag("indented", words, at, end, false));
}

function noteTag(
	name: string,
	title: string,
	start: number,
	end: number,
	closing: boolean,
): Tag {
	return {
		form: "shortcode",
		name: closing ? ":::" : name === "indented" ? name : ":::",
		role: closing ? "close" : "open",
		attributes: new Map(title.trim() === "" ? [] : [["title", title.trim()]]),
		words: [],
		start,
		end,
	};
}

/** A line that is set in less ends notes that are set in. */
export function endIndented(
	state: GrowingTree,
	at: number,
	line: string,
): void {
	if (state.indented.length === 0 || line.trim() === "") return;
	const column = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, "    ").length ?? 0;
	for (;;) {
		const last = state.indented.at(-1);
		if (last === undefined || column >= last + 4) return;
		state.indented.pop();
		close(state, noteTag("indented", "", at, at, false));
	}
}
