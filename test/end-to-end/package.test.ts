import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The sample's package, built, and a program beside it that has it installed. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(root, "node_modules");
const name = "magic-ipsec-tunnels";
const folder = mkdtempSync(join(tmpdir(), "docwright-package-"));
const made = join(folder, "made");
const user = join(folder, "user");

beforeAll(() => {
	const settings = ["package.json", "tsconfig.json", "tsconfig.build.json"];
	for (const file of [...settings, "build.mjs", "src"])
		cpSync(join(root, "generated", file), join(made, file), {
			recursive: true,
		});
	symlinkSync(modules, join(made, "node_modules"));
	execFileSync("npm", ["run", "build"], { cwd: made, stdio: "pipe" });
	mkdirSync(join(user, "node_modules"), { recursive: true });
	symlinkSync(made, join(user, "node_modules", name));
	writeFileSync(join(user, "package.json"), '{ "private": true }');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
	["import", "--input-type=module", "await import"],
	["require", "--input-type=commonjs", "require"],
])("its modules can be had by %s", (_, type, load) => {
	const keys = (module: string): readonly string[] => {
		const loaded = `${load}(${JSON.stringify(module)})`;
		const program = `console.log(JSON.stringify(Object.keys(${loaded})))`;
		return JSON.parse(run([type, "-e", program], user));
	};
	const functions = keys(`${name}/functions`).filter(
		(key) => key !== "__esModule",
	);
	const methods = ["BulkUpdate", "Create", "Delete", "Get", "List"]
		.concat(["PskGenerate", "PskSet", "Update"])
		.map((method) => `ipsecTunnel${method}`);
	expect([...functions].sort()).toEqual([
		"IpsecTunnels",
		"MagicTransit",
		...methods,
	]);
	expect(new Set(keys(`${name}/resources/magic-transit`))).toEqual(
		new Set(keys(`${name}/functions`)),
	);
	const core = keys(`${name}/core`);
	for (const key of ["createClient", "ApiError", "NotFoundError", "logging"])
		expect(core).toContain(key);
	expect(core).not.toContain("Client");
	const all = keys(name);
	for (const key of [...core, "Client", "default"]) expect(all).toContain(key);
});

test.each(["typescript", "typescript-oldest"])(
	"its types serve modules of both kinds and bundlers with %s",
	(compiler) => {
		const tsc = join(modules, compiler, "bin/tsc");
		writeFileSync(join(user, "esm.mts"), program);
		writeFileSync(join(user, "cjs.cts"), program);
		for (const [module, moduleResolution] of [
			["nodenext", "nodenext"],
			["esnext", "bundler"],
		]) {
			const settings = {
				compilerOptions: { ...strict, module, moduleResolution },
				files: ["esm.mts", "cjs.cts"],
			};
			writeFileSync(join(user, "tsconfig.json"), JSON.stringify(settings));
			const { stdout } = spawnSync(process.execPath, [tsc, "-p", user], {
				encoding: "utf8",
			});
			expect(stdout).toBe("");
		}
	},
	60_000,
);

test("docs stand in declarations alone", () => {
	const files = readdirSync(join(made, "dist"), {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => /\.c?js$/.test(file));
	expect(files.length).toBeGreaterThan(8);
	for (const file of files)
		expect(readFileSync(join(made, "dist", file), "utf8")).not.toMatch(
			/\/\*\*|spec\//,
		);
});

test("what fails is of one class, whichever module it came through", () => {
	const program = `
const { ApiConfigError } = require("${name}/core");
const { Client } = require("${name}");
const { MagicTransit } = require("${name}/resources/magic-transit");
try { new Client({ baseURL: "nowhere" }) } catch (error) { console.log(error instanceof ApiConfigError) }
const client = new Client({ apiToken: "t" });
console.log(client.magicTransit instanceof MagicTransit, client.magicTransit === client.magicTransit);`;
	expect(run(["--input-type=commonjs", "-e", program], user)).toBe(
		"true\ntrue true\n",
	);
});

test("a bundle of one function holds no other operation and no class of resources", () => {
	const bundled = bundle(`
import { createClient } from "${name}/core";
import { ipsecTunnelGet } from "${name}/functions";
console.log(ipsecTunnelGet(createClient(), "id", { account_id: "a" }));`);
	expect(bundled).toContain("ipsec_tunnels");
	for (const other of ["psk_generate", '"POST"', '"PUT"', "IpsecTunnels"])
		expect(bundled).not.toContain(other);
});

test("importing it does nothing", () => {
	for (const module of ["", "/core", "/functions", "/resources/magic-transit"])
		expect(bundle(`import "${name}${module}";`).trim()).toBe("");
});

/** Bundles as programs for browsers are, with the bundler that a tool of ours has. */
function bundle(contents: string): string {
	const require = createRequire(import.meta.url);
	const esbuild: {
		buildSync(options: object): { outputFiles: readonly { text: string }[] };
	} = createRequire(require.resolve("tsx"))("esbuild");
	const { outputFiles } = esbuild.buildSync({
		stdin: { contents, resolveDir: user },
		bundle: true,
		write: false,
		format: "esm",
		logLevel: "error",
		legalComments: "none",
	});
	return (outputFiles[0]?.text ?? "").replace(/^\/\/.*$/gm, "");
}

function run(args: readonly string[], cwd: string): string {
	return execFileSync(process.execPath, args, { cwd, encoding: "utf8" });
}

const strict = { target: "es2022", types: [], strict: true, noEmit: true };

const program = `
import { Client } from "${name}";
import { ApiError, type ClientOptions, createClient, followRedirects } from "${name}/core";
import { type IpsecTunnelGetResponse, ipsecTunnelGet } from "${name}/functions";
import { MagicTransit } from "${name}/resources/magic-transit";

const options: ClientOptions = { apiToken: "t" };
const core = createClient(options, [followRedirects]);
export const one: Promise<IpsecTunnelGetResponse> = ipsecTunnelGet(core, "t", { account_id: "a" });
export const same: Promise<IpsecTunnelGetResponse> = new Client(core).magicTransit.ipsecTunnels.get("t", { account_id: "a" });
export const alone: MagicTransit = new MagicTransit(core);
export class Mine extends Client {}
export const failed = (error: unknown) => error instanceof ApiError && error.status;
// @ts-expect-error the params are required
void ipsecTunnelGet(core, "t");
`;
