// Makes the built form of the generator in dist/: few files of JavaScript, which start far faster than the sources do.
// `--if-needed` builds nothing where that is done already or the bundler is missing, as in an installation without
// development dependencies.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestOfSources, isCurrent, stamp } from "./built.mjs";
import { bundlePage } from "./page.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

const ifNeeded = process.argv.includes("--if-needed");
if (ifNeeded && isCurrent()) process.exit();
const { rolldown } = await import("rolldown").catch((error) => {
	if (!ifNeeded) throw error;
	console.error("Not built: the bundler is not installed");
	process.exit();
});
const digest = digestOfSources();
rmSync(folder("../dist"), { recursive: true, force: true });
const bundle = await rolldown({
	cwd: folder("../"),
	input: {
		index: "generator/index.ts",
		"cli/main": "generator/cli/main.ts",
		"remark-lint": "generator/remark-lint.ts",
	},
	platform: "node",
	external: /^[^./]/,
});
await bundle.write({
	dir: folder("../dist/generator"),
	format: "esm",
	chunkFileNames: "chunks/[name].js",
});
await bundle.close();
const { script, style } = await bundlePage();
mkdirSync(folder("../dist/generator/page"), { recursive: true });
writeFileSync(folder("../dist/generator/page/page.js"), script);
writeFileSync(folder("../dist/generator/page/page.css"), style);
writeFileSync(stamp, digest);
