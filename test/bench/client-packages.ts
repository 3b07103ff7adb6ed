import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "./process.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(root, "node_modules");

/** The folder whose `node_modules` has the peers. */
export const peersFolder = fileURLToPath(new URL("peers/", import.meta.url));

/** A package of ours, built, and a folder beside it that has it installed. */
export interface BuiltPackage {
	readonly name: string;
	readonly folder: string;
	/** A program in here can import the package by its name. */
	readonly user: string;
	/** Operations that it has a function for. */
	readonly operations: number;
}

/** Builds a generated package in a temporary folder, as its own `npm run build` does. */
export async function buildPackage(generated: string): Promise<BuiltPackage> {
	const home = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	const folder = join(home, "package");
	const settings = ["package.json", "tsconfig.json", "tsconfig.build.json"];
	for (const file of [...settings, "build.mjs", "src"])
		cpSync(join(generated, file), join(folder, file), { recursive: true });
	symlinkSync(modules, join(folder, "node_modules"));
	const built = await runProcess("npm", ["run", "build"], folder);
	if (built.status !== 0)
		throw new Error(
			`${generated} does not build:\n${built.stdout}${built.stderr}`,
		);
	const { name } = JSON.parse(
		readFileSync(join(folder, "package.json"), "utf8"),
	);
	const user = join(home, "user");
	mkdirSync(join(user, "node_modules"), { recursive: true });
	symlinkSync(folder, join(user, "node_modules", name));
	const model = readFileSync(join(generated, "model.json"), "utf8");
	const operations: number = JSON.parse(model).operations.length;
	return { name, folder, user, operations };
}

/** Bytes that a package of ours unpacks to, as `npm pack` counts them. */
export async function packedSize({ folder }: BuiltPackage): Promise<number> {
	const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
	const { stdout } = await runProcess("npm", args, folder);
	const report: unknown = JSON.parse(stdout);
	const [first] = Object.values(report as object);
	return first.unpackedSize;
}

/** Bytes of all files of an installed package. */
export function installedSize(folder: string): number {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((file) => statSync(join(folder, file)))
		.filter((entry) => entry.isFile())
		.reduce((sum, { size }) => sum + size, 0);
}
