import type { List, ListItem, PhrasingContent } from "mdast";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { type Block, spanOf } from "./block.ts";

/** One item of a list: its first paragraph, the blocks after it, and the bullets within it. */
export interface Bullet {
	/** The inline content of the first paragraph; empty when the item starts with something else. */
	readonly head: readonly PhrasingContent[];
	readonly headSpan: Span;
	/** Blocks other than lists. */
	readonly blocks: readonly Block[];
	/** Lists, which hold nested bullets. */
	readonly lists: readonly List[];
	readonly span: Span;
}

/** The bullets of a list. */
export function readBullets(source: Source, list: List): readonly Bullet[] {
	return list.children.map((item) => readBullet(source, item));
}

function readBullet(source: Source, item: ListItem): Bullet {
	const span = spanOf(source, item);
	const [first] = item.children;
	const paragraph = first?.type === "paragraph" ? first : undefined;
	const rest = paragraph === undefined ? item.children : item.children.slice(1);
	return {
		head: paragraph?.children ?? [],
		headSpan: paragraph === undefined ? span : spanOf(source, paragraph),
		blocks: rest
			.filter((node) => node.type !== "list")
			.map((node) => ({ node, span: spanOf(source, node) })),
		lists: rest.filter((node) => node.type === "list"),
		span,
	};
}
