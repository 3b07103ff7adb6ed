import { nextMark, type Walk } from "../../model/fixtures/pages.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";
import type { TestCredential } from "./credentials.ts";
import { expectedRequest, sortKeys } from "./expectation.ts";

/**
 * Works out the snapshot of a walk over pages: the request for each page, which repeats the first but for what turns the
 * page, and the items of all of them.
 */
export function expectedWalk(
	model: ApiModel,
	operation: Operation,
	{ fixture, turn, marks, items }: Walk,
	credentials: readonly TestCredential[],
): JsonValue {
	const { positional, params } = fixture;
	const request = (
		operation: Operation,
		more: { readonly [name: string]: JsonValue },
	) =>
		expectedRequest(model, {
			operation,
			request: {
				...fixture,
				...(positional !== undefined && { positional }),
				params: { ...params, ...more },
			},
			credentials,
		});
	const first = request(operation, {});
	const { parameter = "" } = turn.pagination;
	const others =
		turn.by === "link"
			? [request(asLinked(operation), { page: nextMark })]
			: marks.map((mark) => request(operation, { [parameter]: mark }));
	return sortKeys({ requests: [first, ...others], items });
}

/** What a URL asks for that a page gave: its own query alone. */
function asLinked(operation: Operation): Operation {
	const { parameters, origins } = operation;
	const others = parameters.filter((one) => one.in !== "query");
	const page = {
		name: "page",
		in: "query",
		shape: { kind: "string" },
	} as const;
	return { ...operation, parameters: [...others, { ...page, origins }] };
}
