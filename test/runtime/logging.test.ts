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

test("behaviour 4: debug tells of the response", async () => {
	await run({ logLevel: "debug" });
	expect(logger.debug).toHaveBeenCalledTimes(2);
	expect(logger.debug.mock.lastCall?.[0]).toMatch(/ answered 200$/);
	expect(logger.info).toHaveBeenCalledTimes(1);
});

test("behaviour 5: without a level it is warn", async () => {
	expect(await run()).toBe("[]");
	await run({}, 404);
	expect(logger.warn).toHaveBeenCalledTimes(1);
	expect(logger.warn.mock.lastCall?.[0]).toMatch(
		/^tunnels\.create: POST http:\/\/h\/tunnels\?\S+ answered 404 in \d+ ms$/,
	);
});

test("behaviour 6: info is no debug", async () => {
	await run({ logLevel: "info" });
	expect(logger.debug).not.toHaveBeenCalled();
	expect(logger.info).toHaveBeenCalledTimes(1);
});

test("behaviour 7: the level may come from the environment", async () => {
	vi.stubEnv("LIBRARY_LOG", "debug");
	await run();
	expect(logger.debug).toHaveBeenCalledTimes(2);
});

test("behaviour 8: a level that is none is warned of, once", async () => {
	vi.stubEnv("LIBRARY_LOG", "loud");
	await run();
	expect(logger.warn.mock.calls).toEqual([
		['LIBRARY_LOG is "loud", which is none of off,error,warn,info,debug'],
	]);
	expect(logger.info).not.toHaveBeenCalled();
});

test("behaviour 9: an option beats the environment", async () => {
	vi.stubEnv("LIBRARY_LOG", "debug");
	expect(await run({ logLevel: "off" }, 500)).toBe("[]");
});

test("behaviour 10: where an option says the level, nobody is warned", async () => {
	vi.stubEnv("LIBRARY_LOG", "loud");
	expect(await run({ logLevel: "info" })).not.toContain("LIBRARY_LOG");
});

describe("R21: no secret is logged", () => {
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

describe("where the API is", () => {
	const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

	async function urlOf(options: CoreOptions): Promise<string> {
		let sent = "";
		const config = {
			name: "Library",
			baseURL: "http://docs",
			environment: "LIBRARY",
			schemes: [],
		};
		const client = createCore(config, {
			fetch: async (url) => {
				sent = url;
				return Response.json({});
			},
			...options,
		});
		await call(client, ping, undefined, undefined);
		return sent;
	}

	test("behaviours 20 and 21: an option says it, or else the environment", async () => {
		vi.stubEnv("LIBRARY_BASE_URL", " http://environment/v1 ");
		expect(await urlOf({ baseURL: "http://own" })).toBe("http://own/ping");
		expect(await urlOf({})).toBe("http://environment/v1/ping");
	});

	test.each(["", "  "])(
		"behaviours 22 and 23: %j says nothing",
		async (blank) => {
			vi.stubEnv("LIBRARY_BASE_URL", blank);
			expect(await urlOf({})).toBe("http://docs/ping");
			expect(await urlOf({ baseURL: blank })).toBe("http://docs/ping");
		},
	);
});
