import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** What a server can do wrong. */
type Fault = (response: ServerResponse) => void;

const json = { "content-type": "application/json" };

function status(
	status: number,
	headers: Readonly<Record<string, string>> = {},
) {
	return (response: ServerResponse) => {
		response.writeHead(status, { ...json, ...headers }).end('{"errors":[]}');
	};
}

function success(body: string | Uint8Array, headers = {}): Fault {
	return (response) => {
		response.writeHead(200, { ...json, ...headers }).end(body);
	};
}

const bomb = gzipSync(new Uint8Array(2_000_000));

/** One for each way to fail that a call knows, the ones that take their time aside. */
const quick: readonly Fault[] = [
	status(408),
	status(409),
	status(429, { "retry-after": "0" }),
	status(429, { "retry-after": "soon" }),
	status(500, { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }),
	status(502),
	status(503, { "retry-after": "-5" }),
	status(504),
	status(404),
	status(401),
	status(302, { location: "/elsewhere" }),
	(response) => response.destroy(),
	(response) => {
		response.writeHead(200, { ...json, "content-length": 100 });
		response.write('{"success"', () => response.destroy());
	},
	success('{"success":true,"result":{'),
	success('{"success":false,"errors":[{"code":1,"message":"no"}]}'),
	success("[]"),
	success("<html>", { "content-type": "text/html" }),
	success(bomb, { "content-encoding": "gzip" }),
	success("no gzip", { "content-encoding": "gzip" }),
	(response) => {
		response.writeHead(502, { "content-type": "text/html" });
		response.end(`<html>${"x".repeat(5_000)}</html>`);
	},
];

/** Stalls before the headers, and in the body. */
const slow: readonly Fault[] = [
	() => {},
	(response) => {
		response.writeHead(200, json).write('{"success":');
	},
];

/** How many bytes the client may read of a body, so that one of the faults is too much. */
export const maxResponseBytes = 1_000_000;

/** A server that fails in every way there is, one after another; every tenth time it stalls. */
export async function failingServer() {
	let requests = 0;
	const server = createServer((message, response) => {
		message.resume();
		const at = requests++;
		const faults = at % 10 === 9 ? slow : quick;
		faults[Math.floor(at / (at % 10 === 9 ? 10 : 1)) % faults.length]?.(
			response,
		);
	});
	server.keepAliveTimeout = 200;
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests: () => requests,
		sockets: () =>
			new Promise<number>((resolve, reject) =>
				server.getConnections((error, count) =>
					error ? reject(error) : resolve(count),
				),
			),
		close: () => server.close(),
	};
}
