import type { RootContent } from "mdast";

/** Stands where a wrapper with a title ended, in Markdown that wrappers were taken off: what follows is not under its title. */
export const wrapperEnd = "<!-- end of what is wrapped -->";

/** True for the end of what a wrapper's title is about. */
export function isWrapperEnd(node: RootContent): boolean {
	return node.type === "html" && node.value === wrapperEnd;
}
