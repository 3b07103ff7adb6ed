/** Ends a `switch` over a union: a kind that is not handled does not compile. */
export function unreachable(value: never): never {
	throw new Error(`Not handled: ${JSON.stringify(value)}`);
}
