import { expect, test } from "vitest";
import {
	call,
	createCore,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, serve } from "./server.ts";

const get: Operation = { name: "get", method: "GET", path: ["/a"] };

async function sent(
	credential: object,
	operation: Operation = get,
): Promise<object | undefined> {
	const { url, received } = await serve(answer({}));
	const scheme = {
		title: "Key",
		credentials: [
			{
				option: "key",
				kind: "apiKey" as const,
				in: "header" as const,
				parameter: "Authorization",
				...credential,
			},
		],
	};
	const options = { baseURL: url, key: "s3" };
	const client = createCore({ name: "A", schemes: [scheme] }, options);
	await call(client, operation, undefined, undefined);
	return received[0];
}

test("a prefix stands in front of a key", async () => {
	expect(await sent({ prefix: "Token " })).toMatchObject({
		headers: { authorization: "Token s3" },
	});
	expect(await sent({ prefix: "Token token=" })).toMatchObject({
		headers: { authorization: "Token token=s3" },
	});
});

test("a cookie carries a key", async () => {
	expect(await sent({ in: "cookie", parameter: "sid" })).toMatchObject({
		headers: { cookie: "sid=s3" },
	});
});

test("an operation that is open to all is called without credentials", async () => {
	const request = await sent({}, { ...get, open: true });
	expect(request).toMatchObject({ method: "GET" });
	expect(request).not.toHaveProperty("headers.authorization");
});
