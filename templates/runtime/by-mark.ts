import { type Turn, valueAt, withQuery } from "./page-turn.js";

/** Sends back the mark that the page gives, in its body or in a header. */
export const byMark: Turn = ({ request, body, response }) => {
	const { parameter, next, header } = request.operation.pages;
	const mark = header ? response.headers.get(header) : valueAt(body, next);
	return parameter && mark && /^(string|number)$/.test(typeof mark)
		? withQuery(request, { [parameter]: `${mark}` })
		: undefined;
};
