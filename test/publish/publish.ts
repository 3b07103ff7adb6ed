import { execFile } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serveApi } from "../matrix/api.ts";
import { packageName, programs } from "../matrix/programs.ts";
import { npm } from "./npm.ts";
import { type Registry, startRegistry } from "./registry.ts";

// From docs to a program that calls the API, each step as a user takes it, in folders that hold nothing else: docwright is
// installed as it is packed, the client generated, published to a registry on this machine and installed from there.
const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const quiet = ["--no-audit", "--no-fund"];

const home = mkdtempSync(join(tmpdir(), "docwright-publish-"));
const api = await serveApi();
let registry: Registry | undefined;
try {
	registry = await startRegistry(join(home, "registry"));
	console.log(`a registry runs at ${registry.url}`);
	const project = await generateIn(join(home, "project"), registry);
	console.log(`generated ${readdirSync(project).length} files and folders`);

	await npm(
		["pack", "./generated", "--pack-destination", home],
		join(home, "project"),
	);
	const tarball = join(home, `${packageName}-0.1.0.tgz`);
	await callFrom(join(home, "packed"), tarball, registry);
	console.log("packed and called");

	rmSync(join(project, "dist"), { recursive: true });
	rmSync(join(project, "node_modules"), { recursive: true });
	await npm(["publish", "./generated"], join(home, "project"));
	await callFrom(join(home, "published"), packageName, registry);
	console.log("published and called");

	const client = join(project, "src/client.ts");
	writeFileSync(client, `${readFileSync(client, "utf8")}\n`);
	const refused = await npm(
		["publish", "./generated"],
		join(home, "project"),
	).catch(String);
	if (
		!`${refused}`.includes('edited since they were generated: "src/client.ts"')
	)
		throw new Error(`An edited client was not refused:\n${refused}`);
	console.log("edited and refused");
} finally {
	registry?.close();
	api.close();
	rmSync(home, { recursive: true, force: true });
}

/** A project with the sample's docs and docwright, in which the client was generated; gives the client's folder. */
async function generateIn(
	folder: string,
	{ npmrc }: Registry,
): Promise<string> {
	mkdirSync(folder);
	for (const file of ["spec", "docwright.config.ts"])
		cpSync(join(root, file), join(folder, file), { recursive: true });
	writeFileSync(join(folder, ".npmrc"), npmrc);
	const manifest = {
		private: true,
		scripts: { generate: "docwright generate" },
	};
	writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
	await npm(["pack", "--pack-destination", home], root);
	const tarball = readdirSync(home).find((file) =>
		file.startsWith("docwright-"),
	);
	await npm(["install", "-D", join(home, `${tarball}`), ...quiet], folder);
	await npm(["run", "generate"], folder);
	const made = join(folder, "generated");
	const manifestOf = (at: string) =>
		readFileSync(join(at, ".docwright.json"), "utf8");
	if (manifestOf(made) !== manifestOf(join(root, "generated")))
		throw new Error("What was generated is not what generated/ has");
	return made;
}

/** Installs the client in an empty project, and calls the API with it in both kinds of modules. */
async function callFrom(
	folder: string,
	client: string,
	{ npmrc }: Registry,
): Promise<void> {
	mkdirSync(folder);
	writeFileSync(join(folder, ".npmrc"), npmrc);
	writeFileSync(join(folder, "package.json"), '{ "private": true }');
	await npm(["install", client, ...quiet], folder);
	const installed = readdirSync(
		join(folder, "node_modules", packageName),
	).sort();
	const expected = ["README.md", "UPGRADING.md", "dist", "package.json"];
	if (`${installed}` !== `${expected}`)
		throw new Error(`The package holds ${installed.join(", ")}`);
	for (const format of ["mjs", "cjs"] as const) {
		const program = join(folder, `program.${format}`);
		writeFileSync(program, programs[format]);
		const { stdout } = await run(process.execPath, [program, api.url]);
		if (stdout !== "done\n") throw new Error(`A call gave ${stdout}`);
	}
}
