import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadAssets } from "./assets.ts";
import { digestOf } from "./digest.ts";
import { packageFolder } from "./installation.ts";
import { isWithin } from "./look-at.ts";

/**
 * A digest of all of the generator that is running, of what it copies and of the versions of what it uses; nothing where
 * it runs from its sources, which may change while it runs.
 */
export async function generatorDigest(): Promise<string | undefined> {
	const folder = packageFolder();
	const dist = join(folder, "dist");
	if (!isWithin(dist, fileURLToPath(import.meta.url))) return undefined;
	const texts = await Promise.all(
		["package.json", join("dist", "built-from")].map((file) =>
			readFile(join(folder, file), "utf8"),
		),
	);
	const assets = Object.values(await loadAssets()).flat();
	return digestOf(JSON.stringify([texts, assets]));
}
