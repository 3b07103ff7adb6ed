import { joinOrigins } from "../model/join-origins.ts";
import type { Operation, Origin, Server } from "../model/types.ts";
import { compareSpans } from "../text/span.ts";

/**
 * Each base URL once: those that the docs state for the API as a whole before those of endpoint lines and those that samples show, the one that most places name first, and
 * of two that are named alike one that others can reach before one of the reader's own machine. A base path that all operations have in their own paths is no
 * part of the URL, and one that is stated apart from its host is joined to it.
 */
export function mergeServers(
	servers: readonly Server[],
	operations: readonly Operation[],
): readonly Server[] {
	const found = new Map<string, Server>();
	const sorted = [...servers].sort((a, b) =>
		compareSpans(a.origins[0].span, b.origins[0].span),
	);
	for (const server of withHosts(sorted)) {
		const url = withoutShared(server.url, operations);
		if (url === "") continue;
		const known = found.get(url);
		const origins = known
			? joinOrigins(known.origins, server.origins)
			: server.origins;
		found.set(url, { url, origins });
	}
	const isOfAll = ofAll(operations);
	return [...found.values()].sort(
		(a, b) =>
			rank(a) - rank(b) ||
			Number(isOfAll(b)) - Number(isOfAll(a)) ||
			b.origins.length - a.origins.length ||
			Number(isLocal(a.url)) - Number(isLocal(b.url)),
	);
}

/** Tells whether the docs state a server for the API, and not only where they describe one of these operations. */
export function ofAll(
	operations: readonly Operation[],
): (server: Server) => boolean {
	const ofOne = new Set(
		operations
			.flatMap(({ servers = [] }) => servers)
			.flatMap(({ origins }) => origins.map(placeOf)),
	);
	return ({ origins }) =>
		origins.some(
			(origin) => origin.basis === "stated" && !ofOne.has(placeOf(origin)),
		);
}

function placeOf({ span }: Origin): string {
	return `${span.file}:${span.start.offset}`;
}

function rank({ url, origins }: Server): number {
	if (!/^https?:/.test(url)) return 3;
	if (origins.some(({ basis }) => basis === "stated")) return 0;
	return isLocal(url) ? 2 : 1;
}

function isLocal(url: string): boolean {
	return /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\])/i.test(url);
}

/** `/api/v1` stands behind the hosts that no path stands behind. */
function withHosts(servers: readonly Server[]): readonly Server[] {
	const [path] = servers.filter(({ url }) => url.startsWith("/"));
	if (path === undefined) return servers;
	const bare = servers.filter(({ url }) => /^https?:\/\/[^/]+$/.test(url));
	const whole = servers.filter(
		({ url }) => url.endsWith(path.url) && url !== path.url,
	);
	if (bare.length + whole.length === 0) return servers;
	return servers
		.filter(({ url }) => !url.startsWith("/"))
		.map((server) =>
			whole.length === 0 && bare.includes(server)
				? {
						url: server.url + path.url,
						origins: joinOrigins(server.origins, path.origins),
					}
				: server,
		);
}

/** The URL without a path that all operations start with. */
function withoutShared(url: string, operations: readonly Operation[]): string {
	const [, host = "", path = ""] = /^(https?:\/\/[^/]+)?(.*)$/.exec(url) ?? [];
	const base = path.split("/").filter((part) => part !== "");
	const shared =
		base.length > 0 &&
		operations.length > 0 &&
		operations.every((operation) =>
			base.every((part, index) => {
				const segment = operation.path[index];
				return segment?.kind === "literal" && segment.text === part;
			}),
		);
	return shared ? host : url;
}
