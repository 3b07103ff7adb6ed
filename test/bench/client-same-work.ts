import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isDeepStrictEqual } from "node:util";
import { answer } from "./client-answer.ts";

/** Makes the function that calls once, from the base URL. */
export type Maker = (base: string) => () => Promise<unknown>;

/** Throws unless every side sends what the one named `base` sends, and finds the answer's data. */
export async function expectSameWork(
	makers: ReadonlyMap<string, Maker>,
	base: string,
): Promise<void> {
	const sent: unknown[] = [];
	const server = createServer(async (request, response) => {
		sent.push(await essence(request));
		response.setHeader("content-type", "application/json").end(answer);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	try {
		const { port } = server.address() as AddressInfo;
		const work = new Map<string, unknown>();
		for (const [name, make] of makers) {
			sent.length = 0;
			const found = await make(`http://127.0.0.1:${port}/client/v4`)();
			work.set(name, { sent: [...sent], found: dataOf(found) });
		}
		const wanted = work.get(base);
		for (const [name, done] of work)
			if (!isDeepStrictEqual(done, wanted))
				throw new Error(
					`${name} does other work than ${base}:\n${JSON.stringify(done)}\n${JSON.stringify(wanted)}`,
				);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** What the server acts on; what a client says of itself beside it is its own affair. */
async function essence(request: IncomingMessage): Promise<unknown> {
	const { method, url, headers } = request;
	const { authorization, "content-type": type } = headers;
	return { method, url, authorization, type, body: await text(request) };
}

/** Some sides give the whole body of the answer, some what the envelope holds. */
function dataOf(found: unknown): unknown {
	return Object(found).result ?? found;
}
