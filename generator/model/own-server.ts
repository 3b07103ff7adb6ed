import { defaultServer } from "./default-server.ts";
import type { ApiModel, Operation, Server } from "./types.ts";

/** The base URL that an operation is called at unless the client is told another, where the docs give it one of its own. */
export function ownServer({ servers = [] }: Operation): Server | undefined {
	return servers.find(({ url }) => originOf(url) !== undefined);
}

/** The origins, other than that of the API, that operations are called at; sorted. */
export function foreignOrigins(model: ApiModel): readonly string[] {
	const home = originOf(defaultServer(model)?.url ?? "");
	const origins = model.operations.flatMap(
		(operation) => originOf(ownServer(operation)?.url ?? "") ?? [],
	);
	return [...new Set(origins)].filter((origin) => origin !== home).sort();
}

/** Nothing for what is no URL of HTTP. */
export function originOf(url: string): string | undefined {
	return /^https?:/i.test(url) && URL.canParse(url)
		? new URL(url).origin
		: undefined;
}
