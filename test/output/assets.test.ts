import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { loadAssets } from "../../generator/output/assets.ts";
import { generatorVersion } from "../../generator/output/installation.ts";
import manifest from "../../package.json" with { type: "json" };

test("the version is that of the package", async () => {
	expect(await generatorVersion()).toBe(manifest.version);
});

test.runIf(existsSync("templates/snapshot-tests"))(
	"the templates that are copied are found, sorted, and end with a line feed",
	async () => {
		const { runtime, harness } = await loadAssets();
		expect(runtime.map(({ path }) => path)).toContain("call.ts");
		expect(harness.map(({ path }) => path)).toContain("server.ts");
		for (const files of [runtime, harness]) {
			const paths = files.map(({ path }) => path);
			expect(paths).toEqual([...paths].sort());
			for (const { text } of files) expect(text.endsWith("\n")).toBe(true);
		}
	},
);
