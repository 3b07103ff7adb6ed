import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { writeCrashReport } from "../../generator/output/crash-report.ts";
import { folderWith } from "./folder.ts";

const token = `ghp_${"16C7e42F292c6912E7710c838347Ae178B4a"}`;

function crash(cwd: string) {
	const error = new Error(`"${token}\u001b[2J" is no\n::error::type`);
	error.stack = `Error: ${error.message}\n    at read (${cwd}/x.js:1:2)`;
	const args = ["generate", "--out=secret place", "-q", "--strict", "my docs"];
	return { error, args, version: "1.2.3", cwd };
}

test("a report says where our code failed, with no secret, no folder of the user's and no value", () => {
	const cwd = folderWith({});
	const path = writeCrashReport(crash(cwd), cwd);
	const text = readFileSync(path ?? "", "utf8");
	expect(text.split("\n").slice(1)).toEqual([
		"arguments: generate --out=… -q --strict …",
		expect.stringMatching(/^Error: "[^"]*\[2J" is no$/),
		"::error::type",
		"    at read (./x.js:1:2)",
		"",
	]);
	expect(text).toMatch(/^docwright 1\.2\.3, node v\d/);
	for (const kept of [token, "\u001b", cwd, "secret place", "my docs"])
		expect(text).not.toContain(kept);
});

test("nobody else may read it, and each is in a folder of its own", () => {
	const cwd = folderWith({});
	const paths = [1, 2].map(() => writeCrashReport(crash(cwd), cwd) ?? "");
	for (const path of paths) {
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
	}
	expect(readdirSync(cwd)).toHaveLength(2);
});

test("where none can be written, there is none", () => {
	const cwd = folderWith({});
	expect(writeCrashReport(crash(cwd), join(cwd, "nowhere"))).toBeUndefined();
});
