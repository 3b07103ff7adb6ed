import type { ServerResponse } from "node:http";
import type { Fault, MockAnswer } from "../mock/index.ts";

/** Sends an answer that fails; one without a body fails within its head. */
export function sendFaulty(
	fault: Fault,
	{ status, headers, body }: Pick<MockAnswer, "status" | "headers" | "body">,
	response: Pick<ServerResponse, "socket" | "writeHead" | "write">,
): void {
	const { socket } = response;
	const cut = (done?: () => void): void => {
		if (body === undefined) {
			socket?.write("HTTP/1.1 ", done);
			return;
		}
		const bytes = Buffer.from(body);
		response.writeHead(status, Object.fromEntries(headers));
		response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), done);
	};
	if (fault === "reset") socket?.resetAndDestroy();
	else if (fault === "truncate") cut(() => socket?.end());
	// What stalls ends with the client's patience, or with the server.
	else cut();
}
