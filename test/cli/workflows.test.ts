import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
	checkScript,
	checkWorkflow,
	npmCommands,
	publishWorkflow,
} from "../../generator/cli/workflows.ts";
import { folderWith, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const readme = readFileSync(
	fileURLToPath(new URL("../../README.md", import.meta.url)),
	"utf8",
);

const workflows = {
	check: checkWorkflow(npmCommands),
	publish: publishWorkflow(npmCommands),
};

test.each([
	["yaml", workflows.check],
	["yaml", workflows.publish],
	["sh", checkScript(npmCommands)],
])("the README shows this %s", (language, text) => {
	expect(readme).toContain(`\n\`\`\`${language}\n${text}\`\`\`\n`);
});

function stepsIn(workflow: keyof typeof workflows, job: string) {
	const { jobs } = parse(workflows[workflow]);
	return jobs[job].steps.flatMap(({ run }: { run?: string }) => run ?? []);
}

test("the workflows check before they publish", () => {
	const check = "npx docwright generate --check --reporter github";
	expect(stepsIn("check", "check")).toEqual(["npm ci", check]);
	expect(stepsIn("publish", "pack")).toEqual([
		"npm ci",
		check,
		"mkdir release",
		"npm pack ./generated --pack-destination release",
	]);
	expect(stepsIn("publish", "publish")).toEqual([
		"npm publish ./release/*.tgz --provenance --access public --ignore-scripts",
	]);
	expect(parse(workflows.publish).jobs.publish.needs).toBe("pack");
});

test("what the workflows and the script run is there, and fails where it has to", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one first\n" });
	await docwright({ cwd }, "generate");
	const commands = [
		...stepsIn("check", "check"),
		...checkScript(npmCommands).split("\n"),
	]
		.filter((line) => line.startsWith("npx docwright "))
		.map((line) => line.split(" ").slice(2));
	expect(commands).toHaveLength(2);
	for (const args of commands)
		expect(await docwright({ cwd }, ...args)).toMatchObject({ status: 0 });
	write(cwd, { "spec/a.md": "GET /one second\n" });
	for (const args of commands)
		expect(await docwright({ cwd }, ...args)).toMatchObject({ status: 3 });
});

test("the script is one that a shell takes", () => {
	const input = checkScript(npmCommands);
	expect(spawnSync("sh", ["-n"], { input }).status).toBe(0);
	expect(input).toMatch(/^set -eu\n/);
});
