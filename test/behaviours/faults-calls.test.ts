import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { answer, serve } from "../runtime/server.ts";
import {
	failing,
	nowhere,
	params,
	rejection,
	scripted,
	tunnelsOf,
} from "./client.ts";

afterEach(() => vi.restoreAllMocks());

describe("R31 a callback", () => {
	const fault = new Error("vault is sealed");

	test.each([
		["for a credential", { apiToken: () => Promise.reject(fault) }, 0],
		["of middleware", { middleware: [() => Promise.reject(fault)] }, 0],
		[
			"of a logger",
			{
				logLevel: "info",
				logger: {
					...console,
					info: () => {
						throw fault;
					},
				},
			},
			1,
		],
	] as const)(
		"that throws is the call's error, once: %s",
		async (_, options, count) => {
			const { tunnels, sent } = scripted(undefined, options);
			await expect(tunnels.list(params)).rejects.toBe(fault);
			expect(sent).toHaveLength(count);
		},
	);

	test.each([
		["for a credential", { apiToken: () => new Promise<string>(() => {}) }],
		["of middleware", { middleware: [() => new Promise<Response>(() => {})] }],
	])("that hangs is ended by the deadline: %s", async (_, options) => {
		const { tunnels, sent } = scripted(undefined, {
			maxRetries: 0,
			...options,
		});
		expect(await rejection(tunnels.list(params))).toMatchObject({
			name: "ApiTimeoutError",
			phase: "headers",
		});
		expect(sent).toEqual([]);
	});

	test("may call the client again", async () => {
		const { client, tunnels, sent } = scripted(undefined, {
			middleware: [
				async (request, next) => {
					if (request.method === "GET") await tunnels.delete("t1", params);
					return next(request);
				},
			],
		});
		expect(await client.magicTransit.ipsecTunnels.list(params)).toEqual({});
		expect(sent.map(({ method }) => method)).toEqual(["DELETE", "GET"]);
	});

	test("is asked for a credential again after a refusal, once", async () => {
		const told: boolean[] = [];
		const refused = failing(401);
		const { tunnels, sent } = scripted([refused], {
			apiToken: (refused) => {
				told.push(refused);
				return `token-${told.length}`;
			},
		});
		expect(await rejection(tunnels.list(params))).toMatchObject({
			name: "AuthenticationError",
		});
		expect(told).toEqual([false, true]);
		expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
			"Bearer token-1",
			"Bearer token-2",
		]);
	});
});

test("R25 no rejection is left unhandled, whichever way of a call is used", async () => {
	const unhandled: unknown[] = [];
	const keep = (reason: unknown) => unhandled.push(reason);
	process.on("unhandledRejection", keep);
	onTestFinished(() => void process.off("unhandledRejection", keep));
	const { url } = await serve(answer({ success: false }, 404));
	const closed = await nowhere();
	const starts = [
		() => tunnelsOf(url).get("t1", params),
		() => tunnelsOf(url).get("..", params),
		() => tunnelsOf(closed, { maxRetries: 0 }).list(params),
		() => tunnelsOf(url, { timeout: Number.NaN }).list(params),
	];
	for (const start of starts) {
		const ways: readonly (() => Promise<unknown>)[] = [
			() => start().asResponse(),
			() => start().withResponse(),
			() => start().then(),
			() => start().catch((error) => Promise.reject(error)),
			() => start().finally(() => {}),
			() => Promise.all([start(), start()]),
		];
		for (const way of ways) await expect(way()).rejects.toBeInstanceOf(Error);
		expect(await start().result()).toMatchObject({ ok: false });
	}
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(unhandled).toEqual([]);
});
