// Packs the extension for VS Code: bundled into one file, then made a .vsix by vsce, which is got by npx at this version:
// as a dependency it and what it needs would be most of what a clone installs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const vsce = "@vscode/vsce@3.9.2";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = folder("../../../");

/** Puts into a folder what the extension is made of. */
export async function bundleExtension(target) {
	mkdirSync(target, { recursive: true });
	const bundle = await rolldown({
		cwd: root,
		input: folder("extension.ts"),
		platform: "node",
		external: ["vscode", /^node:/],
	});
	await bundle.write({
		file: join(target, "extension.js"),
		format: "cjs",
		minify: true,
	});
	await bundle.close();
	cpSync(folder("README.md"), join(target, "README.md"));
	// Not under its name here, where it would speak for the sources beside it.
	cpSync(folder("extension.json"), join(target, "package.json"));
	cpSync(join(root, "LICENSE"), join(target, "LICENSE"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const target = mkdtempSync(join(tmpdir(), "docwright-vscode-"));
	const out = join(root, "dist", "docwright.vsix");
	try {
		await bundleExtension(target);
		mkdirSync(join(root, "dist"), { recursive: true });
		execFileSync(
			"npx",
			["--yes", vsce, "package", "--no-dependencies", "--out", out].concat(
				"--allow-missing-repository",
			),
			{ cwd: target, stdio: "inherit" },
		);
	} finally {
		rmSync(target, { recursive: true, force: true });
	}
}
