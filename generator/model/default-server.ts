import type { ApiModel, Server } from "./types.ts";

/** The base URL that a client takes unless it is told another: one that is whole and has nothing to fill in. */
export function defaultServer({ servers }: ApiModel): Server | undefined {
	const [first] = servers;
	return first !== undefined &&
		/^https?:\/\//.test(first.url) &&
		!/[{}]/.test(first.url)
		? first
		: undefined;
}
