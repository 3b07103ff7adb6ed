import type { SharedParameter } from "../model/shared-parameter.ts";
import type { Support } from "../model/support.ts";
import type { Operation, Parameter } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";
import { answersMany } from "./answer.ts";

/**
 * The operations with the parameters that the docs describe once for many of them. A page without endpoints, or one that
 * introduces the others, speaks for its folder and those within; any other page for its own operations.
 */
export function shareParameters(
	operations: readonly Operation[],
	shared: readonly SharedParameter[],
	supports: readonly Support[],
): readonly Operation[] {
	if (shared.length === 0) return operations;
	const documents = new Set(operations.map(documentOf));
	const said = new Map<string, Support[]>();
	for (const one of supports)
		said.set(one.operation, [...(said.get(one.operation) ?? []), one]);
	return operations.map((operation) => {
		const known = new Set(operation.parameters.map(keyOf));
		// `/sites/{site}` says in its path what others say in the query.
		for (const { in: place, name } of operation.parameters)
			if (place === "path") known.add(`query ${name}`);
		const document = documentOf(operation);
		const own = shared.filter(({ file }) =>
			documents.has(file) && !introduces.test(file)
				? file === document
				: document.startsWith(folderOf(file)),
		);
		const taken = own.flatMap((one): readonly Parameter[] => {
			const parameter = takenBy(operation, one, said.get(operation.id) ?? []);
			if (parameter === undefined || known.has(keyOf(parameter))) return [];
			known.add(keyOf(parameter));
			return [parameter];
		});
		return taken.length === 0
			? operation
			: { ...operation, parameters: [...operation.parameters, ...taken] };
	});
}

/** The parameter as an operation takes it; nothing when it does not. */
function takenBy(
	operation: Operation,
	{ parameter, taken, titles, anchors }: SharedParameter,
	supports: readonly Support[],
): Parameter | undefined {
	if (taken === "all") return parameter;
	const { origins } = parameter;
	const support = supports.find(({ text, anchor, permission }) => {
		// Who needs a permission within a shelf says within which one.
		if (permission === true) return parameter.name === text;
		return anchor === undefined
			? titles.some((title) => sameTopic(title, text))
			: anchors.includes(anchor);
	});
	if (support !== undefined) {
		const { span } = support;
		return {
			...parameter,
			origins: [...origins, { span, basis: "stated", of: ["location"] }],
		};
	}
	if (taken === "named" || !givesList(operation)) return undefined;
	const [{ span }] = operation.origins;
	return {
		...parameter,
		origins: [...origins, { span, basis: "inferred", of: ["location"] }],
	};
}

/** "Blocking Queries", "blocking query"; "Paginated" is about "Pagination". */
function sameTopic(a: string, b: string): boolean {
	return topic(a) === topic(b);
}

function topic(text: string): string {
	return wordsOf(text)
		.filter((word) => !/^(?:the|a|an|support|supported|supports)$/.test(word))
		.map((word) =>
			/^(?:paginat\w+|paging|paged)$/.test(word) ? "page" : singular(word),
		)
		.join(" ");
}

function givesList(operation: Operation): boolean {
	const last = operation.path.at(-1);
	return (
		operation.method === "GET" &&
		last?.kind === "literal" &&
		answersMany(operation, last.text)
	);
}

function keyOf({ in: place, name }: Parameter): string {
	return `${place} ${name}`;
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
