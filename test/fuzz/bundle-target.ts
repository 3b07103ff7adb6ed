import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/**
 * Bundles what is fuzzed for a fuzzer that counts which code runs: `target/ours.js` is ours, which it counts, and the other
 * file holds the dependencies.
 */
export async function bundleTarget(folder: string): Promise<string> {
	const bundle = await rolldown({
		input: {
			target: fileURLToPath(new URL("fuzz-target.ts", import.meta.url)),
		},
		platform: "node",
		// What asks for parts of itself in a way of its own cannot be bundled; modules can.
		resolve: { mainFields: ["module", "main"] },
	});
	const dir = join(folder, "target");
	await bundle.write({
		dir,
		format: "cjs",
		chunkFileNames: "[name].js",
		codeSplitting: {
			groups: [{ name: "dependencies", test: /node_modules/ }],
		},
	});
	await bundle.close();
	mkdirSync(dir, { recursive: true });
	writeFileSync(join(dir, "package.json"), '{ "type": "commonjs" }');
	return join(dir, "target.js");
}
