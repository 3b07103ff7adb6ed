import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as pipeline from "../../generator/pipeline.ts";
import { docwright } from "../cli/command.ts";
import { folderWith } from "../output/folder.ts";

const example = fileURLToPath(new URL("turbo/", import.meta.url));

test.each(["hives", "orchards"])(
	"the example tells Turborepo of %s what docwright inputs says",
	async (name) => {
		const cwd = folderWith();
		cpSync(join(example, "packages", name), cwd, { recursive: true });
		const { stdout } = await docwright({ cwd }, "inputs", "--json");
		const { globs, environment, output } = JSON.parse(stdout);
		const turbo = readFileSync(join(example, "turbo.json"), "utf8");
		const { generate } = JSON.parse(turbo).tasks;
		expect(generate).toEqual({ inputs: globs, outputs: output.files });
		expect(environment.output).toEqual([]);
		const run = await docwright({ cwd, pipeline }, "generate", "--strict");
		expect(run).toMatchObject({ status: 0, stdout: "" });
	},
);
