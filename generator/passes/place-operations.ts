import type { Report } from "../diagnostics/reporter.ts";
import { joinOrigins } from "../model/join-origins.ts";
import { originOf } from "../model/own-server.ts";
import type { Operation, Server } from "../model/types.ts";
import { compareSpans } from "../text/span.ts";
import { mergeServers, ofAll } from "./servers.ts";

/** The servers of an API, and its operations with servers of their own where they are elsewhere. */
export interface Placed {
	readonly servers: readonly Server[];
	readonly operations: readonly Operation[];
}

/**
 * Finds the servers of the API and the operations that are elsewhere: whose docs state a server that is none of those
 * and name no other. A host that only the endpoint lines of such operations have is no server of the API.
 */
export function placeOperations(
	servers: readonly Server[],
	operations: readonly Operation[],
	report: Report,
): Placed {
	const stated = operations
		.flatMap((one) => one.servers ?? [])
		.filter(({ url }) => /^https?:/i.test(url));
	const merged = mergeServers(
		servers.length > 0 ? servers : stated,
		operations,
	);
	const base = merged.find(({ url }) => isPlain(url));
	const isOfAll = ofAll(operations);
	const ofApi = merged.filter((one) => one === base || isOfAll(one));
	const placed = operations.map(
		({ servers: found = [], ...operation }): Operation => {
			const whole = found.map((server) => complete(server, base));
			tellIncomplete(whole, operation, report);
			const own = base === undefined ? [] : ownServers(whole, ofApi, operation);
			return own.length === 0 ? operation : { ...operation, servers: own };
		},
	);
	const elsewhere = new Set(
		placed.flatMap(({ servers: own = [] }) => own.map(({ url }) => url)),
	);
	if (base !== undefined) tellElsewhere(placed, base, report);
	return {
		servers: merged.filter(
			(one) => !elsewhere.has(one.url) || ofApi.includes(one),
		),
		operations: placed,
	};
}

/** `/v2` is at the host of the API (OpenAPI 3.1, "Relative References in URLs", where that of the description counts). */
function complete(server: Server, base: Server | undefined): Server {
	const { url, origins } = server;
	if (base === undefined || !url.startsWith("/")) return server;
	if (!URL.canParse(url, base.url)) return server;
	return { url: new URL(url, base.url).href.replace(/\/+$/, ""), origins };
}

/** A server that nobody can call, `v2` or `https://{region}.example.com`: the operation is at the API's then. */
function tellIncomplete(
	servers: readonly Server[],
	{ id }: Operation,
	report: Report,
): void {
	for (const { url, origins } of servers)
		if (!/^https?:/i.test(url) || /[{}]/.test(url))
			report("server/incomplete", origins[0].span, {
				operation: `\`${id}\``,
				url: `\`${url}\``,
			});
}

/** None where one of them is the API's. */
function ownServers(
	found: readonly Server[],
	ofApi: readonly Server[],
	{ origins: [line] }: Operation,
): readonly Server[] {
	const own = new Map<string, Server>();
	for (const server of found) {
		if (!isPlain(server.url)) continue;
		// A host in an endpoint line has the whole path behind it, also what is part of a base URL.
		const inLine = compareSpans(server.origins[0].span, line.span) === 0;
		const known = ofApi.some(({ url }) =>
			inLine ? hostOf(url) === hostOf(server.url) : url === server.url,
		);
		if (known) return [];
		const twin = own.get(server.url);
		const origins = twin
			? joinOrigins(twin.origins, server.origins)
			: server.origins;
		own.set(server.url, { url: server.url, origins });
	}
	return [...own.values()];
}

/** Once for each server. */
function tellElsewhere(
	operations: readonly Operation[],
	base: Server,
	report: Report,
): void {
	const ids = new Map<
		string,
		{ readonly at: Server; readonly ids: string[] }
	>();
	for (const { id, servers: [own] = [] } of operations) {
		if (own === undefined || originOf(own.url) === originOf(base.url)) continue;
		const found = ids.get(own.url);
		if (found === undefined) ids.set(own.url, { at: own, ids: [id] });
		else found.ids.push(id);
	}
	for (const {
		at,
		ids: [first = "", ...others],
	} of ids.values()) {
		const more = others.length === 0 ? "" : ` and ${others.length} more`;
		report("server/elsewhere", at.origins[0].span, {
			operation: `\`${first}\`${more}`,
			url: at.url,
			base: base.url,
		});
	}
}

/** True for a URL that a client can take as it stands and that is not one of the reader's own machine. */
function isPlain(url: string): boolean {
	if (/[{}<>$\s]/.test(url)) return false;
	try {
		const { protocol, username, password, hostname, search, hash } = new URL(
			url,
		);
		return (
			/^https?:$/.test(protocol) &&
			username + password + search + hash === "" &&
			!/^(?:localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1\])$/.test(hostname)
		);
	} catch {
		return false;
	}
}

/** With its port, and whatever the protocol. */
function hostOf(url: string): string {
	return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
