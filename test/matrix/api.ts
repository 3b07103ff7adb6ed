import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers as the API of the sample does, to browsers on pages from elsewhere too. */
export interface Api {
	readonly url: string;
	close(): void;
}

/** Starts it on a free port of this machine. */
export async function serveApi(): Promise<Api> {
	const server = createServer(({ method, url = "", headers }, response) => {
		response.setHeader("access-control-allow-origin", "*");
		response.setHeader(
			"access-control-allow-headers",
			headers["access-control-request-headers"] ?? "*",
		);
		const [, account, list, id] =
			/^\/accounts\/(\w+)\/magic\/(ipsec_tunnels)(?:\/(\w+))?$/.exec(url) ?? [];
		if (method === "OPTIONS") response.writeHead(204).end();
		else if (headers.authorization !== "Bearer t" || account !== "a")
			fail(response, 401, `no access to ${url}`);
		else if (id === "unknown") fail(response, 404, "no such tunnel");
		else if (id !== undefined)
			succeed(response, { ipsec_tunnel: { name: id } });
		else succeed(response, { [`${list}`]: [{ name: "first" }] });
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = Object(server.address()) as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

function succeed(response: ServerResponse, result: unknown): void {
	answer(response, 200, { success: true, errors: [], messages: [], result });
}

function fail(response: ServerResponse, status: number, message: string): void {
	const errors = [{ code: 1000, message }];
	answer(response, status, { success: false, errors, messages: [] });
}

function answer(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(body));
}
