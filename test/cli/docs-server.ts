import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { onTestFinished } from "vitest";

export type Answer = (
	response: ServerResponse,
	request: IncomingMessage,
) => void;

interface DocsServer {
	/** `http://127.0.0.1:49152` */
	readonly origin: string;
	/** What was asked for, in order: the path, and the fields of the header. */
	readonly requests: { path: string; headers: IncomingHttpHeaders }[];
	/** What each path answers; 404 for the others. */
	readonly answers: Record<string, Answer>;
}

/** A publisher of docs on this machine, for one test. */
export async function serveDocs(
	answers: Record<string, Answer> = {},
): Promise<DocsServer> {
	const requests: DocsServer["requests"] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? "";
		requests.push({ path, headers: request.headers });
		const answer = answers[path];
		if (answer === undefined) response.writeHead(404).end("Not found");
		else answer(response, request);
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("The server has no port");
	return { origin: `http://127.0.0.1:${address.port}`, requests, answers };
}

/** Answers with a document, and with 304 to those who have it. */
export function markdown(
	text: string | Uint8Array,
	fields: { readonly etag?: string; readonly [name: string]: string } = {},
): Answer {
	return (response, { headers }) => {
		const { etag } = fields;
		if (etag !== undefined && headers["if-none-match"] === etag) {
			response.writeHead(304, fields).end();
			return;
		}
		response
			.writeHead(200, { "content-type": "text/markdown", ...fields })
			.end(text);
	};
}

export function redirect(location: string, status = 302): Answer {
	return (response) => response.writeHead(status, { location }).end();
}
