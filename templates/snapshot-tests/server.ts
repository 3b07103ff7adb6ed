import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { expect } from "vitest";

/** The arguments in a request fixture, as a list for a method of the client. */
export async function load<Arguments extends readonly unknown[]>(
	name: string,
): Promise<Arguments> {
	const walk = name.endsWith(".pages");
	const {
		positional,
		params,
		files = [],
	} = await readFixture<RequestFixture>(walk ? name : `${name}.request`);
	const named =
		params &&
		Object.entries(params).map(([name, value]) => [
			name,
			files.includes(name) ? fileOf(value) : value,
		]);
	const object = named && Object.fromEntries(named);
	const given = [positional, object].filter((each) => each !== undefined);
	return given as readonly unknown[] as Arguments;
}

/**
 * Serves a response fixture to one call, and gives the request that came over the wire and the outcome of the call as
 * JSON, for the snapshot that was written from the docs.
 */
export async function exchange(
	name: string,
	call: (baseURL: string) => PromiseLike<unknown>,
): Promise<string> {
	const fixture = await readFixture<ResponseFixture>(name);
	const { seen, outcome } = await serve([fixture], call);
	const [request] = seen;
	return printJson({ request, ...outcome });
}

/** Serves the pages of a fixture to one walk, and gives the requests for them and all items as JSON. */
export async function walk(
	name: string,
	call: (baseURL: string) => PromiseLike<unknown>,
): Promise<string> {
	const { pages } = await readFixture<PagesFixture>(name);
	const { seen, outcome } = await serve(pages, call);
	const { data: items, ...failure } = outcome;
	return printJson({ requests: seen, items, ...failure });
}

/** Gives one answer to each request, and none to more requests than there are answers. */
async function serve(
	answers: readonly ResponseFixture[],
	call: (baseURL: string) => PromiseLike<unknown>,
): Promise<{ seen: readonly SeenRequest[]; outcome: Outcome }> {
	const { snapshotState } = expect.getState();
	if (snapshotState.snapshotUpdateState !== "none")
		throw new Error(
			'These snapshots come from the docs, not from the client: run vitest without --update and with `update: "none"`',
		);
	const seen: SeenRequest[] = [];
	const server = createServer((request, response) => {
		readRequest(request).then(
			(each) => {
				const answer = answers[seen.push(each) - 1];
				if (answer === undefined) return response.destroy();
				const { status, mediaType, headers = {} } = answer;
				if (mediaType === undefined)
					return response.writeHead(status, headers).end();
				return response
					.writeHead(status, { ...headers, "content-type": mediaType })
					.end(textOf(mediaType, answer));
			},
			(error) => response.destroy(error),
		);
	});
	try {
		const outcome = await outcomeOf(call(`${await listen(server)}${basePath}`));
		if (seen.length > answers.length)
			throw new Error(`The call sent ${seen.length} requests`);
		return { seen, outcome };
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** JSON with sorted keys, in which characters that cannot be seen are escapes. */
export function printJson(value: unknown): string {
	const text = JSON.stringify(value, sortKeys, 2);
	return `${text.replace(unseen, (character) =>
		character
			.split("")
			.map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
			.join(""),
	)}\n`;
}

interface RequestFixture {
	readonly positional?: unknown;
	readonly params?: object;
	readonly files?: readonly string[];
}

interface ResponseFixture {
	readonly status: number;
	readonly mediaType?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	readonly items?: readonly unknown[];
}

interface PagesFixture {
	readonly pages: readonly ResponseFixture[];
}

interface Outcome {
	readonly data?: unknown;
	readonly error?: object;
}

interface SeenRequest {
	readonly method: string | undefined;
	readonly path: string;
	readonly query: readonly string[];
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body?: unknown;
}

/** The client's base URL has a path, which has to come before every path. */
const basePath = "/base";

async function readFixture<Fixture>(name: string): Promise<Fixture> {
	const url = new URL(`../fixtures/${name}.json`, import.meta.url);
	return JSON.parse(await readFile(url, "utf8"));
}

/** A text in a fixture as the file that it stands for, or a list of them. */
function fileOf(value: unknown): unknown {
	return Array.isArray(value)
		? value.map(fileOf)
		: new File([String(value)], "example.bin");
}

/** A body as a server writes it: a stream with blank lines, and with comments and ids between its events. */
function textOf(mediaType: string, { body, items }: ResponseFixture): string {
	if (items === undefined)
		return isJson(mediaType) ? JSON.stringify(body) : String(body);
	const lines = items.map((item) =>
		typeof item === "string" ? item : JSON.stringify(item),
	);
	if (!mediaType.includes("event-stream")) return lines.join("\n\n");
	return lines
		.map(
			(data, id) => `: ${id}\nid: ${id}\n${data.replace(/^/gm, "data: ")}\n\n`,
		)
		.join("");
}

function listen(server: Server): Promise<string> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" ? address?.port : address;
			resolve(`http://127.0.0.1:${port}`);
		});
	});
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const bytes = Buffer.concat(chunks);
	const type = request.headers["content-type"] ?? "";
	const [path = "", ...query] = (request.url ?? "").split("?");
	const headers = Object.entries(request.headers).filter(
		([header]) => !ofTheConnection.has(header),
	);
	const seen = {
		method: request.method,
		path: normalisePath(path),
		query: normaliseQuery(query.join("?")),
		headers: {
			...Object.fromEntries(headers),
			...(type !== "" && { "content-type": type.replace(/; boundary=.*/, "") }),
		},
	};
	return bytes.length === 0
		? seen
		: { ...seen, body: await readBody(bytes, type) };
}

/** JSON as it is, forms as lists of their fields by name, and everything else as text. */
async function readBody(bytes: Buffer, type: string): Promise<unknown> {
	const text = bytes.toString("utf8");
	if (isJson(type)) return JSON.parse(text);
	if (type.startsWith("application/x-www-form-urlencoded"))
		return normaliseQuery(text);
	if (!type.startsWith("multipart/")) return text;
	const headers = { "content-type": type };
	const fields: [string, unknown][] = [];
	const form = await new Response(new Uint8Array(bytes), {
		headers,
	}).formData();
	for (const [name, part] of form)
		fields.push([
			name,
			typeof part === "string" ? part : { file: await part.text() },
		]);
	return fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** What every HTTP client sends; all other headers are in the snapshots. */
const ofTheConnection: ReadonlySet<string> = new Set([
	"accept-encoding",
	"accept-language",
	"connection",
	"content-length",
	"host",
	"sec-fetch-mode",
	"transfer-encoding",
	"user-agent",
]);

/** One spelling for each path: clients may differ in what they leave unencoded, and no more. */
function normalisePath(path: string): string {
	const segments = path.split("/").map((segment) => {
		return encodeURIComponent(decodeURIComponent(segment));
	});
	const whole = segments.join("/");
	return whole.startsWith(`${basePath}/`)
		? whole.slice(basePath.length)
		: `${whole} is not under ${basePath}`;
}

/** Pairs by name; those of one name in the order in which they came. */
function normaliseQuery(query: string): readonly string[] {
	return [...new URLSearchParams(query)]
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map((pair) => pair.map(encodeURIComponent).join("="));
}

async function outcomeOf(call: PromiseLike<unknown>): Promise<Outcome> {
	try {
		const data = await call;
		if (!(Symbol.asyncIterator in Object(data))) return { data };
		const items: unknown[] = [];
		for await (const item of data as AsyncIterable<unknown>) items.push(item);
		return { data: items };
	} catch (error) {
		const { name, status, errors } = Object(error);
		// Without a status no answer came, and that is not what any snapshot expects.
		if (typeof status !== "number") throw error;
		return { error: { name, status, errors } };
	}
}

function isJson(contentType: string): boolean {
	return /[/+]json\s*(;|$)/i.test(contentType);
}

function sortKeys(_key: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value))
		return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const unseen =
	/[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
