import type { Operation, Parameter } from "../model/types.ts";

/** A parameter that a document describes once for all operations. */
export interface SharedParameter {
	readonly file: string;
	readonly parameter: Parameter;
}

/**
 * The operations with the parameters that the docs describe once for all of them. A page without endpoints, or
 * one that introduces the others, speaks for its folder and those within; any other page for its own operations.
 */
export function shareParameters(
	operations: readonly Operation[],
	shared: readonly SharedParameter[],
): readonly Operation[] {
	if (shared.length === 0) return operations;
	const documents = new Set(operations.map(documentOf));
	return operations.map((operation) => {
		const known = new Set(
			operation.parameters.map(({ in: place, name }) => `${place} ${name}`),
		);
		const taken = shared.filter(({ file, parameter: { in: place, name } }) => {
			const document = documentOf(operation);
			const own =
				documents.has(file) && !introduces.test(file)
					? file === document
					: document.startsWith(folderOf(file));
			const key = `${place} ${name}`;
			if (!own || known.has(key)) return false;
			known.add(key);
			return true;
		});
		return taken.length === 0
			? operation
			: {
					...operation,
					parameters: [
						...operation.parameters,
						...taken.map(({ parameter }) => parameter),
					],
				};
	});
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
