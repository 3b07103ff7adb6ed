import { ApiArgumentError } from "./errors.js";
import { encodeText } from "./text.js";

/** What a query parameter can be. */
export type QueryValue =
	| string
	| number
	| bigint
	| boolean
	| Date
	| null
	| undefined
	| readonly QueryValue[]
	| { readonly [name: string]: QueryValue };

/** Query parameters by wire name. */
export interface Query {
	readonly [name: string]: QueryValue;
}

/** `a=1&b=2`, in the order given. A list repeats its name (`a=1&a=2`), `null` is sent empty and `undefined` is left out. */
export function serialiseQuery(
	operation: string,
	query: Iterable<readonly [string, unknown]>,
): string {
	return [...query]
		.flatMap(([name, value]) =>
			[value].flat().map((item) => {
				if (item === undefined) return [];
				const [key, text] = [name, item ?? ""].map(encodeText);
				if (text !== undefined) return `${key}=${text}`;
				throw new ApiArgumentError(
					operation,
					`query parameter ${name} cannot be sent`,
				);
			}),
		)
		.flat()
		.join("&");
}
