import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A tarball as it would be published. */
export interface Packed {
	/** The paths in it, sorted. */
	readonly paths: readonly string[];
	/** A digest of all its bytes. */
	readonly integrity: string;
	/** The text of a file in it. */
	readonly read: (path: string) => string;
}

/** Builds docwright in a folder from its sources alone, and packs it. */
export function packDocwright(folder: string): Packed {
	copy(folder, root, [
		"package.json",
		"tsconfig.json",
		"tsconfig.build.json",
		"README.md",
		"LICENSE",
		"generator",
		"templates",
	]);
	run("npm", ["run", "build"], folder);
	return pack(folder);
}

/** Builds a generated package in a folder, and packs it. */
export function packClient(folder: string, generated: string): Packed {
	const { files } = JSON.parse(
		readFileSync(join(generated, ".docwright.json"), "utf8"),
	);
	copy(folder, generated, [".docwright.json", ...Object.keys(files)]);
	run("npm", ["run", "build"], folder);
	return pack(folder);
}

function copy(to: string, from: string, paths: readonly string[]): void {
	mkdirSync(to, { recursive: true });
	for (const path of paths)
		cpSync(join(from, path), join(to, path), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(to, "node_modules"));
}

/** What is built already is packed as it is. */
function pack(folder: string): Packed {
	const [{ filename, files, integrity }] = JSON.parse(
		run("npm", ["pack", "--json", "--ignore-scripts"], folder),
	) as [{ filename: string; files: { path: string }[]; integrity: string }];
	run("tar", ["-xf", filename], folder);
	const read = (path: string) =>
		readFileSync(join(folder, "package", path), "utf8");
	return { paths: files.map(({ path }) => path).sort(), integrity, read };
}

function run(command: string, args: readonly string[], cwd: string): string {
	return execFileSync(command, args, {
		cwd,
		encoding: "utf8",
		maxBuffer: 1e8,
		stdio: ["ignore", "pipe", "pipe"],
	});
}
