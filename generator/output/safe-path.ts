import type { OutputFile } from "../text/output-file.ts";

/** Names that some system takes for a device, whatever follows the first dot. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** True for a relative path with forward slashes that stays in its folder and is a legal name on every system. */
export function isSafePath(path: string): boolean {
	return path.split("/").every(isSafeName);
}

/** Emitters make names from the docs: that none leaves the folder and no two are one file on some disk is for them to see to. */
export function checkPaths(files: readonly OutputFile[]): void {
	const taken = new Map<string, string>();
	for (const { path } of files) {
		if (!isSafePath(path))
			throw new Error(`The output path ${JSON.stringify(path)} is not safe`);
		const key = path.normalize("NFC").toLowerCase();
		const other = taken.get(key);
		if (other !== undefined)
			throw new Error(`The output paths ${other} and ${path} are one file`);
		taken.set(key, path);
	}
}

function isSafeName(name: string): boolean {
	if (name === "" || name === "." || name === "..") return false;
	if (/[\p{Cc}\\:*?"<>|]/u.test(name) || /[. ]$/.test(name)) return false;
	return !devices.test(name) && Buffer.byteLength(name) <= 255;
}
