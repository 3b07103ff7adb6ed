import type { Origins, Shape } from "../types.ts";
import { printPath } from "../walk.ts";
import type { Direction } from "./change.ts";
import type { Owner } from "./finding.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** Two shapes that stand in the same place before and after. */
export interface ShapePair {
	readonly before: Shape;
	readonly after: Shape;
	/** What they are the shape of, `the body`, and the way from there. */
	readonly root: Phrase;
	readonly path: readonly string[];
	readonly direction: Direction;
	/** Of what they are the shape of. */
	readonly origins: { readonly before: Origins; readonly after: Origins };
	readonly owner: Owner;
}

/** `` field `a.b[]` of the body `` */
export function partOf({
	root,
	path,
}: Pick<ShapePair, "root" | "path">): Phrase {
	if (path.length === 0) return root;
	const way = printPath(path);
	return /^[[\]{}]+$/.test(way)
		? phrase`the items of ${root}`
		: phrase`field ${way} of ${root}`;
}
