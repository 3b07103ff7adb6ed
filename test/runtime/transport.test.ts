import { describe, expect, test } from "vitest";
import {
	allFeatures,
	call,
	createCore,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, type Handler, serve } from "./server.ts";

function operation(method: string, path: string): Operation {
	return { name: "ping", method, path: [path], body: "whole" };
}

/** Redirects `/from` with `status` to `location` and answers everything else. */
function redirect(status: number, location: string): Handler {
	return (response, request) => {
		if (request.url !== "/from") return answer([1])(response, request);
		response.writeHead(status, { location }).end();
	};
}

function client(baseURL: string) {
	return createCore(
		{
			name: "Library",
			schemes: [[{ option: "apiKey", header: "x-key" }]],
		},
		{ baseURL, ...{ apiKey: "hunter2-hunter2" } },
		allFeatures,
	);
}

describe.each([301, 302, 303, 307, 308])("redirect %i", (status) => {
	test("is followed for GET within the origin, with the credentials", async () => {
		const { url, received } = await serve(redirect(status, "/to?a=1"));
		expect(
			await call(client(url), operation("GET", "/from"), undefined, undefined),
		).toEqual([1]);
		expect(received.map(({ url, headers }) => [url, headers["x-key"]])).toEqual(
			[
				["/from", "hunter2-hunter2"],
				["/to?a=1", "hunter2-hunter2"],
			],
		);
	});

	test("to another origin is followed without a header of the request", async () => {
		const other = await serve(answer([2]));
		const { url } = await serve(redirect(status, `${other.url}/to`));
		expect(
			await call(client(url), operation("GET", "/from"), undefined, undefined, {
				headers: { "x-own": "1" },
			}),
		).toEqual([2]);
		expect(other.received).toHaveLength(1);
		const { headers } = other.received[0] ?? {};
		expect(headers).not.toHaveProperty("x-key");
		expect(headers).not.toHaveProperty("x-own");
	});

	test.each(["POST", "PUT", "PATCH", "DELETE"])(
		"is the answer to %s",
		async (method) => {
			const { url, received } = await serve(redirect(status, "/to"));
			await expect(
				call(client(url), operation(method, "/from"), undefined, { body: {} }),
			).rejects.toMatchObject({ status });
			expect(received).toHaveLength(1);
		},
	);
});

test("a redirect that leads back to itself ends", async () => {
	const { url, received } = await serve((response) => {
		response.writeHead(302, { location: "/from" }).end();
	});
	await expect(
		call(client(url), operation("GET", "/from"), undefined, undefined),
	).rejects.toMatchObject({ status: 302 });
	expect(received).toHaveLength(11);
});

test.each([
	"file:///etc/passwd",
	"javascript:alert(1)",
	"http://a:b@h/",
	"http://[",
])("a redirect to %s is the answer", async (location) => {
	const { url, received } = await serve(redirect(302, location));
	await expect(
		call(client(url), operation("GET", "/from"), undefined, undefined),
	).rejects.toMatchObject({ status: 302 });
	expect(received).toHaveLength(1);
});

test("a client without the feature gives the redirect as the answer", async () => {
	const { url, received } = await serve(redirect(302, "/to"));
	const plain = createCore({ name: "Library", schemes: [] }, { baseURL: url });
	await expect(
		call(plain, operation("GET", "/from"), undefined, undefined),
	).rejects.toMatchObject({ status: 302 });
	expect(received).toHaveLength(1);
});
