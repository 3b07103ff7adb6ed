import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as pipeline from "../../generator/pipeline.ts";
import { filesIn, folderWith, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const docs = { "spec/a.md": "# Hives\n\n## List hives\n\n**GET** `/hives`\n" };

/** A project with a config, and what a run of the whole generator makes of it. */
async function generate(
	config: string,
	files: Readonly<Record<string, string>> = {},
	...args: readonly string[]
) {
	const cwd = folderWith({ ...docs, ...files, "docwright.config.mjs": config });
	const { status, stderr } = await docwright(
		{ cwd, pipeline },
		"generate",
		...args,
	);
	const output = (path: string) =>
		readFileSync(join(cwd, "generated", path), "utf8");
	const made = filesIn(cwd).filter((path) => path.startsWith("generated/"));
	return { cwd, status, stderr, output, made };
}

describe("outputs", () => {
	test("that are switched off are not written, and can still be exported", async () => {
		const config = "export default { outputs: { openapi: false } };";
		const { cwd, status, made } = await generate(config);
		expect(status).toBe(0);
		expect(made).toContain("generated/model.json");
		expect(made).not.toContain("generated/openapi.json");
		const exported = await docwright({ cwd, pipeline }, "export", "openapi");
		expect(JSON.parse(exported.stdout)).toMatchObject({ openapi: "3.1.0" });
	});
});

describe("emitters of the config", () => {
	const withEmit = (emit: string) =>
		`export default { emitters: [{ name: "mine", emit${emit} }] };`;

	test("make files of their own, and the last of them know all of the model", async () => {
		const { status, output } = await generate(`
			import { defineConfig } from "docwright";
			class Mine {
				name = "mine";
				end = "\\n";
				emit({ operations }, report) {
					const [{ origins: [{ span }] }] = operations;
					report("type/unknown", span, { type: "hive" });
					return [{ path: "mine/list.txt", text: operations.map(({ id }) => id) + this.end }];
				}
			}
			export default defineConfig({ emitters: [new Mine()] });
		`);
		expect(status).toBe(0);
		expect(output("mine/list.txt")).toBe("GET /hives\n");
		expect(JSON.parse(output(".docwright.json")).files).toHaveProperty([
			"mine/list.txt",
		]);
	});

	test.each([
		["() { throw new Error('no luck') }", "failed: no luck"],
		["() { throw 'no luck' }", "failed: no luck"],
		["() { return Promise.resolve([]) }", "gave no list of files"],
		["() { return [{ path: 'a' }] }", "gave something that is no file"],
		["() { return [null] }", "gave something that is no file"],
		["() { return [{ path: '../a', text: '' }] }", 'gave the path "../a"'],
		["() { return [{ path: '/a', text: '' }] }", 'gave the path "/a"'],
		[
			"() { return [{ path: '.docwright.json', text: '' }] }",
			'gave the path ".docwright.json"',
		],
		[
			"() { return [{ path: 'src/Client.ts', text: '' }] }",
			"makes src/Client.ts, which another output makes, too",
		],
	])("that go wrong are named: emit%s", async (emit, message) => {
		const { status, stderr, made } = await generate(withEmit(emit));
		expect(status).toBe(2);
		expect(made).toEqual([]);
		expect(stderr).toContain(`The emitter mine of the config ${message}`);
		expect(stderr).not.toMatch(/^\s+at /m);
	});
});

describe("templates of the project", () => {
	const config = 'export default { templates: "./templates" };';

	test("stand in place of ours, with the same holes", async () => {
		const { status, output } = await generate(config, {
			"spec/b.md": "# A\n\n## Set {{title}} & <b>\n\n**PUT** `/x`\n",
			"templates/api.hbs":
				"{{title}}\n{{#each methods}}\n- {{path}}: {{request}}, {{summary}}\n{{/each}}\n",
			"templates/.DS_Store": "",
		});
		expect(status).toBe(0);
		// As ours are: what is in a hole is neither escaped for HTML nor taken for a template.
		expect(output("api.md")).toContain("Set {{title}} & \\<b>");
		expect(output("api.md")).toContain("`GET /hives`");
		expect(output("README.md")).toContain("# ");
	});

	test.each([
		["README.hbs", "# {{titel}}", 'README.hbs: "titel" not defined'],
		["README.hbs", "# {{#if title}}", "README.hbs: Parse error on line 1"],
		[
			"README.hbs",
			"{{> other}}",
			"README.hbs: The partial other could not be found",
		],
		["README.hbs", "{{shout title}}", "used the unknown helper shout"],
		["README.hbs", "{{title.constructor.name}}", "README.hbs: "],
		[
			"readme.hbs",
			"",
			"readme.hbs in ./templates stands in place of no template",
		],
		["README.md", "", "README.md in ./templates stands in place of no"],
	])("%s with %j: exit 2", async (name, text, message) => {
		const { status, stderr, made } = await generate(config, {
			[`templates/${name}`]: text,
		});
		expect({ status, made }).toEqual({ status: 2, made: [] });
		expect(stderr).toContain(message);
		if (message.includes("stands"))
			expect(stderr).toContain("The templates are README.hbs, UPGRADING.hbs, ");
		expect(stderr).not.toMatch(/^\s+at /m);
	});

	test("are missing: exit 2", async () => {
		const { status, stderr } = await generate(config);
		expect(status).toBe(2);
		expect(stderr).toContain("./templates, cannot be read (ENOENT)");
	});

	test("are not loaded where the config lies in the docs", async () => {
		const cwd = folderWith(docs);
		write(cwd, {
			"docwright.config.json": '{ "templates": "evil" }',
			"evil/build.hbs": "process.exit()",
		});
		const run = (...args: string[]) =>
			docwright({ cwd, pipeline }, "generate", ".", ...args);
		const { stderr } = await run();
		expect(stderr).toContain("templates of docwright.config.json were not");
		const build = () => readFileSync(join(cwd, "generated/build.mjs"), "utf8");
		expect(build()).not.toBe("process.exit()");
		await run("-c", "docwright.config.json");
		expect(build()).toBe("process.exit()");
	});
});
