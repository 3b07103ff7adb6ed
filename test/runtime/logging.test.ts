import { afterEach, describe, expect, test, vi } from "vitest";
import {
	allFeatures,
	type CoreConfig,
	type CoreOptions,
	call,
	createCore,
	inQuery,
	type LogLevel,
	type Operation,
	type Scheme,
} from "../../templates/runtime/index.ts";

const create: Operation = {
	name: "tunnels.create",
	method: "POST",
	path: ["/tunnels"],
	query: ["access_token", "page"],
	body: "fields",
};

const key: Scheme = [
	{ option: "apiKey", header: "x-own" },
	{ option: "user", query: "as user", put: inQuery },
];

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

/** Calls the operation once, with secrets in every place, and gives everything that was logged. */
async function run(options: CoreOptions = {}, status = 200): Promise<string> {
	const config: CoreConfig = {
		name: "Library",
		baseURL: "http://h",
		environment: "LIBRARY",
		schemes: [key],
	};
	const client = createCore(
		config,
		{
			logger,
			fetch: async () =>
				Response.json(
					{ psk: "p-secret-1" },
					{ status, headers: { "set-cookie": "c-secret-1" } },
				),
			...options,
			...{ apiKey: "h-secret-1", user: "u-secret-1" },
		},
		allFeatures,
	);
	await call(
		client,
		create,
		undefined,
		{ psk: "b-secret-1", name: "t-1", access_token: "q-secret-1", page: 2 },
		{ headers: { "x-session-token": "t-secret-1" } },
	).result();
	return JSON.stringify(
		Object.values(logger).flatMap(({ mock }) => mock.calls),
	);
}

describe("R21 no secret is logged, whatever carries it", () => {
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

test("a failed connection is warned of", async () => {
	await run({ fetch: () => Promise.reject(new TypeError("fetch failed")) });
	expect(logger.warn).toHaveBeenCalledTimes(1);
	expect(logger.warn.mock.lastCall?.[0]).toMatch(/ failed after \d+ ms$/);
});
