import { wordsOf } from "../text/words.ts";
import { type CurlCommand, prefixOf, readCurls } from "./curl.ts";
import type { SampleText } from "./json-sample.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { readHttpMessage } from "./sample.ts";
import type { ShownValue } from "./shown-value.ts";

/** Takes down what the sample calls of a code block pass in the query, in headers and in cookies. */
export function showRequest(fence: SampleText, draft: OperationDraft): void {
	const calls = readCurls(fence.text);
	for (const { command, start } of calls)
		showCurl(command, fence, start, draft);
	if (calls.length > 0) return;
	showUrls(fence, draft);
	const { start, headers } = readHttpMessage(fence.text);
	if (new RegExp(`^${draft.endpoint.method}\\s+\\S*/`).test(start.trim()))
		showHeaders(headers, { fence, from: 0, draft });
}

interface Call {
	readonly fence: SampleText;
	/** Where the call starts in the fence. */
	readonly from: number;
	readonly draft: OperationDraft;
}

function showCurl(
	command: CurlCommand,
	fence: SampleText,
	from: number,
	draft: OperationDraft,
): void {
	const { url, headers, cookie = "" } = command;
	const sent = command.data === undefined ? "GET" : "POST";
	const method = command.method ?? sent;
	if (method !== draft.endpoint.method || !leadsTo(url, draft)) return;
	const call = { fence, from, draft };
	show("query", pairsIn(queryOf(url)), call);
	showHeaders(headers, call);
	show("cookie", pairsIn(cookie.split(/;\s*/)), call);
}

/** URLs in programs and request lines: `fetch("https://api.example.com/beds?size=4")`, `GET /beds?size=4`. */
function showUrls(fence: SampleText, draft: OperationDraft): void {
	for (const { 0: word, index } of fence.text.matchAll(/[^\s"'`()]+/g)) {
		const url = word.includes("?") && /^(?:https?:\/)?\//.test(word);
		if (url && leadsTo(word, draft))
			show("query", pairsIn(queryOf(word)), { fence, from: index, draft });
	}
}

function leadsTo(url: string, { endpoint }: OperationDraft): boolean {
	const path = url.replace(/^https?:\/\/[^/?#]*/, "").replace(/[?#].*$/s, "");
	return (
		endpoint.path.length > 0 && prefixOf(path, endpoint.path) !== undefined
	);
}

function queryOf(url: string): readonly string[] {
	const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
	return query.split("&").map((pair) => decoded(pair.replaceAll("+", " ")));
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** `name=value` in its parts; what has no name, such as the name of a file, is left out. */
export function pairsIn(
	pairs: readonly string[],
): readonly (readonly [string, string])[] {
	return pairs.flatMap((pair) => {
		const at = pair.indexOf("=");
		const name = (at < 0 ? pair : pair.slice(0, at)).trim();
		return /^[A-Za-z_$][\w$@.:-]*(?:\[[\w.-]*\])*$/.test(name)
			? [[name, at < 0 ? "" : pair.slice(at + 1)] as const]
			: [];
	});
}

function showHeaders(
	headers: readonly (readonly [string, string])[],
	call: Call,
): void {
	const own = headers.filter(
		([name]) => /^[A-Za-z][\w-]*$/.test(name) && !transport.test(name),
	);
	show("header", own, call);
}

/** Headers that a client sets by itself, or that say how the body is written. */
const transport =
	/^(?:accept|accept-encoding|cache-control|connection|content-.*|cookie|expect|host|origin|pragma|referer|sec-.*|te|transfer-encoding|upgrade.*|user-agent)$/i;

function show(
	place: ShownValue["in"],
	pairs: readonly (readonly [string, string])[],
	{ fence, from, draft }: Call,
): void {
	const found = new Map<string, string[]>();
	for (const [name, value] of pairs) {
		if (isCredential(name) || isSecret(value)) continue;
		const known = found.get(name);
		if (known === undefined) found.set(name, [value]);
		else known.push(value);
	}
	for (const [name, values] of found) {
		const at = placeOf(name, place, fence.text, from);
		const span =
			at < 0 ? fence.span : fence.at(at, Math.max(at + 1, at + name.length));
		draft.shown.push({ name, in: place, values, span });
	}
}

/** Where a name stands in the text of a call. */
function placeOf(
	name: string,
	place: ShownValue["in"],
	text: string,
	from: number,
): number {
	const behind = place === "header" ? ":" : "=";
	const exact = text.indexOf(name + behind, from);
	return exact < 0 ? text.indexOf(name, from) : exact;
}

/** Names of what authenticates, which is told elsewhere: `X-Api-Key`, `access_token`; but not `page_token`. */
function isCredential(name: string): boolean {
	const words = wordsOf(name);
	const last = words.at(-1) ?? "";
	const secret =
		/^(?:api)?(?:keys?|tokens?|secrets?|passwords?|signature|authorization|auth|credentials?|session|sessionid|sid|jwt)$/;
	const other =
		/^(?:idempotency|idempotent|next|prev|previous|page|paging|continuation|cursor|sync|delta|partition|sort|route|routing|order|group|cache|dedup|deduplication|upload|resume|start|end|skip)$/;
	return (
		secret.test(last) && !words.slice(0, -1).some((word) => other.test(word))
	);
}

/** `Bearer $TOKEN`, `YOUR_API_KEY`: whatever the name, it authenticates. */
function isSecret(value: string): boolean {
	return (
		/^(?:bearer|basic|token|apikey)\s/i.test(value) ||
		/^[<{$"]*(?:your|my|the)?[-_ ]?(?:api|access|auth|secret)[-_ ]?(?:key|token|secret)[>}"]*$/i.test(
			value,
		)
	);
}
