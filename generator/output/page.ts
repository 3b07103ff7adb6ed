import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "./installation.ts";
import { isWithin } from "./look-at.ts";

/** The script and the style sheet of the page that `docwright report` writes. */
interface Page {
	readonly script: string;
	readonly style: string;
}

/** Reads the page that was built with the generator; where that runs from its sources, bundles it. */
export async function loadPage(): Promise<Page> {
	const dist = join(packageFolder(), "dist");
	if (isWithin(dist, fileURLToPath(import.meta.url))) {
		const [script = "", style = ""] = await Promise.all(
			["page.js", "page.css"].map((file) =>
				readFile(join(dist, "generator", "page", file), "utf8"),
			),
		);
		return { script, style };
	}
	// By its URL, so that what a published package cannot run does not get into it.
	const { bundlePage } = await import(
		new URL("../page.mjs", import.meta.url).href
	);
	return bundlePage();
}
