import type { PulledDocument } from "../output/pull-lock.ts";
import { refuseRedirect } from "./pull-address.ts";

export interface FetchRequest {
	/** Checked already; what it redirects to is checked here. */
	readonly url: URL;
	/** The version that is here; it is not sent again when it still is the one. */
	readonly known?: PulledDocument | undefined;
	/** The most bytes that the document may have, unpacked. */
	readonly maxBytes: number;
	/** Milliseconds for everything, redirects and body. */
	readonly timeout: number;
	readonly allowLoopback: boolean;
	/** Who asks, for the server's logs. */
	readonly userAgent: string;
}

/** What became of a request; a failure is one sentence without a full stop, and what to do. */
export type Fetched =
	| {
			readonly kind: "text";
			readonly text: string;
			/** The URL that answered, after all redirects. */
			readonly from: string;
			readonly validators: Pick<PulledDocument, "etag" | "lastModified">;
	  }
	| { readonly kind: "not-modified"; readonly known: PulledDocument }
	| {
			readonly kind: "failed";
			readonly message: string;
			readonly help: string;
	  };

/** As many as browsers follow only in loops; RFC 9110, section 15.4, leaves the number to us. */
const mostRedirects = 5;

/** Fetches one document. Whatever the server or the network does, it does not throw. */
export async function fetchDocument(request: FetchRequest): Promise<Fetched> {
	const signal = AbortSignal.timeout(request.timeout);
	try {
		return await follow(request, signal);
	} catch (error) {
		return signal.aborted
			? failed(
					`it took longer than ${request.timeout / 1000} s`,
					"Try again, or give it more time with pull.timeout in the config",
				)
			: unreachable(request.url, error);
	}
}

async function follow(
	request: FetchRequest,
	signal: AbortSignal,
): Promise<Fetched> {
	let { url } = request;
	for (let redirects = 0; ; redirects++) {
		const response = await fetch(url, {
			headers: headersFor(url, request),
			redirect: "manual",
			signal,
		});
		if (!redirectStatuses.includes(response.status))
			return await accept(response, url, request);
		await response.body?.cancel();
		if (redirects === mostRedirects)
			return failed(
				`it redirects more than ${mostRedirects} times`,
				"Name the URL that the document is at in the end",
			);
		const location = response.headers.get("location");
		if (location === null || !URL.canParse(location, url))
			return failed(
				`it answered ${response.status} without saying where to go`,
				"Open the URL in a browser, and name the one that it leads to",
			);
		const target = new URL(location, url);
		const refusal = refuseRedirect(target, url, request.allowLoopback);
		if (refusal !== undefined)
			return failed(
				`it redirects to ${withoutSecrets(target)}, and ${refusal}`,
				"Name the URL that the document is at in the end, if you trust it",
			);
		url = target;
	}
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

/** Packed answers are not asked for: a body that breaks off is told by its length, and text unpacks to what was sent. */
function headersFor(url: URL, request: FetchRequest): Record<string, string> {
	const { etag, lastModified } = versionAt(url, request) ?? {};
	return {
		accept: "text/markdown, text/plain;q=0.9, text/*;q=0.5",
		"accept-encoding": "identity",
		"user-agent": request.userAgent,
		...(etag !== undefined && { "if-none-match": etag }),
		...(lastModified !== undefined && { "if-modified-since": lastModified }),
	};
}

/** The version that is here, if it came from this URL: what another calls its versions says nothing about it. */
function versionAt(
	{ href }: URL,
	{ url, known }: FetchRequest,
): PulledDocument | undefined {
	return (known?.from ?? url.href) === href ? known : undefined;
}

async function accept(
	response: Response,
	url: URL,
	request: FetchRequest,
): Promise<Fetched> {
	const { status, headers } = response;
	const known = versionAt(url, request);
	if (status === 304 && known !== undefined)
		return { kind: "not-modified", known };
	const refusal = refuse(response);
	if (refusal !== undefined) {
		await response.body?.cancel();
		return refusal;
	}
	const bytes = await readBody(response, request.maxBytes);
	if (bytes === undefined)
		return failed(
			`it is larger than ${request.maxBytes} bytes`,
			"Pull a smaller document, or allow more with pull.maxBytes in the config",
		);
	const text = decode(bytes);
	if (text === undefined)
		return failed(
			"it is not UTF-8 text",
			"Pull the Markdown itself; its publisher has to save it as UTF-8",
		);
	const etag = headers.get("etag");
	const lastModified = headers.get("last-modified");
	return {
		kind: "text",
		text,
		from: url.href,
		validators: {
			...(etag && { etag }),
			...(lastModified && { lastModified }),
		},
	};
}

function refuse({ status, headers }: Response): Fetched | undefined {
	if (status !== 200)
		return failed(
			`it answered ${status}`,
			status >= 500
				? "Try again later"
				: "Open the URL in a browser, and correct it in the config",
		);
	const type = headers.get("content-type") ?? "";
	const [media = "", ...parameters] = type.toLowerCase().split(";");
	if (!/^text\/(?!html$)[\w.+-]+$/.test(media.trim()))
		return failed(
			type === "" ? "it has no content type" : `its content type is ${type}`,
			"Name the URL of the Markdown itself, not of a page that shows it",
		);
	const charset = parameters
		.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1])
		.find((name) => name !== undefined);
	if (charset !== undefined && !/^(utf-?8|us-ascii)$/.test(charset))
		return failed(
			`its text is ${charset}, not UTF-8`,
			"Pull the Markdown itself; its publisher has to save it as UTF-8",
		);
	return undefined;
}

/** The body as it comes, so that no more of it is held than may be; nothing when there is more. */
async function readBody(
	{ headers, body }: Response,
	maxBytes: number,
): Promise<Uint8Array | undefined> {
	if (body === null) return new Uint8Array();
	if (Number(headers.get("content-length")) > maxBytes) {
		await body.cancel();
		return undefined;
	}
	const parts: Uint8Array[] = [];
	let length = 0;
	// Leaving the loop closes the connection.
	for await (const part of body) {
		length += part.length;
		if (length > maxBytes) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts);
}

/** Text with everything that was sent, a byte order mark too. What holds NUL is no text. */
function decode(bytes: Uint8Array): string | undefined {
	try {
		const text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true,
		}).decode(bytes);
		return text.includes("\0") ? undefined : text;
	} catch {
		return undefined;
	}
}

/** Says in words what `fetch` has in the cause of its error. */
function unreachable({ host }: URL, error: unknown): Fetched {
	const code = codeOf(error);
	if (code === "ENOTFOUND" || code === "EAI_AGAIN")
		return failed(
			`no host ${host} was found (${code})`,
			"Look whether this machine is online, and whether the URL is right",
		);
	if (code === "ECONNREFUSED")
		return failed(
			`${host} takes no connection (${code})`,
			"Look whether the server runs, and whether a proxy is needed",
		);
	if (/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|ISSUER/.test(code))
		return failed(
			`the certificate of ${host} is not to be trusted (${code})`,
			"Correct the URL, or give Node the certificate with NODE_EXTRA_CA_CERTS",
		);
	return failed(
		`the connection to ${host} broke off${code === "" ? "" : ` (${code})`}`,
		"Try again; look whether this machine is online, and whether a proxy is needed",
	);
}

function codeOf(error: unknown): string {
	for (let at = error; at instanceof Error; at = at.cause)
		if ("code" in at && typeof at.code === "string") return at.code;
	return "";
}

/** A URL for a message: queries of redirects are where signatures stand. */
function withoutSecrets({ protocol, host, pathname }: URL): string {
	return `${protocol}//${host}${pathname}`;
}

function failed(message: string, help: string): Fetched {
	return { kind: "failed", message, help };
}
