// Packs the extension for VS Code as `npm run pack:vscode` does, and holds what is in the package to what should be.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openPromise } from "yauzl";

const root = fileURLToPath(new URL("../../", import.meta.url));

execFileSync("npm", ["run", "pack:vscode"], { cwd: root, stdio: "inherit" });
const entries = new Map<string, string>();
const zip = await openPromise(`${root}dist/docwright.vsix`);
for await (const entry of zip.eachEntry()) {
	const parts: Buffer[] = [];
	const stream = await zip.openReadStreamPromise(entry);
	for await (const part of stream) parts.push(Buffer.from(part));
	entries.set(entry.fileName, Buffer.concat(parts).toString("utf8"));
}
assert.deepEqual([...entries.keys()].sort(), [
	"[Content_Types].xml",
	"extension.vsixmanifest",
	"extension/LICENSE.txt",
	"extension/extension.js",
	"extension/package.json",
	"extension/readme.md",
]);
const manifest = JSON.parse(entries.get("extension/package.json") ?? "");
assert.equal(manifest.main, "extension.js");
assert.equal(manifest.capabilities.untrustedWorkspaces.supported, false);
assert.match(
	entries.get("extension.vsixmanifest") ?? "",
	/Id="docwright-vscode"/,
);
assert.match(entries.get("extension/extension.js") ?? "", /docwright\.restart/);
const bytes = [...entries.values()].reduce(
	(sum, { length }) => sum + length,
	0,
);
console.log(`${entries.size} files, ${bytes} bytes`);
