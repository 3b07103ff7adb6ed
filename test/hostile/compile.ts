import { execFileSync, spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../../generator/text/output-file.ts";
import { tripwire } from "./attacks.ts";
import { copied } from "./survive.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const runtime = "src/runtime/";

/** What `tsc --strict` says of the sources of many clients, and what happens when they are imported. */
export interface Compiled {
	/** By number of the client: what the compiler says, what was touched when it was imported. */
	readonly faults: ReadonlyMap<number, readonly string[]>;
}

/**
 * Compiles many clients in one run of the compiler, and imports them in one child process. They share the files that
 * are copied into every client, so that each costs its own sources alone.
 */
export function compile(clients: readonly (readonly OutputFile[])[]): Compiled {
	const folder = mkdtempSync(
		join(realpathSync(tmpdir()), "docwright-hostile-"),
	);
	try {
		return compileIn(folder, clients);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function compileIn(
	folder: string,
	clients: readonly (readonly OutputFile[])[],
): Compiled {
	const made = (name: string) => join(folder, "made", name);
	for (const [path, text] of copied)
		if (path.startsWith(runtime))
			write(join(folder, "runtime", path.slice(runtime.length)), text);
	for (const [number, files] of clients.entries())
		for (const { path, text } of files)
			if (!path.startsWith(runtime))
				write(join(folder, `client${number}`, path), withShared(text));
	const config = JSON.parse(
		readFileSync(join(root, "generated/tsconfig.json"), "utf8"),
	) as { compilerOptions: object };
	write(
		join(folder, "tsconfig.json"),
		JSON.stringify({
			compilerOptions: {
				...config.compilerOptions,
				noEmit: false,
				noEmitOnError: false,
				rootDir: ".",
				outDir: "made",
			},
			include: clients.map((_, number) => `client${number}/src/*.ts`),
		}),
	);
	write(join(folder, "package.json"), '{ "type": "module" }');
	const faults = new Map<number, string[]>();
	const tell = (number: number, fault: string) =>
		faults.set(number, [...(faults.get(number) ?? []), fault]);
	const compiler = spawnSync(
		process.execPath,
		[
			join(root, "node_modules/typescript/bin/tsc"),
			"-p",
			".",
			"--pretty",
			"false",
		],
		{ cwd: folder, encoding: "utf8", maxBuffer: 1e9 },
	);
	for (const line of compiler.stdout.split("\n")) {
		const [, number, rest] = /^client(\d+)\/(.*)/.exec(line) ?? [];
		if (number !== undefined) tell(Number(number), `tsc: ${rest}`);
		else if (/error TS/.test(line)) throw new Error(`tsc: ${line}`);
	}
	if (clients.length > 0 && !existsSync(made("client0/src/index.js")))
		throw new Error(`tsc made nothing: ${compiler.stdout}${compiler.stderr}`);
	for (const { client, touched } of importAll(made(""), clients.length))
		for (const what of touched) tell(client, `imported: ${what}`);
	return { faults };
}

/** Imports every client with tripwires set, and says what was touched. */
function importAll(
	folder: string,
	count: number,
): readonly { readonly client: number; readonly touched: readonly string[] }[] {
	write(join(folder, "import-all.mjs"), program(count));
	write(join(folder, "package.json"), '{ "type": "module" }');
	const printed = execFileSync(process.execPath, ["import-all.mjs"], {
		cwd: folder,
		encoding: "utf8",
		env: {},
		maxBuffer: 1e9,
	});
	const last = printed.trimEnd().split("\n").at(-1) ?? "";
	return JSON.parse(last) as ReturnType<typeof importAll>;
}

function program(count: number): string {
	return `
import { readdirSync } from "node:fs";
const found = [];
let touched = [];
const touch = (what) => { touched.push(what); };
Object.defineProperty(globalThis, ${JSON.stringify(tripwire)}, { get() { touch("the tripwire"); return () => touch("the tripwire was called"); }, set() { touch("the tripwire was set"); } });
const exit = process.exit;
process.exit = () => touch("process.exit");
const before = readdirSync(".").length;
const globals = Reflect.ownKeys(globalThis).length;
for (let client = 0; client < ${count}; client++) {
	touched = [];
	const folder = "./client" + client + "/src/";
	for (const name of ["index.js", "functions.js", "schemas.js", "testing.js"]) {
		try {
			const module = await import(folder + name);
			if (name === "index.js") new module.Client({ baseURL: "https://h.example" });
		} catch (error) {
			// Credentials that the docs ask for are missing.
			if (error?.name !== "ApiConfigError") touch(name + " threw " + error);
		}
	}
	if (Object.keys(Object.prototype).length > 0 || {}.polluted !== undefined) touch("Object.prototype");
	if (Reflect.ownKeys(globalThis).length !== globals) touch("a global");
	if (readdirSync(".").length !== before) touch("a file");
	if (touched.length > 0) found.push({ client, touched });
}
console.log(JSON.stringify(found));
exit(0);
`;
}

/** A source that imports the runtime of all clients in place of its own. */
function withShared(text: string): string {
	return text.replace(
		/(?<= from "(?:\.\/|(?:\.\.\/)+))(?=runtime\/)/g,
		"../../",
	);
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
