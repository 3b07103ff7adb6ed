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
	test.each(["POST", "PUT", "PATCH", "DELETE"])(
		"ends %s with a body",
		async (method) => {
			const { url, received } = await serve(redirect(status, "/to"));
			await expect(
				call(client(url), operation(method, "/from"), undefined, { body: {} }),
			).rejects.toMatchObject({
				name: "ApiError",
				message: expect.stringContaining("was redirected"),
			});
			expect(received).toHaveLength(1);
		},
	);

	test("is the answer to DELETE without one", async () => {
		const { url, received } = await serve(redirect(status, "/to"));
		await expect(
			call(client(url), operation("DELETE", "/from"), undefined, {}),
		).rejects.toMatchObject({ status });
		expect(received).toHaveLength(1);
	});
});

test("a client without the feature gives the redirect as the answer", async () => {
	const { url, received } = await serve(redirect(302, "/to"));
	const plain = createCore({ name: "Library", schemes: [] }, { baseURL: url });
	await expect(
		call(plain, operation("GET", "/from"), undefined, undefined),
	).rejects.toMatchObject({ status: 302 });
	expect(received).toHaveLength(1);
});
