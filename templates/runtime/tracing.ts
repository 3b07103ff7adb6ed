import type { CoreConfig } from "./client-core.js";
import { explainPaths } from "./explain-paths.js";
import type { Feature } from "./feature.js";
import type { OutgoingRequest } from "./middleware.js";
import { buildPath } from "./path.js";
import { secretName } from "./redact.js";
import { safeUrl } from "./safe-url.js";

/** What starts spans: a tracer of OpenTelemetry, or anything of its form. */
export interface Tracer {
	startSpan(
		name: string,
		options: {
			readonly kind: number;
			readonly attributes: Record<string, string | number>;
		},
	): RequestSpan;
}

/** A span of one request, as far as the client needs it. */
export interface RequestSpan {
	setAttribute(key: string, value: string | number): unknown;
	setStatus(status: { readonly code: number }): unknown;
	end(): void;
}

/** What adds to a request's headers which span it belongs to: `traceparent` and the like. */
export interface Propagator {
	inject(span: RequestSpan, headers: Headers): void;
}

/**
 * Gives the option `tracer` a client span for every request that is sent, retries and redirects included, with the
 * attributes of OpenTelemetry's conventions for HTTP. No attribute has a credential, nor a parameter that is a secret by
 * its name. It says what is wrong with a path as `explainPaths` does, and is named after it.
 */
export const tracing: Feature = (config, options) => {
	const { tracer, propagator } = options;
	if (!tracer) return {};
	const { path = buildPath } = explainPaths(config, options);
	const paths = new Map<string, readonly string[]>();
	/** What an attempt has sent; its signal is what its redirects have in common. */
	const attempts = new WeakMap<AbortSignal, Sent>();
	return {
		path(operation, argument) {
			paths.set(operation.name, operation.path);
			return path(operation, argument);
		},
		async middleware(request, next) {
			const signal = request.signal ?? new AbortController().signal;
			const first = attempts.get(signal);
			const sent = { url: request.url, count: (first?.count ?? -1) + 1 };
			attempts.set(signal, first ? { ...first, count: sent.count } : sent);
			const span = startSpan(tracer, {
				config,
				request,
				// Where a redirect leads is no route that the docs know.
				path: first ? undefined : paths.get(request.operation),
				resends: request.retries + sent.count,
			});
			const end = endOf(span, signal);
			try {
				const response = await next(
					propagator && isHome(first ?? sent, request)
						? injected(propagator, span, request)
						: request,
				);
				end(response.status);
				return response;
			} catch (error) {
				end(undefined, error);
				throw error;
			}
		},
	};
};

/** The first URL of an attempt, and how many more came after it. */
interface Sent {
	readonly url: string;
	readonly count: number;
}

interface Sending {
	readonly config: CoreConfig;
	readonly request: OutgoingRequest;
	readonly path: readonly string[] | undefined;
	readonly resends: number;
}

const client = 2;
const failed = 2;
const known = /^(CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE)$/;

function startSpan(
	tracer: Tracer,
	{ config, request, path, resends }: Sending,
): RequestSpan {
	const { method, url } = request;
	const template = path && templateOf(path);
	const plain = known.test(method);
	return tracer.startSpan(
		`${plain ? method : "HTTP"}${template ? ` ${template}` : ""}`,
		{
			kind: client,
			attributes: {
				"http.request.method": plain ? method : "_OTHER",
				...(!plain && { "http.request.method_original": method }),
				"url.full": safeUrl(config, safePath(url, path), "REDACTED"),
				...(template && { "url.template": template }),
				...addressOf(url),
				...(resends && { "http.request.resend_count": resends }),
			},
		},
	);
}

/** Ends a span once: with a status, with an error, or when the attempt is given up and `fetch` does not notice. */
function endOf(
	span: RequestSpan,
	signal: AbortSignal,
): (status: number | undefined, error?: unknown) => void {
	let open = true;
	const aborted = () => end(undefined);
	signal.addEventListener("abort", aborted);
	return end;

	function end(status: number | undefined, error?: unknown): void {
		signal.removeEventListener("abort", aborted);
		if (!open) return;
		open = false;
		if (status) span.setAttribute("http.response.status_code", status);
		if (!status || status >= 400) {
			// Why an attempt was given up says more than how `fetch` put it.
			const cause = signal.aborted ? signal.reason : error;
			span.setAttribute("error.type", status ? `${status}` : nameOf(cause));
			span.setStatus({ code: failed });
		}
		span.end();
	}
}

/** What another origin gets says nothing of this program, its span included. */
function isHome(first: Sent, { url }: OutgoingRequest): boolean {
	return originOf(first.url) === originOf(url);
}

function injected(
	propagator: Propagator,
	span: RequestSpan,
	request: OutgoingRequest,
): OutgoingRequest {
	const headers = new Headers(request.headers);
	propagator.inject(span, headers);
	return { ...request, headers };
}

/** `/zones/{zone_id}`, without a query that the docs have in it. */
function templateOf(path: readonly string[]): string {
	const text = path.map((part, at) => (at % 2 ? `{${part}}` : part)).join("");
	return text.replace(/\?.*/s, "");
}

/** The URL without the parameters of its path that are secrets by their names; an id of a key is none. */
function safePath(url: string, path: readonly string[] | undefined): string {
	const isSecret = (name: string, at: number) =>
		at % 2 === 1 && secretName.test(name) && !/(id|name)$/i.test(name);
	if (!path?.some(isSecret)) return url;
	const parts = path.map((part, at) =>
		at % 2 ? "[^/?#]*" : part.replace(/[^\w/]/g, "\\$&"),
	);
	const form = new RegExp(`^(.*?)(${parts.join(")(")})(?=[?#&]|$)`, "s");
	return url.replace(form, (...found) =>
		[
			found[1],
			...path.map((part, at) => {
				return isSecret(part, at) ? "REDACTED" : found[at + 2];
			}),
		].join(""),
	);
}

function addressOf(url: string): Record<string, string | number> {
	if (!URL.canParse(url)) return {};
	const { hostname, port, protocol } = new URL(url);
	return {
		"server.address": hostname.replace(/^\[|\]$/g, ""),
		"server.port": Number(port) || (protocol === "https:" ? 443 : 80),
	};
}

function originOf(url: string): string {
	return URL.canParse(url) ? new URL(url).origin : "";
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}
