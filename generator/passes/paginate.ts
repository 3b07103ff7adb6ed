import type {
	ApiModel,
	Operation,
	Origin,
	Pagination,
	Parameter,
} from "../model/types.ts";
import {
	answerOf,
	type FoundNext,
	itemsIn,
	moreIn,
	nextIn,
	totalIn,
} from "./page-answer.ts";
import {
	firstOf,
	type PageParameters,
	pageParametersOf,
} from "./page-parameters.ts";

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
	const answer = answerOf(operation, known);
	const items = answer && itemsIn(answer, operation, known);
	const shown = answer && nextIn(answer, known);
	const { turns, kind: counted, size } = parametersOf(operation, shown, known);
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
	const leads = shown ?? nextHeader(turns, size, known);
	const sources = new Set(
		[turns, size, leads].flatMap((one) => one?.origins[0].span ?? []),
	);
	const origins = [...sources].map(
		(span): Origin => ({ span, basis: "inferred" }),
	);
	const [origin, ...others] = origins;
	if (kind === undefined || origin === undefined) return undefined;
	const more = answer && moreIn(answer, known);
	const isCounted = kind === "page" || kind === "offset";
	const total = isCounted && answer ? totalIn(answer, known) : undefined;
	const first = isCounted && turns ? firstOf(turns, kind) : undefined;
	return {
		kind,
		...(turns !== undefined && { parameter: turns.name }),
		...(size !== undefined && { size: size.name }),
		...(items !== undefined && { items }),
		...(leads !== undefined && { next: leads.next }),
		...(more !== undefined && { more }),
		...(first !== undefined && { first }),
		...(total !== undefined && { total }),
		origins: [origin, ...others],
	};
}

/** A mark that no answer gives is left for a number that can be counted, where the docs have both. */
function parametersOf(
	operation: Operation,
	shown: FoundNext | undefined,
	known: Known,
): PageParameters {
	const all = pageParametersOf(operation);
	if (all.kind !== "cursor" || shown !== undefined) return all;
	if (nextHeader(all.turns, all.size, known) !== undefined) return all;
	const counted = pageParametersOf(operation, "cursor");
	return counted.turns === undefined ? all : counted;
}

/** "… from the `X-Next` header of the last response", or a chapter on pages that speaks of the `Link` header. */
function nextHeader(
	turns: Parameter | undefined,
	size: Parameter | undefined,
	{ notes = [] }: Known,
): Pick<FoundNext, "next" | "origins"> | undefined {
	const described = turns ?? size;
	if (described === undefined) return undefined;
	const named =
		/`([A-Z][\w-]*)`\s+(?:HTTP\s+|response\s+)?header|\bheader\s+(?:named\s+|called\s+)?`([A-Z][\w-]*)`/;
	const [, before, behind] =
		named.exec((turns?.description ?? "").replace(/\s+/g, " ")) ?? [];
	const own = before ?? behind;
	if (own !== undefined)
		return {
			next: { kind: "header", name: own },
			origins: described.origins,
		};
	const chapter = notes.find(
		({ title, text }) =>
			/pagina|paging|rel="?next\b/i.test(`${title} ${text}`) &&
			/\bLink\b[`"* ]*(?:HTTP |response )*headers?\b|^Link:/im.test(text),
	);
	return (
		chapter && {
			next: { kind: "header", name: "Link" },
			origins: chapter.origins,
		}
	);
}
