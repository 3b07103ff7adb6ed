import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Entry {
	readonly dev?: boolean;
	readonly devOptional?: boolean;
	readonly devDependencies?: object;
}

// `npm sbom --omit dev` leaves out what is needed by development too, picocolors for one. So it is shown a project that has
// no development.
const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(root + file, "utf8"));
const { devDependencies: _, ...manifest } = read("package.json");
const { packages, ...lock } = read("package-lock.json") as {
	readonly packages: Readonly<Record<string, Entry>>;
};
const kept = Object.entries(packages)
	.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
	.map(([path, { devDependencies: _, ...entry }]) => [path, entry]);
const folder = mkdtempSync(join(tmpdir(), "docwright-sbom-"));
try {
	const files = {
		"package.json": manifest,
		"package-lock.json": { ...lock, packages: Object.fromEntries(kept) },
	};
	for (const [file, value] of Object.entries(files))
		writeFileSync(join(folder, file), JSON.stringify(value));
	const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
	execFileSync("npm", args, { cwd: folder, stdio: "inherit" });
} finally {
	rmSync(folder, { recursive: true });
}
