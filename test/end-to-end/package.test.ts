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
		const all: readonly string[] = JSON.parse(run([type, "-e", program], user));
		return all.filter((key) => key !== "__esModule").sort();
	};
	const methods = ["BulkUpdate", "Create", "Delete", "Get", "List"]
		.concat(["PskGenerate", "PskSet", "Update"])
		.map((method) => `ipsecTunnel${method}`);
	expect(keys(`${name}/functions`)).toEqual(methods);
	expect(keys(`${name}/resources/magic-transit`)).toEqual([
		"IpsecTunnels",
		"MagicTransit",
	]);
	const core = keys(`${name}/core`);
	for (const key of ["createClient", "ApiError", "NotFoundError", "logging"])
		expect(core).toContain(key);
	expect(core).not.toContain("Client");
	expect(core).toContain("validation");
	expect(keys(`${name}/schemas`)).toEqual(
		expect.arrayContaining(["ipsecTunnel", "schemas"]),
	);
	expect(keys(`${name}/testing`)).toEqual(
		expect.arrayContaining(["fakeFetch", "fixture", "handlers"]),
	);
	const all = keys(name);
	expect(all).not.toContain("schemas");
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

test("aids for tests are loaded by nothing else, and the documented answers stand once", () => {
	const files = readdirSync(join(made, "dist"), {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => /\.(c?js|json)$/.test(file));
	const holding = (text: string) =>
		files
			.filter((file) =>
				readFileSync(join(made, "dist", file), "utf8").includes(text),
			)
			.sort();
	expect(holding("branch-office-1")).toEqual(["testing/answers.json"]);
	expect(holding("fakeFetch")).toEqual(["testing.js"]);
	expect(holding("testing/answers.json")).toEqual(["testing.js"]);
});

test.each([
	["import", "--input-type=module", "await import"],
	["require", "--input-type=commonjs", "require"],
])("aids for tests are had by %s without a warning", (_, type, load) => {
	const program = `const { fixture } = ${load}("${name}/testing");
console.log(fixture("magicTransit.ipsecTunnels.get").ipsec_tunnel.name);`;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[type, "-e", program],
		{ cwd: user, encoding: "utf8" },
	);
	expect({ stdout, stderr }).toEqual({
		stdout: "branch-office-1\n",
		stderr: "",
	});
});

test("a bundle for browsers has the documented answers", () => {
	const bundled = bundle(`
import { fixture } from "${name}/testing";
console.log(fixture("magicTransit.ipsecTunnels.get").ipsec_tunnel.name);`);
	expect(run(["--input-type=module", "-e", bundled], user)).toBe(
		"branch-office-1\n",
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

test.each(["index", "core", "functions", "schemas", "testing"])(
	"required and imported, %s is one module",
	(module) => {
		const path = module === "index" ? name : `${name}/${module}`;
		const program = `
(async () => {
	const [required, imported] = [require("${path}"), await import("${path}")];
	const names = new Set([...Object.keys(required), ...Object.keys(imported)]);
	names.delete("__esModule");
	console.log(names.size > 0, [...names].filter((each) => required[each] !== imported[each]));
})();`;
		expect(run(["--input-type=commonjs", "-e", program], user)).toBe(
			"true []\n",
		);
	},
);

test("a bundle of one function holds no other operation and no class of resources", () => {
	const bundled = bundle(`
import { createClient } from "${name}/core";
import { ipsecTunnelGet } from "${name}/functions";
console.log(ipsecTunnelGet(createClient(), "id", { account_id: "a" }));`);
	expect(bundled).toContain("ipsec_tunnels");
	for (const other of ["psk_generate", '"POST"', '"PUT"', "IpsecTunnels"])
		expect(bundled).not.toContain(other);
});

test("a bundle of one schema holds no other", () => {
	const bundled = bundle(`
import { ipsecTunnelBulkUpdateParams } from "${name}/schemas";
console.log(ipsecTunnelBulkUpdateParams["~standard"].validate({}));`);
	expect(bundled).toContain("account_id");
	for (const other of ["unapplied_psks", "magicTransit.ipsecTunnels.get"])
		expect(bundled).not.toContain(other);
});

test.each([
	["imported", "module", "import"],
	["required", "commonjs", "require"],
])("%s, it holds calls to the docs when it is asked to", (_, type, load) => {
	const text = run(
		[`--input-type=${type}`, "-e", validated.replaceAll("LOAD", load)],
		user,
	);
	const wrong = { ipsec_tunnel: { id: 1 } };
	const data = "response.ipsec_tunnel.id is a number, not a string";
	const params = "params.x-magic-new-hc-target is a number, not a boolean";
	expect(JSON.parse(text)).toEqual({
		off: { result: wrong, sent: 1, warnings: [] },
		warn: {
			result: wrong,
			sent: 1,
			warnings: [
				`magicTransit.ipsecTunnels.get: ${data}`,
				"magicTransit.ipsecTunnels.get: response.ipsec_tunnel.name is missing",
				"magicTransit.ipsecTunnels.get: response.ipsec_tunnel.cloudflare_endpoint is missing",
				"magicTransit.ipsecTunnels.get: response.ipsec_tunnel.interface_address is missing",
			],
		},
		throw: {
			result: `ApiValidationError ${data}`,
			sent: 1,
			warnings: [],
		},
		params: { result: `ApiParamsError ${params}`, sent: 0, warnings: [] },
	});
});

test("a bundle of the client holds schemas where it is given them", () => {
	const client = (given: string) =>
		bundle(`
import { Client } from "${name}";
${given && `import * as schemas from "${name}/schemas";`}
console.log(new Client({ apiToken: "t", ${given} }));`);
	const marks = ["unapplied_psks", "~check", "~standard", "levels deep"];
	const without = client("");
	const held = client('validate: "throw", schemas');
	for (const mark of marks) {
		expect(held).toContain(mark);
		expect(without).not.toContain(mark);
	}
});

test.each(["import", "require"])(
	"by %s, it says what to write where schemas are missing",
	(kind) => {
		const type = kind === "import" ? "module" : "commonjs";
		const load = `${kind}("${name}")`;
		const program = `
(async () => {
	const { Client } = await ${load};
	const fetch = () => { throw new Error("sent") };
	const texts = [];
	try { new Client({ apiToken: "t", validate: "warn" }) } catch (error) { texts.push(error.name, error.message) }
	const { ipsecTunnels } = new Client({ apiToken: "t", fetch, validate: "off" }).magicTransit;
	await ipsecTunnels.get("t", { account_id: "a" }, { validate: "throw" }).catch((error) => texts.push(error.message));
	console.log(JSON.stringify(texts));
})();`;
		const [error, made, called] = JSON.parse(
			run([`--input-type=${type}`, "-e", program], user),
		);
		expect(error).toBe("ApiConfigError");
		expect(made).toContain("import * as schemas from its /schemas");
		expect(made).toContain("{ validate, schemas }");
		expect(called).toBe(made);
	},
);

test("importing it does nothing", () => {
	const modules = ["/core", "/functions", "/resources/magic-transit"];
	for (const module of ["", ...modules, "/testing"])
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

/** Calls the client in each mode, and once with params that do not fit; it answers itself in place of a server. */
const validated = `
const name = ${JSON.stringify(name)};
(async () => {
	const { Client } = await LOAD(name);
	const schemas = await LOAD(name + "/schemas");
	const seen = {};
	for (const validate of ["off", "warn", "throw", "params"]) {
		const warnings = [];
		let sent = 0;
		const client = new Client({
			apiToken: "t",
			validate: validate === "params" ? "throw" : validate,
			schemas,
			logger: { ...console, warn: (text) => warnings.push(text) },
			fetch: async () => {
				sent++;
				return Response.json({ success: true, result: { ipsec_tunnel: { id: 1 } } });
			},
		});
		const params = { account_id: "a", ...(validate === "params" && { "x-magic-new-hc-target": 1 }) };
		const result = await client.magicTransit.ipsecTunnels.get("t", params).catch(
			({ name, issues: [{ path, message }] }) =>
				[name, [validate === "params" ? "params" : "response", ...path].join(".") + " " + message].join(" "),
		);
		seen[validate] = { result, sent, warnings };
	}
	console.log(JSON.stringify(seen));
})();
`;

const strict = { target: "es2022", types: [], strict: true, noEmit: true };

const program = `
import { Client } from "${name}";
import { ApiError, type ApiValidationError, type ClientOptions, createClient, followRedirects, validation } from "${name}/core";
import { type IpsecTunnel, type IpsecTunnelGetResponse, ipsecTunnelGet } from "${name}/functions";
import * as all from "${name}/schemas";
import { ipsecTunnel, type Schema, schemas } from "${name}/schemas";
import { MagicTransit } from "${name}/resources/magic-transit";
import { type FakeFetch, fakeFetch, fixture } from "${name}/testing";

const options: ClientOptions = { apiToken: "t" };
const core = createClient(options, [followRedirects]);
export const one: Promise<IpsecTunnelGetResponse> = ipsecTunnelGet(core, "t", { account_id: "a" });
export const same: Promise<IpsecTunnelGetResponse> = new Client(core).magicTransit.ipsecTunnels.get("t", { account_id: "a" });
export const alone: MagicTransit = new MagicTransit(core);
export class Mine extends Client {}
export const failed = (error: unknown) => error instanceof ApiError && error.status;
export const held = createClient({ ...options, validate: "throw" }, [validation(schemas)]);
export const strict = new Client({ ...options, validate: "throw", schemas: all });
// @ts-expect-error the module as a whole is what is given
void new Client({ validate: "throw", schemas });
export const mild = ipsecTunnelGet(held, "t", { account_id: "a" }, { validate: "warn" });
export const schema: Schema<IpsecTunnel> = ipsecTunnel;
export const ways = (error: ApiValidationError) => error.issues.map(({ path }) => path);
// @ts-expect-error no such way to validate
export const wrong: ClientOptions = { validate: "maybe" };
// @ts-expect-error the params are required
void ipsecTunnelGet(core, "t");
const fake: FakeFetch = fakeFetch({ "magicTransit.ipsecTunnels.get": [404, { data: fixture("magicTransit.ipsecTunnels.get") }] });
void new Client({ fetch: fake });
// @ts-expect-error there is no such operation
fakeFetch({ "ipsecTunnels.get": 404 });
`;
