import { type PageAnswer, type Turn, valueAt, withQuery } from "./page-turn.js";

/**
 * Counts the pages, or the items to pass over, up to the total that the answer tells, or else to a page without items:
 * a short page may be one of which the server keeps something back.
 */
export const byNumber: Turn = (answer) => {
	const { request, body, items, seen } = answer;
	const { pages } = request.operation;
	const { parameter, offset, first = offset ? 0 : 1 } = pages;
	const here = given(answer, first);
	const next = here + (offset ? items.length : 1);
	// Of a walk that began with a later page less was seen than passed, which never ends it too early.
	const passed = offset ? next - first : seen;
	const isLast =
		!items.length ||
		passed >= total(body, pages.total) ||
		next - first >= total(body, pages.totalPages);
	return isLast || !parameter
		? undefined
		: withQuery(request, { [parameter]: next });
};

/** What the parameter is in the request of a page. */
function given({ url, request }: PageAnswer, first: number): number {
	const { parameter = "" } = request.operation.pages;
	const value = Number(new URL(url).searchParams.get(parameter) || first);
	return Number.isInteger(value) ? value : first;
}

/** A total of nothing beside some items tells nothing. */
function total(body: unknown, way: readonly string[] | undefined): number {
	const count = Number(valueAt(body, way));
	return count > 0 ? count : Number.POSITIVE_INFINITY;
}
