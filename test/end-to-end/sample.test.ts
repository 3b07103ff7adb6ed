import { execFile } from "node:child_process";
import {
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "generator/cli/docwright.mjs");
const account = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

let folder = "";
let client = "";

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "docwright-sample-"));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	cpSync(join(root, "spec"), join(folder, "spec"), { recursive: true });
	client = join(folder, "generated");
	const made = await node([bin, "generate"], folder);
	expect(made).toMatchObject({ status: 0 });
	expect(made.stderr).toContain("8 operations");
	expect(made.stderr).toContain("0 errors, 0 warnings");
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the committed output is what the docs give", async () => {
	const check = await node([bin, "generate", "--check"], root);
	expect(check).toMatchObject({ status: 0, stdout: "" });
}, 120_000);

test("one word changed in the docs shows in a diff, and nothing is written", async () => {
	const docs = join(folder, "changed");
	cpSync(join(root, "spec"), docs, { recursive: true });
	const path = join(docs, "magic-ipsec-tunnels.md");
	const text = readFileSync(path, "utf8");
	const changed = text.replace("**DELETE** `/accounts", "**PATCH** `/accounts");
	expect(changed).not.toBe(text);
	writeFileSync(path, changed);
	const check = await node(
		[bin, "generate", "changed", "-o", "generated", "--check"],
		folder,
	);
	expect(check.status).toBe(3);
	expect(check.stdout).toMatch(/^--- .*openapi\.json/m);
	expect(check.stdout).toMatch(/^\+.*"patch"/m);
}, 120_000);

test.each(["typescript", "typescript-oldest"])(
	"the client and a program of a user compile with %s",
	async (compiler) => {
		writeFileSync(join(folder, "program.ts"), program);
		writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
		writeFileSync(join(folder, "tsconfig.json"), tsconfig);
		const tsc = join(root, "node_modules", compiler, "bin/tsc");
		expect(await node([tsc, "-p", folder], folder)).toMatchObject({
			status: 0,
			stdout: "",
		});
	},
	120_000,
);

test("a call reaches a server as the docs say, and its answer comes back", async () => {
	const seen: unknown[] = [];
	const server = createServer(async (request, response) => {
		let text = "";
		for await (const chunk of request) text += chunk;
		const { method, url, headers } = request;
		seen.push({ method, url, token: headers.authorization, text });
		const failed = url?.includes("unknown") === true;
		const body = failed
			? {
					errors: [{ code: 1003, message: "no such tunnel" }],
					messages: [],
					result: null,
					success: false,
				}
			: {
					errors: [],
					messages: [],
					result: { ipsec_tunnel_id: "t1", psk: "made" },
					success: true,
				};
		response.writeHead(failed ? 404 : 200, {
			"content-type": "application/json",
			"x-request-id": "r1",
		});
		response.end(JSON.stringify(body));
	});
	const baseURL = await listen(server);
	try {
		const { default: Client } = await import(join(client, "src/index.ts"));
		const { ipsecTunnels } = new Client({
			apiToken: "secret-of-the-test",
			baseURL,
		}).magicTransit;
		const psk = await ipsecTunnels.pskGenerate("t1", {
			account_id: account,
			body: {},
			validate_only: true,
		});
		expect(psk).toEqual({ ipsec_tunnel_id: "t1", psk: "made" });
		const failure: unknown = await ipsecTunnels
			.get("unknown", { account_id: account })
			.catch((error: unknown) => error);
		expect(failure).toMatchObject({
			name: "NotFoundError",
			status: 404,
			requestId: "r1",
			errors: [{ code: 1003, message: "no such tunnel" }],
		});
		expect(String(failure)).not.toContain("secret-of-the-test");
	} finally {
		server.close();
	}
	const path = `/accounts/${account}/magic/ipsec_tunnels`;
	expect(seen).toEqual([
		{
			method: "POST",
			url: `${path}/t1/psk_generate?validate_only=true`,
			token: "Bearer secret-of-the-test",
			text: "{}",
		},
		{
			method: "GET",
			url: `${path}/unknown`,
			token: "Bearer secret-of-the-test",
			text: "",
		},
	]);
});

/** How a client can be wrong: a file, what stands in it, and what is put there instead. */
const faults: readonly (readonly [string, string, string, string])[] = [
	["path", "methods/magic-transit.ts", "/psk_generate", "/psk"],
	["method", "methods/magic-transit.ts", '"PUT"', '"PATCH"'],
	[
		"header",
		"methods/magic-transit.ts",
		'["x-magic-new-hc-target"]',
		'["x-magic-hc-target"]',
	],
	["envelope", "core.ts", 'data: "result"', 'data: "messages"'],
	["credentials", "core.ts", 'prefix: "Bearer "', 'prefix: "Token "'],
];

test("the generated tests pass, and fail for each broken client", async () => {
	expect(await generatedTests(client)).toMatchObject({ status: 0 });
	for (const [name, file, before, after] of faults) {
		const path = join(client, "src", file);
		const text = readFileSync(path, "utf8");
		expect(text, name).toContain(before);
		writeFileSync(path, text.replaceAll(before, after));
		const { status, stdout } = await generatedTests(client);
		expect(status, name).toBe(1);
		expect(stdout, name).toContain("failed");
		writeFileSync(path, text);
	}
	expect(await generatedTests(client)).toMatchObject({ status: 0 });
}, 240_000);

function generatedTests(cwd: string) {
	return node([join(root, "node_modules/vitest/vitest.mjs"), "run"], cwd);
}

function node(args: readonly string[], cwd: string) {
	const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
	return new Promise<{ status: number; stdout: string; stderr: string }>(
		(resolve) =>
			execFile(
				process.execPath,
				args,
				{ cwd, env, maxBuffer: 1 << 26 },
				(error, stdout, stderr) =>
					resolve({
						status: error === null ? 0 : Number(error.code),
						stdout,
						stderr,
					}),
			),
	);
}

function listen(server: Server): Promise<string> {
	return new Promise((resolve) =>
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as AddressInfo;
			resolve(`http://127.0.0.1:${port}`);
		}),
	);
}

const program = `import Client, { ApiError, type IpsecTunnel } from "./generated/src/index.js";

const client = new Client({ apiToken: "t" });
const tunnels = client.magicTransit.ipsecTunnels;
export async function main(): Promise<IpsecTunnel[]> {
	const made = await tunnels.create({
		account_id: "a",
		name: "n",
		cloudflare_endpoint: "203.0.113.1",
		interface_address: "192.0.2.0/31",
		health_check: { rate: "mid", target: { saved: "198.51.100.1" } },
		"x-magic-new-hc-target": true,
	});
	// @ts-expect-error the name is required
	void tunnels.create({ account_id: "a", cloudflare_endpoint: "x", interface_address: "y" });
	// @ts-expect-error no such rate
	void tunnels.update("t", { account_id: "a", name: "n", cloudflare_endpoint: "x", interface_address: "y", health_check: { rate: "often" } });
	const { data, response } = await tunnels.get(made.id, { account_id: "a" }).withResponse();
	const raw: Response = await tunnels.delete(made.id, { account_id: "a" }).asResponse();
	await tunnels.bulkUpdate({ account_id: "a", body: { ipsec_tunnels: [] } });
	const set = await tunnels.pskSet({ account_id: "a", psks: [{ id: "t", psk: "p" }] });
	const state: "BGP_DOWN" | "BGP_UP" | "BGP_ESTABLISHING" | undefined = data.ipsec_tunnel?.bgp_status?.state;
	void [response.status, raw.ok, set.unapplied_psks?.["t"], state, ApiError];
	const { ipsec_tunnels = [] } = await tunnels.list({ account_id: "a" });
	return ipsec_tunnels;
}
`;

const tsconfig = JSON.stringify({
	compilerOptions: {
		target: "ES2022",
		lib: ["ES2022", "DOM", "DOM.Iterable"],
		module: "NodeNext",
		moduleResolution: "NodeNext",
		types: [],
		strict: true,
		exactOptionalPropertyTypes: true,
		noUncheckedIndexedAccess: true,
		noPropertyAccessFromIndexSignature: true,
		verbatimModuleSyntax: true,
		skipLibCheck: false,
		noEmit: true,
	},
	files: ["program.ts"],
});
