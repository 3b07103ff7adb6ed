// The page of `docwright report`: its script, bundled from the sources, and its style sheet.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the page's script and reads its style sheet; needs the bundler, which only a clone has. */
export async function bundlePage() {
	const { rolldown } = await import("rolldown");
	const bundle = await rolldown({
		cwd: folder("../"),
		input: "generator/report/page/main.ts",
		platform: "browser",
	});
	const { output } = await bundle.generate({ format: "iife", minify: true });
	await bundle.close();
	return {
		// Nothing in the text may end the element that it stands in.
		script: output[0].code.replace(/<(?=\/script|!--)/gi, "\\x3c"),
		style: readFileSync(folder("report/page/page.css"), "utf8"),
	};
}
