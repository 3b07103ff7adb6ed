import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, folderWith } from "../output/folder.ts";
import { docwright } from "./command.ts";

const docs = { "spec/a.md": "# Hives\nGET /one first\n? a table\n! strnig\n" };

/** What a page holds under an id. */
function dataIn(html: string, id: string) {
	const start = html.indexOf(`id="${id}">`) + `id="${id}">`.length;
	return JSON.parse(html.slice(start, html.indexOf("</script>", start)));
}

test("report writes a page with the docs, the diagnostics and the client's methods", async () => {
	const cwd = folderWith(docs);
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		...["report", "-o", "out/report.html"],
	);
	expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
	expect(stderr).toContain("Wrote out/report.html\n");
	expect(filesIn(cwd)).toEqual(["out/report.html", "spec/a.md"]);
	const html = readFileSync(join(cwd, "out/report.html"), "utf8");
	expect(dataIn(html, "summary")).toMatchObject({
		title: "Hives",
		operations: 1,
		documents: [{ file: "spec/a.md", stated: 1, unread: 1 }],
		diagnostics: [{ code: "type/unknown", place: [0, 4, 4] }],
		unread: [{ place: [0, 3, 3], what: "a table", text: "? a table" }],
	});
	expect(dataIn(html, "subjects")[0]).toMatchObject({
		title: "GET /one",
		name: "all.one",
		signature: "all.one(): Client",
		call: "client.all.one()",
	});
	expect(dataIn(html, "document-0").text).toBe(docs["spec/a.md"].trimEnd());

	const again = await docwright({ cwd }, "report", "-o", "out/report.html");
	expect(again.stderr).toContain("out/report.html is the same\n");
});

test("report prints the page to stdout when no file is named, and nothing else there", async () => {
	const cwd = folderWith(docs);
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		...["report", "--quiet"],
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
	expect(filesIn(cwd)).toEqual(["spec/a.md"]);
});

test("report --compare tells what changed, breaking changes first, with the lines before and after", async () => {
	const cwd = folderWith({
		...docs,
		"old/a.md": "# Hives\n\nGET /two second\nGET /one another\n",
	});
	const { status, stdout } = await docwright(
		{ cwd },
		...["report", "--compare", "old", "--quiet"],
	);
	expect(status).toBe(0);
	const { before, changes } = dataIn(stdout, "summary").changes;
	expect(before).toBe("old");
	expect(changes[0]).toMatchObject({
		impact: "breaking",
		rule: "operation-removed",
		operations: ["GET /two"],
		places: [
			{
				before: {
					file: "old/a.md",
					from: 3,
					to: 3,
					start: 1,
					lines: ["# Hives", "", "GET /two second", "GET /one another"],
				},
				after: { file: "spec/a.md", from: 2, to: 1, start: 1 },
			},
		],
	});
	const impacts = changes.map(({ impact }: { impact: string }) => impact);
	const order = ["breaking", "addition", "wording"];
	expect(impacts).toEqual(
		[...impacts].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
	);
	expect(impacts).toContain("wording");
});

test("docs with errors have a report, without a client: exit 1", async () => {
	const cwd = folderWith({ "spec/a.md": "? a table\n" });
	const { status, stdout } = await docwright({ cwd }, "report", "--quiet");
	expect(status).toBe(1);
	expect(dataIn(stdout, "summary").diagnostics[0].code).toBe(
		"docs/nothing-read",
	);
	const strict = await docwright(
		{ cwd: folderWith(docs) },
		...["report", "--strict", "--quiet"],
	);
	expect(strict.status).toBe(1);
});

test.each([
	[["report", "-o", "spec/a.md"], 2, "is one of the documents"],
	[["report", "-o", "spec"], 2, "is a folder"],
	[["report", "nowhere", "-o", "x.html"], 1, "No documents match nowhere"],
	[["report", "--compare", "nothing.json"], 2, "nothing.json"],
])("docwright %j: exit %i, nothing is written", async (args, code, message) => {
	const cwd = folderWith(docs);
	writeFileSync(join(cwd, "nothing.json"), "{}");
	const { status, stdout, stderr } = await docwright({ cwd }, ...args);
	expect({ status, stdout }).toEqual({ status: code, stdout: "" });
	expect(stderr).toContain(message);
	expect(filesIn(cwd)).toEqual(["nothing.json", "spec/a.md"]);
	expect(readFileSync(join(cwd, "spec/a.md"), "utf8")).toBe(docs["spec/a.md"]);
});
