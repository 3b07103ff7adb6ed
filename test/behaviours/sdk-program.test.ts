import { expect, test } from "vitest";
import { type Handler, serve } from "../runtime/server.ts";
import { account, home } from "./client.ts";
import { main } from "./sdk-program.ts";

/** As much of the API as the program needs: one tunnel that is made, changed and deleted. */
function api(): Handler {
	let tunnel: Record<string, unknown> | undefined;
	const results: Readonly<Record<string, (body: object) => unknown>> = {
		[`POST ${home}`]: (body) => {
			tunnel = { id: "t1", ...body };
			return tunnel;
		},
		[`GET ${home}`]: () => ({ ipsec_tunnels: [tunnel] }),
		[`PUT ${home}`]: () => ({
			modified: true,
			modified_ipsec_tunnels: [tunnel],
		}),
		[`GET ${home}/t1`]: () => tunnel && { ipsec_tunnel: tunnel },
		[`PUT ${home}/t1`]: (body) => {
			tunnel = { id: "t1", ...body };
			return { modified: true, modified_ipsec_tunnel: tunnel };
		},
		[`DELETE ${home}/t1`]: () => {
			tunnel = undefined;
			return { deleted: true };
		},
		[`POST ${home}/psk`]: () => ({
			successfully_applied_psks: { t1: {} },
			unapplied_psks: {},
		}),
		[`POST ${home}/t1/psk_generate`]: () => ({ psk: "made" }),
	};
	return (response, { method, url, body }) => {
		const result = results[`${method} ${url}`]?.(JSON.parse(body || "{}"));
		response.writeHead(result ? 200 : 404, {
			"content-type": "application/json",
		});
		response.end(
			JSON.stringify({
				success: result !== undefined,
				errors: result ? [] : [{ code: 1003, message: "no such tunnel" }],
				messages: [],
				result: result ?? null,
			}),
		);
	};
}

test("a program written for the vendor's client does the same with this one", async () => {
	const { url, received } = await serve(api());
	expect(await main(url, account)).toEqual([
		"made t1 office",
		"listed office",
		"got 200 application/json",
		"renamed 200 branch office",
		"changed 1",
		"generated made",
		"set t1",
		"deleted true",
		"gone 404",
	]);
	const target = "x-magic-new-hc-target";
	expect(
		received.map(({ method, url, headers, body }) => [
			`${method} ${url.slice(home.length)}`,
			headers[target] ?? "",
			body && Object.keys(JSON.parse(body)).join(),
		]),
	).toEqual([
		[
			"POST ",
			"true",
			"name,cloudflare_endpoint,interface_address,health_check",
		],
		["GET ", "", ""],
		["GET /t1", "true", ""],
		["PUT /t1", "", "name,cloudflare_endpoint,interface_address"],
		["PUT ", "", "ipsec_tunnels"],
		["POST /t1/psk_generate", "", ""],
		["POST /psk", "", "psks"],
		["DELETE /t1", "", ""],
		["GET /t1", "", ""],
	]);
	for (const { headers } of received)
		expect(headers).toMatchObject({
			authorization: "Bearer token-of-the-program",
			"x-program": "tunnels",
		});
});
