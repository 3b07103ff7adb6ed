import { expect, test } from "vitest";
import {
	call,
	type Operation,
	RateLimitError,
} from "../../templates/runtime/index.ts";
import { fakeClock } from "../behaviours/clock.ts";
import { open } from "./server.ts";

/** Calls an operation of this method whose connection is reset, and which then is asked to come back later. */
async function run(method: string) {
	let fetches = 0;
	const client = open("http://h", {
		clock: fakeClock(),
		logLevel: "off",
		fetch: async () => {
			if (fetches++ === 0) throw new TypeError("fetch failed");
			return Response.json({}, { status: 429 });
		},
	});
	const operation: Operation = { name: "ping", method, path: ["/ping"] };
	const result = await call(client, operation, undefined, undefined).result();
	return { result, fetches };
}

test.each([
	["HEAD", 3],
	["OPTIONS", 3],
	["PATCH", 1],
])("%s is asked %i times", async (method, times) => {
	expect((await run(method)).fetches).toBe(times);
});

test("the error of the last attempt is the call's", async () => {
	const { result } = await run("GET");
	expect(!result.ok && result.error).toBeInstanceOf(RateLimitError);
});
