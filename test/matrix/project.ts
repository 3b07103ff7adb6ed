import { execFileSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageName } from "./programs.ts";

/** An empty project that has the generated package installed as a user would have it. */
export interface Project {
	/** What to remove when all is over. */
	readonly root: string;
	readonly folder: string;
	/** The package in the project. */
	readonly installed: string;
	readonly tarball: string;
}

/** Packs a copy of generated/, which builds it, and installs the tarball. */
export async function createProject(): Promise<Project> {
	const project = fileURLToPath(new URL("../../", import.meta.url));
	const root = mkdtempSync(join(tmpdir(), "docwright-matrix-"));
	const [made, folder] = [join(root, "made"), join(root, "user")];
	const unneeded = /[\\/](?:node_modules|dist)$/;
	cpSync(join(project, "generated"), made, {
		recursive: true,
		filter: (path) => !unneeded.test(path),
	});
	symlinkSync(join(project, "node_modules"), join(made, "node_modules"));
	npm(["pack", "--pack-destination", root], made);
	const tarball = readdirSync(root).find((file) => file.endsWith(".tgz"));
	if (tarball === undefined) throw new Error("npm pack made no tarball");
	mkdirSync(folder);
	writeFileSync(join(folder, "package.json"), '{ "private": true }');
	npm(["install", join(root, tarball), "--no-audit", "--no-fund"], folder);
	return {
		root,
		folder,
		installed: join(folder, "node_modules", packageName),
		tarball: join(root, tarball),
	};
}

function npm(args: readonly string[], cwd: string): void {
	execFileSync("npm", args, { cwd, stdio: "pipe" });
}
