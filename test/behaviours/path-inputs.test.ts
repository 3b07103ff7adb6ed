import { describe, expect, test } from "vitest";
import { answer, serve } from "../runtime/server.ts";
import { envelope, home, params, rejection, tunnelsOf } from "./client.ts";

describe("R19 a path parameter is one segment", () => {
	test.each([
		["P07 a slash", "/", "%2F"],
		["P08 a backslash", "\\", "%5C"],
		["P09 a question mark", "?", "%3F"],
		["P10 a hash", "#", "%23"],
		["P11 a semicolon", ";", "%3B"],
		["P19 a colon and an at sign", "a:b@c", "a:b@c"],
		["P20 zero", 0, "0"],
	])("%s is sent as one segment", async (_, value, segment) => {
		const { url, received } = await serve(answer(envelope({})));
		await tunnelsOf(url).delete(value as string, params);
		expect(received.map((request) => request.url)).toEqual([
			`${home}/${segment}`,
		]);
	});

	test.each([
		["P01 a dot", ".", "makes a dot segment"],
		["P02 two dots", "..", "makes a dot segment"],
		["P03 an encoded dot", "%2e", "makes a dot segment"],
		["P04 two encoded dots", "%2E%2e", "makes a dot segment"],
		["P05 a dot and an encoded one", ".%2E", "makes a dot segment"],
		["P06 an empty text", "", "is empty"],
		["P12 a dot segment behind a slash", "x/..", "makes a dot segment"],
		["P13 one behind an encoded slash", "x%2f..", "makes a dot segment"],
		["P14 null", null, "is Null"],
		["P15 undefined", undefined, "is Undefined"],
		["P16 an object", {}, "is Object"],
		["P17 NaN", Number.NaN, "is NaN"],
		["P18 half a surrogate pair", "\ud83d", "has half a surrogate pair"],
	])("%s is refused and nothing is sent", async (_, value, problem) => {
		const { url, received } = await serve(answer(envelope({})));
		const tunnels = tunnelsOf(url);
		const error = await rejection(tunnels.delete(value as string, params));
		expect(error).toMatchObject({
			name: "ApiArgumentError",
			operation: "magicTransit.ipsecTunnels.delete",
		});
		expect((error as Error).message).toContain(`ipsec_tunnel_id ${problem}`);
		const account = await rejection(
			tunnels.delete("t1", { account_id: value as string }),
		);
		expect((account as Error).message).toContain(`account_id ${problem}`);
		expect(received).toEqual([]);
	});
});
