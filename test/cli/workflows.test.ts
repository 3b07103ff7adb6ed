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

function stepsIn(job: keyof typeof workflows): readonly string[] {
	const { jobs, permissions, on } = parse(workflows[job]);
	// Nothing else is allowed to it, and nothing of a stranger's branch runs with more.
	expect(permissions.contents).toBe("read");
	expect(JSON.stringify(on)).not.toContain("pull_request_target");
	return jobs[job].steps.flatMap(({ run }: { run?: string }) => run ?? []);
}

test("the workflows check before they publish", () => {
	const check = "npx docwright generate --check --reporter github";
	expect(stepsIn("check")).toEqual(["npm ci", check]);
	expect(stepsIn("publish")).toEqual([
		"npm ci",
		check,
		"npm publish ./generated --provenance --access public",
	]);
	expect(parse(workflows.publish).permissions["id-token"]).toBe("write");
});

test("what the workflows and the script run is there, and fails where it has to", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one first\n" });
	await docwright({ cwd }, "generate");
	const commands = [
		...stepsIn("check"),
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
