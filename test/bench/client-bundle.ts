import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

/** Bundles a program for browsers or for Node with the bundler that a tool of ours has. */
export function bundle(
	contents: string,
	resolveDir: string,
	platform: "browser" | "node",
): string {
	const require = createRequire(import.meta.url);
	const esbuild: {
		buildSync(options: object): { outputFiles: readonly { text: string }[] };
	} = createRequire(require.resolve("tsx"))("esbuild");
	const { outputFiles } = esbuild.buildSync({
		stdin: { contents, resolveDir, loader: "ts" },
		bundle: true,
		write: false,
		format: "esm",
		target: "es2022",
		platform,
		minify: platform === "browser",
		logLevel: "error",
		legalComments: "none",
	});
	return outputFiles[0]?.text ?? "";
}

/** Bytes of a text as servers send it. */
export function gzipped(text: string): number {
	return gzipSync(text, { level: 9 }).length;
}
