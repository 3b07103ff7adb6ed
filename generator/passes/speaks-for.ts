import type { Operation } from "../model/types.ts";

/**
 * Whether a document that says something once for all operations says it of this one. A page without endpoints, or one
 * that introduces the others, speaks for its folder and those within; any other page for its own operations.
 */
export function speaksFor(
	operations: readonly Operation[],
): (file: string, operation: Operation) => boolean {
	const documents = new Set(operations.map(documentOf));
	return (file, operation) => {
		const document = documentOf(operation);
		return documents.has(file) && !introduces.test(file)
			? file === document
			: document.startsWith(folderOf(file));
	};
}

const introduces =
	/(?:^|\/)_?(?:index|readme|overview|introduction|intro|getting-started|general|common)\.\w+$/i;

function documentOf({ origins }: Operation): string {
	return origins[0].span.file;
}

/** Up to its last slash. */
function folderOf(file: string): string {
	return file.slice(0, file.lastIndexOf("/") + 1);
}
