import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Packed, packClient, packDocwright } from "./pack.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docwright-tarballs-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
	["docwright", packDocwright],
	["client", (to: string) => packClient(to, join(root, "generated"))],
])("the tarball of the package %s", (name, pack) => {
	let once: Packed;
	let again: Packed;

	beforeAll(() => {
		once = pack(join(folder, name));
		again = pack(join(folder, "elsewhere/a folder of another length", name));
	}, 300_000);

	test("holds what is on the list", async () => {
		const listed = once.paths.filter((path) => !ofSource(path));
		await expect(`${listed.join("\n")}\n`).toMatchFileSnapshot(
			`packed/${name}.txt`,
		);
	});

	test("is the same, byte for byte, wherever it is made", () => {
		expect(again.integrity).toBe(once.integrity);
	});

	test("runs nothing when it is installed", () => {
		const { scripts = {} } = JSON.parse(once.read("package.json"));
		for (const script of ["preinstall", "install", "postinstall"])
			expect(Object.keys(scripts)).not.toContain(script);
		expect(once.paths).not.toContain("binding.gyp");
	});

	test("tells nothing of the machine that made it", () => {
		expect(
			once.paths.filter((path) => /\.(?:map|env|npmrc|tgz)$/.test(path)),
		).toEqual([]);
		for (const path of once.paths) {
			const text = once.read(path);
			for (const place of [root, folder, homedir().padEnd(6, "/")])
				expect(text.includes(place), `${path} names ${place}`).toBe(false);
			expect(text).not.toMatch(/^\/\/# sourceMappingURL=/m);
		}
	});
});

/** The declarations of a source of ours, of which there is one for each. */
function ofSource(path: string): boolean {
	const source = path.replace(/^dist\//, "").replace(/\.d\.ts$/, ".ts");
	return path.endsWith(".d.ts") && existsSync(join(root, source));
}
