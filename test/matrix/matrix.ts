import { execFile } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Api, serveApi } from "./api.ts";
import { runInBrowser } from "./browser.ts";
import { programs, typed } from "./programs.ts";
import { createProject, type Project } from "./project.ts";

// Packs generated/ and tries the tarball wherever it says that it works: one line for each cell, and their counts.
const run = promisify(execFile);
const folder = fileURLToPath(new URL("./", import.meta.url));
const tools = join(folder, "node_modules");

/** One way to use the package; `run` throws what is wrong, or gives the reason why it could not be tried here. */
interface Cell {
	readonly name: string;
	run(): Promise<string | undefined>;
}

await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
const project = await createProject();
const api = await serveApi();
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
	for (const cell of cellsOf(project, api)) await tryCell(cell);
} finally {
	api.close();
	rmSync(project.root, { recursive: true, force: true });
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function cellsOf(project: Project, api: Api): readonly Cell[] {
	return [
		...["20", "22", "24"].flatMap((version) =>
			(["mjs", "cjs"] as const).map((format) =>
				onNode(project, api, { version, format }),
			),
		),
		...["oldest", "newest"].flatMap((compiler) =>
			["bundler", "nodenext"].flatMap((resolution) =>
				(["mts", "cts"] as const).map((format) =>
					withCompiler(project, { compiler, resolution, format }),
				),
			),
		),
		{
			name: "publint --strict",
			run: () => check("publint", ["run", project.installed, "--strict"]),
		},
		{
			name: "attw",
			run: () =>
				check("@arethetypeswrong/cli", [
					project.tarball,
					"--include-entrypoints",
					"./resources/magic-transit",
				]),
		},
		{
			name: "Chromium",
			run: () => runInBrowser(project, api, createRequire(folder)),
		},
	];
}

async function tryCell({ name, run }: Cell): Promise<void> {
	try {
		const reason = await run();
		counts[reason === undefined ? "passed" : "skipped"]++;
		console.log(
			reason === undefined ? `ok   ${name}` : `skip ${name}: ${reason}`,
		);
	} catch (error) {
		counts.failed++;
		const { stdout = "", stderr = "", message = "" } = Object(error);
		console.log(`FAIL ${name}\n${stdout}${stderr}${stdout ? "" : message}`);
	}
}

function onNode(
	{ folder }: Project,
	{ url }: Api,
	{
		version,
		format,
	}: { readonly version: string; readonly format: "mjs" | "cjs" },
): Cell {
	const node = join(tools, `node-${version}`, "bin/node");
	return {
		name: `Node ${version}, ${format === "mjs" ? "import" : "require"}`,
		async run() {
			if (!existsSync(node)) return "its binaries are for Linux on x64";
			const file = join(folder, `program.${format}`);
			writeFileSync(file, programs[format]);
			const { stdout, stderr } = await run(node, [file, url]);
			if (stdout !== "done\n" || stderr !== "") throw { stdout, stderr };
			return undefined;
		},
	};
}

function withCompiler(
	{ folder }: Project,
	{
		compiler,
		resolution,
		format,
	}: {
		readonly compiler: string;
		readonly resolution: string;
		readonly format: "mts" | "cts";
	},
): Cell {
	return {
		name: `TypeScript ${compiler}, ${resolution}, .${format}`,
		async run() {
			writeFileSync(join(folder, `typed.${format}`), typed);
			const compilerOptions = {
				module: resolution === "bundler" ? "esnext" : "nodenext",
				moduleResolution: resolution,
				target: "es2022",
				lib: ["es2022", "dom", "dom.iterable"],
				types: [],
				strict: true,
				exactOptionalPropertyTypes: true,
				skipLibCheck: false,
				noEmit: true,
			};
			writeFileSync(
				join(folder, "tsconfig.json"),
				JSON.stringify({ compilerOptions, files: [`typed.${format}`] }),
			);
			await run(process.execPath, [
				join(tools, `typescript-${compiler}`, "bin/tsc"),
				...["-p", folder],
			]);
			return undefined;
		},
	};
}

/** Runs the only command of a tool, which exits with another code than 0 where it finds anything. */
async function check(
	tool: string,
	args: readonly string[],
): Promise<undefined> {
	const manifest = createRequire(folder)(join(tools, tool, "package.json"));
	const [bin] = Object.values<string>(Object(manifest.bin));
	const file = typeof manifest.bin === "string" ? manifest.bin : bin;
	await run(process.execPath, [join(tools, tool, `${file}`), ...args]);
	return undefined;
}
