import type {
	ApiModel,
	NextPage,
	Operation,
	Origin,
	Pagination,
	Parameter,
} from "../model/types.ts";
import { answerOf, itemsIn, moreIn, nextIn } from "./page-answer.ts";
import { pageParametersOf } from "./page-parameters.ts";

type Known = Pick<ApiModel, "shapes" | "notes">;

/** The operations with how their lists go on, where what they take and what they give tell it together. */
export function paginate(
	operations: readonly Operation[],
	known: Known,
): readonly Operation[] {
	return operations.map((operation) => {
		const pagination =
			operation.method === "GET" ? paginationOf(operation, known) : undefined;
		return pagination === undefined ? operation : { ...operation, pagination };
	});
}

function paginationOf(
	operation: Operation,
	known: Known,
): Pagination | undefined {
	const { turns, kind: counted, size } = pageParametersOf(operation);
	const answer = answerOf(operation, known);
	const items = answer && itemsIn(answer, operation, known);
	const shown = answer && nextIn(answer, known);
	// Without an answer to look at, a number of a page and a size tell enough; an offset may be one in a file.
	const silent = answer === undefined || answer.kind === "unknown";
	const counts = counted === "page" || counted === "cursor";
	if (items === undefined && !(silent && counts && size !== undefined))
		return undefined;
	// `page` takes what `next_page` gives: no number, where that is text.
	const given =
		counted === "page" &&
		turns?.shape.kind !== "number" &&
		shown?.isText === true &&
		!shown.isUrl;
	const byUrl = shown?.isUrl === true ? ("url" as const) : undefined;
	const kind = given ? "cursor" : (counted ?? byUrl);
	const origins = [turns, size, shown].flatMap((one): Origin[] =>
		one === undefined ? [] : [{ span: one.origins[0].span, basis: "inferred" }],
	);
	const [first, ...others] = origins;
	if (kind === undefined || first === undefined) return undefined;
	const next = shown?.next ?? nextHeader(turns, size, known);
	const more = answer && moreIn(answer, known);
	return {
		kind,
		...(turns !== undefined && { parameter: turns.name }),
		...(size !== undefined && { size: size.name }),
		...(items !== undefined && { items }),
		...(next !== undefined && { next }),
		...(more !== undefined && { more }),
		origins: [first, ...others],
	};
}

/** "… from the `X-Next` header of the last response", or a chapter on pages that speaks of the `Link` header. */
function nextHeader(
	turns: Parameter | undefined,
	size: Parameter | undefined,
	{ notes = [] }: Known,
): NextPage | undefined {
	if (turns === undefined && size === undefined) return undefined;
	const named =
		/`([A-Z][\w-]*)`\s+(?:HTTP\s+|response\s+)?header|\bheader\s+(?:named\s+|called\s+)?`([A-Z][\w-]*)`/;
	const [, before, behind] =
		named.exec((turns?.description ?? "").replace(/\s+/g, " ")) ?? [];
	const own = before ?? behind;
	if (own !== undefined) return { kind: "header", name: own };
	const links = notes.some(
		({ title, text }) =>
			/pagina|paging/i.test(title) &&
			/\bLink\b[`"* ]*(?:HTTP |response )*headers?\b|^Link:/im.test(text),
	);
	return links ? { kind: "header", name: "Link" } : undefined;
}
