import { applyEdits, modify, type ParseError, parse } from "jsonc-parser";
import { quote } from "../text/quote.ts";
import { firstVersion } from "./settings.ts";

export const configPath = "docwright.config.ts";
export const workflowPath = ".github/workflows/docwright.yml";

/**
 * A config that names the docs, the output folder and the version that releases raise; names of folders are escaped,
 * whatever they are.
 */
export function configText(
	docs: string | readonly string[],
	out: string,
): string {
	return `import { defineConfig } from "docwright";

export default defineConfig({
	docs: ${quote(docs)},
	out: ${quote(out)},
	package: { version: "${firstVersion}" },
});
`;
}

/** What became of the `generate` script. */
export type Scripted =
	| { readonly kind: "written"; readonly text: string }
	| { readonly kind: "same" }
	/** There is another of that name. */
	| { readonly kind: "taken" }
	/** The file is no object in JSON, or its scripts are none. */
	| { readonly kind: "broken" };

const script = "docwright generate";

/** Adds the script to the text of a package.json, and leaves every other character of it. */
export function addScript(text: string, force: boolean): Scripted {
	const errors: ParseError[] = [];
	const manifest: unknown = parse(text, errors, { disallowComments: true });
	if (errors.length > 0 || !isObject(manifest)) return { kind: "broken" };
	const scripts = memberOf(manifest, "scripts");
	if (scripts !== undefined && !isObject(scripts)) return { kind: "broken" };
	const there = memberOf(scripts, "generate");
	if (there === script) return { kind: "same" };
	if (there !== undefined && !force) return { kind: "taken" };
	const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ";
	const edits = modify(text, ["scripts", "generate"], script, {
		formattingOptions: {
			insertSpaces: !indent.startsWith("\t"),
			tabSize: indent.startsWith("\t") ? 1 : indent.length,
			eol: text.includes("\r\n") ? "\r\n" : "\n",
		},
	});
	return { kind: "written", text: applyEdits(text, edits) };
}

/** True when a package.json asks for docwright. */
export function dependsOnUs(text: string): boolean {
	const manifest: unknown = parse(text);
	return ["dependencies", "devDependencies"].some(
		(key) => memberOf(memberOf(manifest, key), "docwright") !== undefined,
	);
}

function memberOf(value: unknown, key: string): unknown {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
