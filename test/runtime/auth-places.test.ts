import { expect, test } from "vitest";
import {
	call,
	createCore,
	inCookie,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, serve } from "./server.ts";

const get: Operation = { name: "get", method: "GET", path: ["/a"] };

function cookie(name: string) {
	return { header: "cookie", prefix: `${name}=`, put: inCookie };
}

async function sent(
	credential: object,
	operation: Operation = get,
): Promise<object | undefined> {
	const { url, received } = await serve(answer({}));
	const scheme = [{ option: "key", header: "authorization", ...credential }];
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

test("a cookie carries a key, beside others of its scheme", async () => {
	expect(await sent(cookie("sid"))).toMatchObject({
		headers: { cookie: "sid=s3" },
	});
});

test("two cookies of a scheme are sent as one header", async () => {
	const { url, received } = await serve(answer({}));
	const scheme = [
		{ option: "a", ...cookie("sid") },
		{ option: "b", ...cookie("csrf") },
	];
	const options = { baseURL: url, a: "1", b: "2" };
	const client = createCore({ name: "A", schemes: [scheme] }, options);
	await call(client, get, undefined, undefined);
	expect(received[0]).toMatchObject({ headers: { cookie: "sid=1; csrf=2" } });
});

test("an operation that is open to all is called without credentials", async () => {
	const request = await sent({}, { ...get, open: true });
	expect(request).toMatchObject({ method: "GET" });
	expect(request).not.toHaveProperty("headers.authorization");
});
