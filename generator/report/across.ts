import { diffArrays } from "diff";

/** Lines of a document by its name. */
export type Documents = ReadonlyMap<string, readonly string[]>;

/** Finds where a line of one set of documents stands, or would stand, in another. */
export type Across = (
	file: string,
	line: number,
) => { readonly file: string; readonly line: number } | undefined;

/** Follows lines from one set of documents to another. A document that was moved is known by the end of its path. */
export function lineAcross(from: Documents, to: Documents): Across {
	const found = new Map<string, Twin | undefined>();
	return (file, line) => {
		if (!found.has(file)) found.set(file, twinOf(file, from, to));
		const twin = found.get(file);
		const other = twin?.lines[line - 1];
		return twin === undefined || other === undefined
			? undefined
			: { file: twin.file, line: other };
	};
}

interface Twin {
	readonly file: string;
	/** For each line, from 1, the line that it became; for one that is gone, the line that is in its place. */
	readonly lines: readonly number[];
}

function twinOf(
	file: string,
	from: Documents,
	to: Documents,
): Twin | undefined {
	const name = to.has(file) ? file : endingLike(file, [...to.keys()]);
	const [old, now] = [from.get(file), name && to.get(name)];
	if (name === undefined || !old || !now) return undefined;
	const parts = diffArrays([...old], [...now], { maxEditLength: most });
	if (parts === undefined) return undefined;
	const lines: number[] = [];
	let next = 1;
	for (const { added, removed, value } of parts) {
		if (added) next += value.length;
		else
			for (const _ of value) {
				lines.push(Math.min(next, Math.max(now.length, 1)));
				if (!removed) next++;
			}
	}
	return { file: name, lines };
}

/** Documents that differ by more lines are not compared: that takes time with the square of it. */
const most = 1500;

/** The one file that has as many of the last parts of a path as no other. */
function endingLike(
	file: string,
	files: readonly string[],
): string | undefined {
	const parts = file.split("/").reverse();
	const alike = (other: string) => {
		const same = other
			.split("/")
			.reverse()
			.findIndex((part, at) => part !== parts[at]);
		return same < 0 ? parts.length : same;
	};
	const best = Math.max(0, ...files.map(alike));
	const found = files.filter((other) => alike(other) === best);
	return best > 0 && found.length === 1 ? found[0] : undefined;
}
