import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "./client-answer.ts";

/** A process of its own that answers every request alike, as the sample's API would; it tells its parent its port. */
const server = createServer((request, response) => {
	request.resume().on("end", () => {
		response.writeHead(200, {
			"content-type": "application/json",
			"content-length": Buffer.byteLength(answer),
		});
		response.end(answer);
	});
});
// Within the bench no connection is given up for being idle while the other sides have their turn.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
	const { port } = server.address() as AddressInfo;
	process.send?.(port);
});
process.on("disconnect", () => process.exit());
