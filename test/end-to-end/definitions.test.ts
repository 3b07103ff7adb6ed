import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/index.ts";

/** A project with the sample's docs, the package made of them, and a program that has it installed. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "docwright-docs-")));
const spec = join(folder, "spec");
const made = join(folder, "generated");
const program = join(folder, "user/program.mts");
const lines = [
	'import { Client } from "magic-ipsec-tunnels";',
	'import { ipsecTunnelPskGenerate } from "magic-ipsec-tunnels/functions";',
	"const client = new Client();",
	'await client.magicTransit.ipsecTunnels.pskGenerate("id", { account_id: "a", body: {} });',
	'await ipsecTunnelPskGenerate(client.core, "id", { account_id: "a", body: {} });',
];

beforeAll(async () => {
	cpSync(join(root, "spec"), spec, { recursive: true });
	const docs = readdirSync(spec).map((name) => ({
		file: `spec/${name}`,
		text: readFileSync(join(spec, name), "utf8"),
	}));
	const { files } = await generate(docs, {
		package: { name: "magic-ipsec-tunnels", version: "1.0.0" },
		definitions: "..",
	});
	for (const { path, text } of files) {
		mkdirSync(dirname(join(made, path)), { recursive: true });
		writeFileSync(join(made, path), text);
	}
	symlinkSync(join(root, "node_modules"), join(made, "node_modules"));
	execFileSync("npm", ["run", "build"], { cwd: made, stdio: "pipe" });
	mkdirSync(join(folder, "user/node_modules"), { recursive: true });
	symlinkSync(made, join(folder, "user/node_modules/magic-ipsec-tunnels"));
	writeFileSync(program, lines.join("\n"));
	const compilerOptions = { module: "nodenext", target: "es2022", types: [] };
	writeFileSync(
		join(folder, "user/tsconfig.json"),
		JSON.stringify({ compilerOptions, files: ["program.mts"] }),
	);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the definition of a method is where the docs state it", async () => {
	const [method, called, ...others] = await definitions([
		[4, "pskGenerate"],
		[5, "ipsecTunnelPskGenerate"],
		[4, "magicTransit"],
		[4, "ipsecTunnels"],
		[4, "account_id"],
	]);
	expect(called).toEqual(method);
	const { file = "", line = 0 } = method ?? {};
	expect(dirname(file)).toBe(spec);
	expect(readFileSync(file, "utf8").split("\n")[line - 1]).toMatch(
		/psk_generate/,
	);
	for (const other of others)
		expect(dirname(other?.file ?? "")).toContain(join(made, "dist"));
}, 60_000);

test("it is the declaration where the docs are missing", async () => {
	rmSync(spec, { recursive: true });
	const [method] = await definitions([[4, "pskGenerate"]]);
	const { file = "", line = 0 } = method ?? {};
	expect(file).toBe(join(made, "dist/resources/magic-transit.d.ts"));
	expect(readFileSync(file, "utf8").split("\n")[line - 1]).toMatch(
		/^\s+pskGenerate\(/,
	);
}, 60_000);

interface Definition {
	readonly file: string;
	/** From 1. */
	readonly line: number;
}

/** Asks the server that editors ask for the definitions of names in lines of the program. */
async function definitions(
	names: readonly (readonly [line: number, name: string])[],
): Promise<readonly (Definition | undefined)[]> {
	const server = spawn(process.execPath, [
		join(root, "node_modules/typescript-oldest/lib/tsserver.js"),
		"--disableAutomaticTypingAcquisition",
	]);
	try {
		send(server, 0, "open", { file: program });
		names.forEach(([line, name], at) => {
			const offset = (lines[line - 1] ?? "").indexOf(name) + 1;
			const place = { file: program, line, offset };
			send(server, at + 1, "definition", place);
		});
		return await answers(server, names.length);
	} finally {
		server.kill();
	}
}

function send(
	server: ChildProcess,
	seq: number,
	command: string,
	given: object,
): void {
	const request = { seq, type: "request", command, arguments: given };
	server.stdin?.write(`${JSON.stringify(request)}\n`);
}

/** The first place of each answer, in the order of the requests. */
async function answers(
	{ stdout }: ChildProcess,
	count: number,
): Promise<readonly (Definition | undefined)[]> {
	const found: (Definition | undefined)[] = [];
	if (stdout)
		for await (const line of createInterface({ input: stdout })) {
			if (!line.startsWith("{")) continue;
			const { command, body } = JSON.parse(line);
			if (command !== "definition") continue;
			const [first] = body ?? [];
			found.push(first && { file: first.file, line: first.start.line });
			if (found.length === count) break;
		}
	return found;
}
