import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { SecurityScheme, Server } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { schemesIn } from "./context-security.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { oauthIn } from "./oauth.ts";

const aboutSecurity =
	/\bo?auth|\bapi[ -]?keys?\b|\btokens?\b|\bcredentials?\b|\bsecurity\b|autentica|authentifi/i;
const aboutServers =
	/\b(?:base|root|api|service)[ -]*(?:ur[li]s?|endpoints?|paths?|hosts?|address(?:es)?)\b|^(?:servers?|hosts?|environments?|endpoints?)$|\burl (?:base|de base)\b|basis-?url|ベース ?url|基础(?:url|地址|路径)|базовый (?:url|адрес)/i;

/**
 * What a chapter without endpoints says for all operations: how to authenticate, under a heading that speaks of it, and
 * where the API is, under such a heading or in a sentence that says "base URL".
 */
export function readContext(
	{ heading, blocks }: Section,
	above: readonly string[],
	reader: Reader,
): Fragment {
	const headings = [...above, heading?.text ?? ""];
	const security: SecurityScheme[] = [];
	const servers: Server[] = [];
	for (const block of blocks) {
		if (!speaks(block)) continue;
		const text = textOf(reader.source, block.span);
		if (headings.some((one) => aboutSecurity.test(one))) {
			const [what] = computed.exec(text) ?? [];
			if (what !== undefined)
				reader.report("security/computed", block.span, { what });
		}
		const own = [
			...(headings.some((one) => aboutSecurity.test(one))
				? schemesIn(text, block.span)
				: []),
			...oauthIn(block, headings, reader),
		];
		const places = urlsIn(
			text,
			aboutServers.test(heading?.text ?? ""),
			block.span,
		);
		if (own.length + places.length > 0)
			reader.ledger.mark(
				block.span,
				"read",
				own.length > 0 ? "authentication" : "base URL",
			);
		security.push(...own);
		servers.push(...places);
	}
	if (heading !== undefined && security.length + servers.length > 0)
		reader.ledger.mark(heading.span, "read", "for all operations");
	return { ...emptyFragment, security, servers };
}

/** Ways to authenticate that are worked out anew for each request or connection. */
const computed =
	/\bHMAC(?:-SHA-?\d+)?\b|\bdigest auth\w*|\bAWS4-HMAC-SHA256\b|\bmutual TLS\b|\bmTLS\b|\bclient certificates?\b|\bOAuth 1(?:\.0a?)?\b|\bHawk\b|\brequest signatures?\b/i;

function speaks({ node }: Block): boolean {
	return ["paragraph", "code", "list", "table", "blockquote", "html"].includes(
		node.type,
	);
}

const stated =
	/\b(?:base|root)[ -]+(?:ur[li]|endpoint|path|address)|\burl (?:base|de base)\b|\bbasis-?url\b|ベース ?url|基础(?:url|地址|路径)|базовый (?:url|адрес)|(?:^|[.\n]\s*)(?:url |path |route )?prefix(?= ?:)|\bAPI (?:is|can be) (?:available|reachable|reached|served|found|hosted|accessible|accessed) (?:at|under|from|via|on)\b|\ball (?:api )?(?:requests?|calls?|endpoints?|paths?|urls?)\b[^.]{0,40}\b(?:relative to|start with|begin with|prefixed with|(?:sent|made) to|under)\b/gi;

const host =
	/https?:\/\/(?:[\w.-]|\{[\w-]{1,40}\}|<[\w-]{1,40}>)+(?::\d+)?(?:\/[\w./~-]*)?(?![\w{<$:])/g;
const heads = /\bbase[ -]?ur[li]\b|\b(?:ur[li]|host|server|endpoint)s?\b/i;

/** Base URLs: each URL under a heading about them or in a table of them, or the first behind words that announce one. */
function urlsIn(text: string, under: boolean, span: Span): readonly Server[] {
	if (!text.includes("://") && !text.includes("`/")) return [];
	const [head = ""] = text.split("\n", 1);
	const listed =
		head.startsWith("|") && /\benvironment|\bbase[ -]?ur[li]/i.test(head);
	if (under || (listed && heads.test(head)))
		return [...text.matchAll(host)].map(([found]) => serverFor(found, span));
	return [...text.matchAll(stated)].flatMap(({ index, 0: words }) => {
		const behind = text.slice(index + words.length, index + words.length + 120);
		const [found] = behind.match(host) ?? [];
		const path = /^[^`./]{0,40}`(\/[\w./-]*)`/.exec(behind)?.[1];
		const url = found ?? (path === "/" ? undefined : path);
		return url === undefined ? [] : [serverFor(url, span)];
	});
}

function serverFor(url: string, span: Span): Server {
	return {
		url: url.replace(/<([^<>]+)>/g, "{$1}").replace(/[./]+$/, ""),
		origins: [{ span, basis: "stated" }],
	};
}
