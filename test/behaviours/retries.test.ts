import { describe, expect, test } from "vitest";
import type {
	ClientOptions,
	RequestOptions,
} from "../../generated/src/index.ts";
import {
	envelope,
	failing,
	ok,
	params,
	scripted,
	tunnelsOf,
} from "./client.ts";

test("B46 an attempt that is never answered is given up for another", async () => {
	let fetches = 0;
	const { tunnels } = scripted([], {
		fetch: async () => {
			if (fetches++ === 0) await new Promise(() => {});
			return Response.json(envelope({ ipsec_tunnels: [] }));
		},
	});
	expect(await tunnels.list(params, { attemptTimeout: 10 })).toEqual({
		ipsec_tunnels: [],
	});
	expect(fetches).toBe(2);
});

test("B47 asResponse of another call is one more request, and its text is as it came", async () => {
	let fetches = 0;
	const text = `${JSON.stringify(envelope({ ipsec_tunnels: [] }))}\n`;
	const tunnels = tunnelsOf("http://h", {
		fetch: async () => {
			fetches++;
			return new Response(text, {
				headers: { "content-type": "application/json" },
			});
		},
	});
	await tunnels.list(params);
	const response = await tunnels.list(params).asResponse();
	expect(await response.text()).toBe(text);
	expect(fetches).toBe(2);
});

describe("the count of retries", () => {
	const tooMany = failing(429, { "retry-after": "0.1" });

	async function counts(
		options?: ClientOptions,
		ofCall?: RequestOptions,
	): Promise<readonly (string | null)[]> {
		const answers = [tooMany, tooMany, ok()];
		const { tunnels, sent } = scripted(answers, options);
		await tunnels.list(params, ofCall);
		return sent.map(({ headers }) => headers.get("x-retry-count"));
	}

	test("B48 is told from the first retry on", async () => {
		expect(await counts()).toEqual([null, "1", "2"]);
	});

	test("B49 is left out where a call says null", async () => {
		const headers = { "x-retry-count": null };
		expect(await counts({}, { headers })).toEqual([null, null, null]);
	});

	test("B50 is left out where the client says null", async () => {
		const defaultHeaders = { "x-retry-count": null };
		expect(await counts({ defaultHeaders })).toEqual([null, null, null]);
	});

	test("B51 is the one that a call states", async () => {
		const headers = { "x-retry-count": "42" };
		expect(await counts({}, { headers })).toEqual(["42", "42", "42"]);
	});
});

test.each([
	["B52 Retry-After in parts of a second", { "retry-after": "0.1" }, 100],
	["B53 Retry-After-Ms", { "retry-after-ms": "10" }, 10],
] as const)(
	"%s is followed by one retry after it",
	async (_, headers, wait) => {
		const { tunnels, sent, waits } = scripted([failing(429, headers), ok()]);
		expect(await tunnels.list(params)).toEqual({});
		expect(sent).toHaveLength(2);
		expect(waits).toEqual([wait]);
	},
);
