import type { Feature } from "./feature.js";
import { encodeWideBody } from "./wide-body.js";
import { mergeWideHeaders } from "./wide-headers.js";
import { serialiseWideQuery } from "./wide-query.js";

/**
 * Takes what people pass beside plain text, numbers and JSON: lists of headers and of their values, dates and objects in
 * the query, bodies that `fetch` sends by itself.
 */
export const wideArguments: Feature = () => ({
	headers: mergeWideHeaders,
	query: serialiseWideQuery,
	body: encodeWideBody,
});
