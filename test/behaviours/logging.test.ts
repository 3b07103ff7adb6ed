import { afterEach, describe, expect, test, vi } from "vitest";
import type { ClientOptions, LogLevel } from "../../generated/src/index.ts";
import { envelope, params, scripted } from "./client.ts";

const logger = {
	error: vi.fn(),
	warn: vi.fn(),
	info: vi.fn(),
	debug: vi.fn(),
};

afterEach(() => {
	vi.clearAllMocks();
	vi.unstubAllEnvs();
});

/** Makes one call, with secrets in every place, and gives everything that was logged. */
async function run(options: ClientOptions = {}, status = 200): Promise<string> {
	const response = Response.json(envelope({ psk: "r-secret-1" }), {
		status,
		headers: { "set-cookie": "c-secret-1", "x-request-id": "r-1" },
	});
	const { tunnels } = scripted([response], {
		logger,
		apiToken: "t-secret-1",
		logLevel: undefined,
		...options,
	});
	await tunnels
		.create(
			{
				...params,
				name: "t-1",
				cloudflare_endpoint: "203.0.113.1",
				interface_address: "192.0.2.0/31",
				psk: "b-secret-1",
			},
			{
				headers: { "x-session-token": "h-secret-1" },
				query: { access_token: "q-secret-1", page: 2 },
			},
		)
		.result();
	return JSON.stringify(
		Object.values(logger).flatMap(({ mock }) => mock.calls),
	);
}

test("B4 debug tells of the response", async () => {
	await run({ logLevel: "debug" });
	expect(logger.debug.mock.lastCall?.[0]).toMatch(/ answered 200$/);
	expect(logger.debug.mock.lastCall?.[1]).toMatchObject({
		headers: { "x-request-id": "r-1" },
	});
});

test("B5 without a level it is warn", async () => {
	expect(await run()).toBe("[]");
	await run({}, 404);
	expect(logger.warn).toHaveBeenCalledTimes(1);
	expect(logger.warn.mock.lastCall?.[0]).toMatch(
		/^magicTransit\.ipsecTunnels\.create: POST http:\/\/h\/\S+ answered 404 in \d+ ms$/,
	);
});

test("B6 info tells no details", async () => {
	await run({ logLevel: "info" });
	expect(logger.debug).not.toHaveBeenCalled();
	expect(logger.info).toHaveBeenCalledTimes(1);
});

test("B7 the level may come from the environment", async () => {
	vi.stubEnv("CLOUDFLARE_LOG", "debug");
	await run();
	expect(logger.debug).toHaveBeenCalledTimes(2);
});

test("B8 a level of the environment that is none is warned of once, and is warn", async () => {
	vi.stubEnv("CLOUDFLARE_LOG", "loud");
	await run();
	expect(logger.warn.mock.calls).toEqual([
		['CLOUDFLARE_LOG is "loud", which is none of off,error,warn,info,debug'],
	]);
	expect(logger.info).not.toHaveBeenCalled();
});

test("B9 the option off beats the environment", async () => {
	vi.stubEnv("CLOUDFLARE_LOG", "debug");
	expect(await run({ logLevel: "off" }, 404)).toBe("[]");
});

test("B10 where an option says the level, nobody is warned of the environment's", async () => {
	vi.stubEnv("CLOUDFLARE_LOG", "loud");
	const logged = await run({ logLevel: "info" });
	expect(logger.warn).not.toHaveBeenCalled();
	expect(logged).toContain("answered 200");
});

describe("R21 no secret is logged", () => {
	test.each<LogLevel>(["error", "warn", "info", "debug"])(
		"at the level %s",
		async (logLevel) => {
			expect(await run({ logLevel }, 400)).not.toContain("secret-1");
		},
	);

	test("while the rest is", async () => {
		const logged = await run({ logLevel: "debug" });
		for (const text of ["page=2", "t-1", "application/json", "[redacted]"])
			expect(logged).toContain(text);
	});
});
