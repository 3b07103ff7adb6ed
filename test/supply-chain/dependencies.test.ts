import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");
const { dependencies, scripts } = JSON.parse(read("package.json"));
const lock: {
	readonly packages: Readonly<
		Record<
			string,
			{
				readonly dev?: boolean;
				readonly license?: string;
				readonly integrity?: string;
				readonly hasInstallScript?: boolean;
			}
		>
	>;
} = JSON.parse(read("package-lock.json"));
const installed = Object.entries(lock.packages).filter(
	([path, { dev }]) => path !== "" && dev !== true,
);

test("every dependency has a reason and its licence in the table, and nothing else has", () => {
	const rows = [
		...read("CONTRIBUTING.md").matchAll(
			/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([\d,]+) \|$/gm,
		),
	].map(([, name = "", reason = "", licence = ""]) => {
		return { name, reason: reason.trim(), licence: licence.trim() };
	});
	expect(rows.map(({ name }) => name)).toEqual(
		Object.keys(dependencies).sort(),
	);
	for (const { name, reason, licence } of rows) {
		expect(reason.length, name).toBeGreaterThan(15);
		expect(lock.packages[`node_modules/${name}`]?.license, name).toBe(licence);
	}
});

test("versions of dependencies are exact, and their bytes are known", () => {
	for (const [name, version] of Object.entries(dependencies))
		expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
	for (const [path, { integrity }] of installed)
		expect(integrity, path).toMatch(/^sha512-/);
});

test("nothing that is installed with docwright runs when it is installed", () => {
	const running = installed
		.filter(([, { hasInstallScript }]) => hasInstallScript === true)
		.map(([path]) => path);
	expect(running).toEqual([]);
});

test("the checks of a clean clone install without running anything", () => {
	const installs = read(".ci/run").match(/npm (?:ci|install)[^&\n]*/g) ?? [];
	expect(installs.length).toBeGreaterThan(1);
	for (const command of installs) expect(command).toContain("--ignore-scripts");
	expect(scripts.prepare).toBe("node generator/build.mjs --if-needed");
});
