import { createHash } from "node:crypto";
import { once } from "../text/once.ts";
import type { OutputFile } from "../text/output-file.ts";

/** SHA-256 in hexadecimal; text is digested as UTF-8. */
export function digestOf(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

/** The digest of a file's text: the manifest, the plan and the cache all ask for it. */
export const digestOfFile = once(({ text }: OutputFile) => digestOf(text));
