import { createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { answer, serve } from "../runtime/server.ts";
import {
	connection,
	envelope,
	ok,
	params,
	rejection,
	scripted,
	tunnelsOf,
} from "./client.ts";

describe("R10 a body that ends early is an error of the connection", () => {
	test("by a reset", async () => {
		const { url } = await serve((response) => {
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": 100,
				"x-request-id": "r-1",
			});
			response.write('{"success":true,"result":{"id":1}}', () =>
				response.destroy(),
			);
		});
		const error = await rejection(tunnelsOf(url).get("t1", params));
		expect(error).toMatchObject({
			name: "ApiConnectionError",
			phase: "body",
			status: 200,
			requestId: "r-1",
			cause: expect.any(Error),
		});
	});

	test("by its length", async () => {
		const url = await raw((socket) =>
			socket.end(
				'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"success":true,"result":{}}',
			),
		);
		expect(await rejection(tunnelsOf(url).get("t1", params))).toMatchObject({
			name: "ApiConnectionError",
			phase: "body",
		});
	});
});

test.each([
	["two lengths", "content-length: 2\r\ncontent-length: 3\r\n\r\n{}"],
	[
		"a length and chunks",
		"content-length: 9\r\ntransfer-encoding: x\r\n\r\n{}",
	],
	["no end of a header", `x: ${"a".repeat(100_000)}\r\n\r\n{}`],
	["a header in two lines", "x: a\r\n\0b: c\r\n\r\n{}"],
	["no HTTP", undefined],
])("R34 a response with %s is a typed error", async (_, rest) => {
	const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
	const url = await raw((socket) => socket.end(rest ? head + rest : "SSH-2.0"));
	const error = await rejection(
		tunnelsOf(url, { maxRetries: 0 }).get("t1", params),
	);
	expect(error).toMatchObject({ name: "ApiConnectionError" });
	expect((error as Error).cause).toBeInstanceOf(Error);
});

describe("R27 what the connection is made of passes through", () => {
	test("options of fetch, those of the call over the client's", async () => {
		const inits: unknown[] = [];
		const dispatcher = { dispatch: () => true };
		const tunnels = tunnelsOf("http://h", {
			fetchOptions: { cache: "no-store", dispatcher: "another" },
			fetch: async (_, init) => {
				inits.push(init);
				return ok();
			},
		});
		const fetchOptions = { dispatcher, redirect: "follow", method: "POST" };
		await tunnels.list(params, { fetchOptions });
		expect(inits[0]).toMatchObject({ cache: "no-store", method: "GET" });
		expect(inits[0]).toMatchObject({ dispatcher, redirect: "manual" });
	});

	test("the failure of TLS", async () => {
		const { url } = await serve(answer(envelope({})));
		const tunnels = tunnelsOf(url.replace("http:", "https:"), {
			maxRetries: 0,
		});
		const error = await rejection(tunnels.list(params));
		expect(error).toMatchObject({
			name: "ApiConnectionError",
			cause: { cause: { code: expect.stringMatching(/SSL|EPROTO/) } },
		});
	});

	test("the failure of a session of HTTP/2", async () => {
		const goaway = connection("ERR_HTTP2_GOAWAY_SESSION");
		const { tunnels, sent } = scripted([goaway]);
		const error = await rejection(tunnels.list(params));
		expect((error as Error).cause).toBe(goaway);
		expect(sent).toHaveLength(3);
	});
});

/** A server that answers with text of our own making, faults of HTTP included. */
async function raw(send: (socket: Socket) => void): Promise<string> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => {});
		socket.once("data", () => send(socket));
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const address = server.address();
	return `http://127.0.0.1:${typeof address === "object" && address?.port}`;
}
