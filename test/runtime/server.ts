import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
	allFeatures,
	type ClientCore,
	type CoreConfig,
	type CoreOptions,
	createCore,
	type Operation,
} from "../../templates/runtime/index.ts";

/** A request as it came over the wire. */
export interface Received {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** What a server under test does with a request. */
export type Handler = (
	response: ServerResponse,
	request: Received,
) => void | Promise<void>;

/** Starts a server for one test on a free port of this machine; it keeps what it received. */
export async function serve(
	handler: Handler,
): Promise<{ url: string; received: Received[] }> {
	const received: Received[] = [];
	const server = createServer(async (message, response) => {
		const request = await receive(message);
		received.push(request);
		await handler(response, request);
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, received };
}

/** Answers every request with `value` as JSON. */
export function answer(value: unknown, status = 200): Handler {
	return (response) => {
		response.writeHead(status, { "content-type": "application/json" });
		response.end(JSON.stringify(value));
	};
}

/** A client of an API without credentials. */
export function open(baseURL: string, options: CoreOptions = {}): ClientCore {
	const config: CoreConfig = { name: "Library", schemes: [] };
	return createCore(config, { baseURL, ...options }, allFeatures);
}

/** One book of a library, in an envelope. */
export const getBook: Operation = {
	name: "books.get",
	method: "GET",
	path: ["/books/", "book_id", ""],
	positional: "book_id",
	query: ["language", "page"],
	header: ["x-shelf"],
	envelope: { data: "result", success: "success", errors: "errors" },
};

/** Adds a book to a shelf; every other param is a property of the body. */
export const addBook: Operation = {
	name: "shelves.books.add",
	method: "POST",
	path: ["/shelves/", "shelf_id", "/books/", "book_id", ""],
	positional: "book_id",
	query: ["dry_run"],
	header: ["x-shelf"],
	body: "fields",
};

async function receive(message: IncomingMessage): Promise<Received> {
	let body = "";
	for await (const chunk of message.setEncoding("utf8")) body += chunk;
	const { method = "", url = "", headers } = message;
	return { method, url, headers, body };
}
