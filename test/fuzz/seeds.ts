import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Target } from "./targets.ts";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Documents that were written for other tests, and the samples in them: where a fuzzer begins. */
export function seedsOf(target: Target): readonly Uint8Array[] {
	const docs = [
		...docsIn(folder("../corpus/")),
		...docsIn(folder("../hostile/docs/")),
	];
	const texts = target === "reading" ? docs : docs.flatMap(samplesIn);
	return [...new Set(texts)].map((text) => new TextEncoder().encode(text));
}

/** Inputs that something was wrong with once, and that everything has to be right with now. */
export function findsOf(
	target: Target,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
	const finds = folder(`finds/${target}/`);
	if (!existsSync(finds)) return [];
	return readdirSync(finds)
		.sort()
		.map((name) => ({ name, bytes: readFileSync(`${finds}${name}`) }));
}

function docsIn(root: string): readonly string[] {
	return readdirSync(root, { recursive: true, encoding: "utf8" })
		.filter((path) => /(?:in\.(?:md|txt)|^[\w-]+\.(?:md|txt))$/.test(path))
		.sort()
		.map((path) => readFileSync(root + path, "utf8"));
}

function samplesIn(text: string): readonly string[] {
	const fences = text.matchAll(/^ *```json[^\n]*\n([\s\S]*?)\n *```/gm);
	return [...fences].map(([, body = ""]) => body);
}
