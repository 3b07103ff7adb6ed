import type { Source } from "../../text/source.ts";
import type { Node } from "./node.ts";
import type { Tag } from "./tag.ts";

/** A tree while its document is read. */
export interface GrowingTree {
	readonly source: Source;
	readonly root: Node[];
	readonly open: Open[];
	/** Where the last closing tag of a name stands. */
	readonly lastClose: Map<string, number>;
	/** Where notes that are set in by indentation end. */
	readonly indented: number[];
	failures: number;
}

interface Open {
	readonly tag: Tag;
	readonly children: Node[];
}

const maximumDepth = 60;

/** Starts a wrapper, and gives where its content starts; what is nested too deep is left out. */
export function open(state: GrowingTree, tag: Tag): number {
	if (state.open.length >= maximumDepth)
		return leaveOut(state, tag.start, tag.end, true);
	state.open.push({ tag, children: [] });
	return tag.end;
}

/** Ends the innermost wrapper of this name with all that is open in it, and gives where to go on. */
export function close(state: GrowingTree, tag: Tag): number {
	const at = state.open.findLastIndex((one) => sameName(one.tag, tag));
	if (at < 0) return leaveOut(state, tag.start, tag.end, false);
	while (state.open.length > at + 1) giveUp(state);
	const closed = state.open.pop();
	if (closed !== undefined)
		add(state, {
			kind: "element",
			tag: closed.tag,
			children: closed.children,
			start: closed.tag.start,
			end: tag.end,
		});
	return tag.end;
}

/** Whether two tags are of one wrapper. */
export function sameName(a: Tag, b: Tag): boolean {
	return a.form === b.form && a.name === b.name;
}

/** A tag that nothing closes stands alone; what came behind it stands beside it. */
export function giveUp(state: GrowingTree): void {
	const last = state.open.pop();
	if (last === undefined) return;
	element(state, last.tag);
	const held = state.open.at(-1)?.children ?? state.root;
	for (const child of last.children) held.push(child);
}

/** Adds a wrapper without content, and gives where it ends. */
export function element(state: GrowingTree, tag: Tag): number {
	const { start, end } = tag;
	add(state, { kind: "element", tag, children: [], start, end });
	return end;
}

/** Adds what is left out, told or not, and gives where it ends. */
export function leaveOut(
	state: GrowingTree,
	start: number,
	end: number,
	told: boolean,
): number {
	add(state, { kind: "left out", start, end, told });
	return end;
}

/** Adds Markdown, to that in front of it where nothing stands between. */
export function addText(state: GrowingTree, start: number, end: number): void {
	const held = state.open.at(-1)?.children ?? state.root;
	const last = held.at(-1);
	if (last?.kind === "text" && last.end === start)
		held[held.length - 1] = { ...last, end };
	else if (end > start) held.push({ kind: "text", start, end });
}

/** Adds a node to the innermost wrapper. */
export function add({ root, open: opened }: GrowingTree, node: Node): void {
	(opened.at(-1)?.children ?? root).push(node);
}

/** How many characters stand in front of a place on its line. */
export function columnOf(text: string, at: number): number {
	return at - (text.lastIndexOf("\n", at - 1) + 1);
}
