import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../output/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "generator/cli/docwright.mjs");

const docs = `# Hives

Base URL: \`https://api.hives.example/v2\`

## Authentication

Send your token as \`Authorization: Bearer YOUR_TOKEN\`.

## List hives

\`GET /hives\`

### Query parameters

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| page | integer | no | The page |
| kind | string, one of \`log\`, \`skep\` | yes | What they are made of |

### Headers

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| X-Apiary | integer | yes | Which apiary |

### Response 200

\`\`\`json
{ "hives": [{ "id": "h1", "frames": 8 }], "page": 1 }
\`\`\`

### Response 404

\`\`\`json
{ "error": "no such apiary" }
\`\`\`

## Create a hive

\`POST /hives\`

### Body

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| name | string | yes | The name |
| frames | integer | no | How many |

### Response 201

\`\`\`json
{ "id": "h2", "name": "North" }
\`\`\`

## Delete a hive

\`DELETE /hives/{hive_id}\`

| Name | In | Type | Description |
| --- | --- | --- | --- |
| hive_id | path | integer | Its number |

### Response 204

Gone.
`;

interface Running {
	readonly url: string;
	readonly printed: { stdout: string; stderr: string };
	/** Sends SIGINT and gives the exit status. */
	readonly stop: () => Promise<number | null>;
}

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0)) await stop();
});

/** Runs the command as a user does, and waits until it listens. */
async function start(cwd: string, ...args: string[]): Promise<Running> {
	const child = spawn(process.execPath, [bin, "mock", "--port", "0", ...args], {
		cwd,
		env: { ...process.env, NO_COLOR: "1" },
	});
	const closed = once(child, "close");
	const printed = { stdout: "", stderr: "" };
	for (const name of ["stdout", "stderr"] as const)
		child[name].on("data", (part) => {
			printed[name] += part;
		});
	const stop = async () => {
		child.kill("SIGINT");
		const [status] = await closed;
		return status;
	};
	stops.push(stop);
	while (!printed.stdout.includes("\n"))
		await Promise.race([once(child.stdout, "data"), closed]);
	const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.stdout) ?? [];
	return { url, printed, stop };
}

const token = { authorization: "Bearer t" };
const listing = { ...token, "x-apiary": "7" };

async function answer(url: string, init?: RequestInit) {
	const response = await fetch(url, init);
	const text = await response.text();
	const { status, headers } = response;
	return { status, headers, body: text === "" ? undefined : JSON.parse(text) };
}

test("answers as the docs do, and says of each request what is wrong", async () => {
	const { url, printed, stop } = await start(folderWith({ "spec/a.md": docs }));
	const list = `${url}/hives?kind=log`;
	const page = { hives: [{ id: "h1", frames: 8 }], page: 1 };

	for (const each of [list, `${url}/v2/hives/?kind=log&page=2`])
		expect(await answer(each, { headers: listing })).toMatchObject({
			status: 200,
			body: page,
		});

	expect(await answer(list)).toMatchObject({
		status: 401,
		body: { detail: expect.stringContaining("Authorization: Bearer") },
	});
	const unauthorised = await fetch(list);
	expect(unauthorised.headers.get("www-authenticate")).toMatch(/^Bearer /);

	const wrong = `${url}/hives?kind=tin&page=two`;
	expect(await answer(wrong, { headers: token })).toMatchObject({
		status: 400,
		body: {
			status: 400,
			issues: [
				{ path: "query.page", message: "is not a number" },
				{ path: "query.kind", message: "is none of 2 alternatives" },
				{ path: 'header["X-Apiary"]', message: "is missing" },
			],
		},
	});
	const number = await answer(`${url}/hives/north`, {
		method: "DELETE",
		headers: token,
	});
	expect(number.body.issues).toEqual([
		{ path: "path.hive_id", message: "is not a number" },
	]);
	const removed = await fetch(`${url}/hives/7`, {
		method: "DELETE",
		headers: token,
	});
	expect([removed.status, await removed.text()]).toEqual([204, ""]);

	const near = await answer(`${url}/hive/7`, { method: "DELETE" });
	expect(near).toMatchObject({
		status: 404,
		body: { nearest: "DELETE /hives/{hive_id}" },
	});
	const other = await answer(`${url}/hives`, { method: "PUT" });
	expect(other.status).toBe(405);
	expect(other.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
	const options = await fetch(`${url}/hives`, { method: "OPTIONS" });
	expect([options.status, options.headers.get("allow")]).toEqual([
		204,
		"GET, HEAD, OPTIONS, POST",
	]);

	const head = await fetch(list, { method: "HEAD", headers: listing });
	expect([head.status, await head.text()]).toEqual([200, ""]);
	expect(head.headers.get("content-length")).toBe(
		`${JSON.stringify(page).length}`,
	);

	expect(await stop()).toBe(0);
	expect(printed.stdout).toContain("\nGET /hives?kind=tin&page=two 400 ");
	expect(printed.stdout).toContain('header["X-Apiary"] is missing\n');
	expect(printed.stderr).not.toContain("    at ");
});

test("holds bodies to the docs", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	const { url } = await start(cwd, "--max-body", "2000");
	const post = (body: BodyInit | null, type?: string) =>
		answer(`${url}/hives`, {
			method: "POST",
			headers: { ...token, ...(type && { "content-type": type }) },
			body,
			...(body instanceof ReadableStream && { duplex: "half" }),
		} as RequestInit);
	const json = "application/json; charset=utf-8";
	expect(await post('{"name":"North"}', json)).toMatchObject({
		status: 201,
		body: { id: "h2", name: "North" },
	});
	expect(
		(await post('{"frames":1.5,"__proto__":{}}', json)).body,
	).toMatchObject({
		status: 400,
		issues: [
			{ path: "body.name", message: "is missing" },
			{ path: "body.frames", message: "is not an integer" },
		],
	});
	const broken = await post('{"name":', json);
	expect(broken.body.issues).toEqual([
		{ path: "body", message: expect.stringMatching(/^is no JSON: /) },
	]);
	for (const type of ["text/plain", "application/x-www-form-urlencoded"])
		expect((await post("name=North", type)).status).toBe(415);
	expect((await post(new Uint8Array([123, 125]))).status).toBe(415);
	const long = JSON.stringify({ name: "x".repeat(2000) });
	expect((await post(long, json)).status).toBe(413);
	const pieces = new Blob([long]).stream();
	expect((await post(pieces, json)).status).toBe(413);
});

test("answers with the status that is asked for, and as late", async () => {
	const { url, printed } = await start(folderWith({ "spec/a.md": docs }));
	const prefer = (text: string) =>
		answer(`${url}/hives?kind=log`, { headers: { ...listing, prefer: text } });
	const missing = await prefer("code=404");
	expect(missing).toMatchObject({
		status: 404,
		body: { error: "no such apiary" },
	});
	expect(missing.headers.get("preference-applied")).toBe("code=404");
	const late = await prefer('wait="0.1", CODE=404; x=y, code=200');
	expect(late.headers.get("preference-applied")).toBe("code=404, wait=0.1");
	// What cannot be done is passed over (RFC 7240, section 2), and the log says so.
	const unknown = await prefer("code=418");
	expect(unknown.status).toBe(200);
	expect(unknown.headers.get("preference-applied")).toBeNull();
	expect(printed.stdout).toContain("the docs have no answer 418");
});

test("fails on demand", async () => {
	const { url, stop } = await start(folderWith({ "spec/a.md": docs }));
	const ask = (fault: string, path = "/hives?kind=log", init?: RequestInit) =>
		fetch(url + path, {
			...init,
			headers: { ...listing, prefer: `fault=${fault}` },
		});
	await expect(ask("reset")).rejects.toMatchObject({
		cause: { code: "ECONNRESET" },
	});
	const cut = await ask("truncate");
	expect(cut.status).toBe(200);
	await expect(cut.text()).rejects.toThrow("terminated");
	const remove = { method: "DELETE" };
	await expect(ask("truncate", "/hives/7", remove)).rejects.toThrow("fetch");

	const stalled = await ask("stall");
	const reader = stalled.body?.getReader();
	const first = await reader?.read();
	expect(first?.value?.length).toBeGreaterThan(0);
	// It says nothing more until the server ends, which does not wait for it.
	const rest = expect(reader?.read()).rejects.toThrow("terminated");
	expect(await stop()).toBe(0);
	await rest;
});

test("--fault-rate lets answers fail that nobody asked to", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	const { url, printed } = await start(cwd, "--fault-rate", "1", "--json");
	const outcomes = await Promise.all(
		Array.from({ length: 12 }, async () => {
			const signal = AbortSignal.timeout(1000);
			return fetch(`${url}/hives?kind=log`, { headers: listing, signal })
				.then((response) => response.text())
				.then(
					() => "fine",
					() => "failed",
				);
		}),
	);
	expect(new Set(outcomes)).toEqual(new Set(["failed"]));
	const lines = printed.stdout.trim().split("\n").slice(1);
	const faults = lines.map((line) => JSON.parse(line).fault);
	expect(new Set(faults)).toEqual(new Set(["reset", "truncate", "stall"]));
});

test("lets pages of any origin in", async () => {
	const { url } = await start(folderWith({ "spec/a.md": docs }));
	const origin = "https://app.example";
	const preflight = await fetch(`${url}/hives`, {
		method: "OPTIONS",
		headers: {
			origin,
			"access-control-request-method": "DELETE",
			"access-control-request-headers": "authorization, x-apiary",
		},
	});
	expect(preflight.status).toBe(204);
	const allowed = ["origin", "methods", "headers"].map((name) =>
		preflight.headers.get(`access-control-allow-${name}`),
	);
	expect(allowed).toEqual([
		"*",
		"GET,HEAD,PUT,POST,DELETE,PATCH",
		"authorization,x-apiary",
	]);
	const refused = await fetch(`${url}/hives`, { headers: { origin } });
	expect(refused.status).toBe(401);
	expect(refused.headers.get("access-control-allow-origin")).toBe("*");
});

test("logs a line for each request, in which a terminal finds nothing to obey", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	const printed = await Promise.all(
		[["--json"], []].map(async (args) => {
			const server = await start(cwd, ...args);
			await postRaw(server.url, "text/\u009b31m");
			await server.stop();
			return server.printed.stdout;
		}),
	);
	const [json = "", text = ""] = printed;
	for (const each of printed) expect(each).not.toMatch(/[^\P{Cc}\n]/u);
	const [first, ...lines] = json
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(first).toMatchObject({ operations: 3 });
	expect(lines).toEqual([
		{
			method: "POST",
			target: "/hives?a=%1b[31m",
			status: 415,
			operation: "POST /hives",
			note: "The docs want application/json, not text/\u009b31m",
			issues: [],
			milliseconds: expect.any(Number),
		},
	]);
	expect(text).toMatch(/^POST \/hives\?a=%1b\[31m 415 .* text\/\\x9b31m$/m);
});

test("leaves credentials in the query out of the log", async () => {
	const keyed = docs.replace(
		"Send your token as `Authorization: Bearer YOUR_TOKEN`.",
		"Send your key in the query parameter `api_key`: `?api_key=YOUR_KEY`.",
	);
	const cwd = folderWith({ "spec/a.md": keyed });
	const { url, printed, stop } = await start(cwd);
	const target = "/hives?kind=log&api%5Fkey=s3cret&page=1";
	const headers = { "x-apiary": "7" };
	expect((await fetch(url + target, { headers })).status).toBe(200);
	expect((await fetch(`${url}/hives?kind=log`, { headers })).status).toBe(401);
	await stop();
	expect(printed.stdout).toContain(
		"\nGET /hives?kind=log&api%5Fkey=…&page=1 200 ",
	);
});

/** Posts `{}` with bytes in the head that no client sends. */
async function postRaw(url: string, contentType: string): Promise<void> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	const head = [
		"POST /hives?a=%1b[31m HTTP/1.1",
		"host: x",
		"authorization: Bearer t",
		`content-type: ${contentType}`,
		"content-length: 2",
		"connection: close",
	];
	socket.write(Buffer.from(`${head.join("\r\n")}\r\n\r\n{}`, "latin1"));
	socket.resume();
	await once(socket, "close");
}

test("docs with errors and options that make no sense serve nothing", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	for (const [args, status, said] of [
		[["nowhere"], 1, "nowhere"],
		[["--fault-rate", "2"], 2, "--fault-rate cannot be 2"],
		[["--port", "x"], 2, "--port cannot be x"],
		[["--host", "192.0.2.1"], 2, "EADDRNOTAVAIL"],
	] as const) {
		const child = spawn(
			process.execPath,
			[bin, "mock", "--port", "0", ...args],
			{
				cwd,
			},
		);
		let stderr = "";
		child.stderr.on("data", (part) => {
			stderr += part;
		});
		const [code] = await once(child, "close");
		expect(code).toBe(status);
		expect(stderr).toContain(said);
	}
	const { url } = await start(cwd);
	const taken = spawn(
		process.execPath,
		[bin, "mock", "--port", new URL(url).port],
		{ cwd },
	);
	expect(await once(taken, "close")).toEqual([2, null]);
});

test("the client of the sample calls it", async () => {
	const { url } = await start(root);
	const { Client } = await import("../../generated/src/index.ts");
	const client = new Client({ baseURL: url, apiToken: "t", maxRetries: 0 });
	const tunnels = client.magicTransit.ipsecTunnels;
	const made = await tunnels.get("t1", { account_id: "a1" });
	expect(made).toMatchObject({ ipsec_tunnel: { id: expect.any(String) } });
	const key = await tunnels.pskGenerate("t1", { account_id: "a1", body: {} });
	expect(key).toMatchObject({ psk: expect.any(String) });
	await expect(
		tunnels.list({ account_id: "a1" }, { headers: { prefer: "code=429" } }),
	).rejects.toMatchObject({ status: 429 });
});
