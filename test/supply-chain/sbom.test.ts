import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

interface Component {
	readonly name: string;
	readonly group?: string;
	readonly version: string;
	readonly hashes?: readonly { readonly alg: string }[];
}

test("the bill of materials names what is installed with docwright, without asking anybody", () => {
	const { version } = manifest;
	// An address that nobody answers at.
	const registry = "http://127.0.0.1:9/";
	const text = execFileSync("npm", ["run", "--silent", "sbom"], {
		cwd: root,
		encoding: "utf8",
		env: { ...process.env, npm_config_registry: registry },
		maxBuffer: 1e8,
	});
	const made = JSON.parse(text);
	expect(made).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
	expect(made.metadata.component.purl).toBe(`pkg:npm/docwright@${version}`);
	const components: readonly Component[] = made.components;
	const named = components.map(({ group, name, version }) =>
		[group, name].filter(Boolean).join("/").concat(`@${version}`),
	);
	for (const [name, version] of Object.entries(manifest.dependencies))
		expect(named).toContain(`${name}@${version}`);
	// Development needs these too, which is no reason to leave them out.
	for (const name of ["string-width", "fdir"])
		expect(
			named.some((one) => one.startsWith(`${name}@`)),
			name,
		).toBe(true);
	for (const name of ["vitest", "knip", "typescript", "@biomejs/biome"])
		expect(
			named.some((one) => one.startsWith(`${name}@`)),
			name,
		).toBe(false);
	for (const { name, hashes = [] } of components)
		expect(hashes[0]?.alg, name).toBe("SHA-512");
});
