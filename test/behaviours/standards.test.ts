import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { type Handler, serve } from "../runtime/server.ts";
import { envelope, home, params, token } from "./client.ts";

/** What browsers, workers and servers all have beside the language itself. */
const standards = {
	AbortController,
	AbortSignal,
	Blob,
	File,
	FormData,
	Headers,
	ReadableStream,
	Request,
	Response,
	TextDecoder,
	TextEncoder,
	URL,
	URLSearchParams,
	atob,
	btoa,
	clearTimeout,
	console,
	fetch,
	performance,
	setTimeout,
};

/** Fails in several ways before it answers. */
function moody(): Handler {
	let requests = 0;
	return (response, { url, method }) => {
		const json = { "content-type": "application/json" };
		const at = requests++;
		if (at === 0) response.writeHead(503, { "retry-after": "0" }).end();
		else if (at === 1) response.destroy();
		else if (at === 2) response.writeHead(302, { location: "/there" }).end();
		else if (url.endsWith("gone"))
			response.writeHead(404, json).end('{"success":false,"errors":[]}');
		else if (url.endsWith("page")) response.writeHead(200).end("<html>");
		else
			response
				.writeHead(200, json)
				.end(JSON.stringify(envelope({ method, url })));
	};
}

test("R35 the client needs web standards alone", async () => {
	const { url, received } = await serve(moody());
	const logged: string[] = [];
	const logger = {
		...console,
		debug: (message: string) => void logged.push(message),
		info: (message: string) => void logged.push(message),
		warn: (message: string) => void logged.push(message),
	};
	const context = createContext({
		...standards,
		given: { baseURL: url, apiToken: token, logger, params },
	});
	expect(runInContext("typeof process + typeof Buffer", context)).toBe(
		"undefinedundefined",
	);
	const outcome: unknown = await runInContext(
		`${bundle()}
		(async () => {
			const { params, ...options } = given;
			const client = new sample.Client({ ...options, logLevel: "debug" });
			const tunnels = client.magicTransit.ipsecTunnels;
			const { signal } = new AbortController();
			const name = (promise) => promise.result().then(({ error }) => error.name);
			return JSON.stringify([
				await tunnels.list(params, { signal }),
				await tunnels.bulkUpdate({ ...params, body: { a: "é" } }),
				await name(tunnels.get("gone", params)),
				await name(tunnels.get("page", params)),
				await name(tunnels.get("..", params)),
				await name(tunnels.get("t1", params, { signal: AbortSignal.abort() })),
				await name(tunnels.get("t1", params, { headers: { a: "b\\nc" } })),
				(await tunnels.get("t1", params).asResponse()).status,
			]);
		})()`,
		context,
	);
	expect(JSON.parse(String(outcome))).toEqual([
		{ method: "GET", url: "/there" },
		{ method: "PUT", url: home },
		"NotFoundError",
		"ApiDecodeError",
		"ApiArgumentError",
		"ApiUserAbortError",
		"ApiArgumentError",
		200,
	]);
	expect(received[4]?.body).toBe('{"a":"é"}');
	expect(logged).toContainEqual(expect.stringContaining("answered 404"));
});

/** The sample's client as one script that sets `sample`, made with the bundler that a tool of ours has. */
function bundle(): string {
	const require = createRequire(import.meta.url);
	const esbuild: {
		buildSync(options: object): { outputFiles: readonly { text: string }[] };
	} = createRequire(require.resolve("tsx"))("esbuild");
	const entry = new URL("../../generated/src/index.ts", import.meta.url);
	const { outputFiles } = esbuild.buildSync({
		entryPoints: [fileURLToPath(entry)],
		bundle: true,
		write: false,
		format: "iife",
		globalName: "sample",
		logLevel: "error",
	});
	return outputFiles[0]?.text ?? "";
}
