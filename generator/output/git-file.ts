import { relative, sep } from "node:path";
import { findTree, listEntries, type Repository, readEntries } from "./git.ts";
import { isWithin, realPathOf } from "./look-at.ts";
import { pathFromTop, type Revision } from "./revision.ts";

/** The text of a file as a revision has it, as UTF-8; nothing where there is no such file. */
export async function readFileAt(
	repository: Repository,
	place: Revision,
): Promise<string | undefined> {
	const tree = await findTree(repository, place.revision);
	const path = pathFromTop(repository, place);
	const [entry] = await listEntries(repository, tree, path);
	if (entry?.type !== "blob" || entry.isLink || entry.path !== path)
		return undefined;
	const [bytes] = await readEntries(repository, [entry]);
	return new TextDecoder().decode(bytes);
}

/** An absolute path as it is from the top of a repository; nothing for one outside of it. */
export function wayFromTop(
	{ top }: Repository,
	path: string,
): string | undefined {
	const real = realPathOf(path);
	return isWithin(top, real)
		? relative(top, real).split(sep).join("/")
		: undefined;
}
