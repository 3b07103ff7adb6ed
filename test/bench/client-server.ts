import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A process of its own that answers every request alike, as the sample's API would; it tells its parent its port. */
const answer = JSON.stringify({
	success: true,
	errors: [],
	messages: [],
	result: {
		ipsec_id: "a",
		ipsec_tunnel_id: "b",
		psk: "c",
		psk_metadata: { last_generated_on: "2026-01-01T00:00:00Z" },
	},
});

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
