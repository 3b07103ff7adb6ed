import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { folderWith } from "../output/folder.ts";
import { docwright, type Setting } from "./command.ts";
import { serveDocs } from "./docs-server.ts";
import { fakePipeline } from "./fake-pipeline.ts";

const docs = { "spec/a.md": "GET /one\n", "spec/b.md": "GET /two\n! odd\n" };
const terminal = { isTerminal: true, env: { TERM: "xterm" } } as const;

/** Docs that take their time, and let no timer run meanwhile, as reading does. */
const slow: NonNullable<Setting["pipeline"]> = {
	readDocs(documents, options, aids) {
		for (const [done] of documents.entries()) {
			aids?.onStep?.({ name: "parse", done, total: documents.length });
			if (done === 0) work(550);
		}
		return fakePipeline.readDocs(documents, options);
	},
};

function work(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end);
}

/** What a terminal shows after all that was written to it. */
function seen(written: string): string {
	const lines = [""];
	let column = 0;
	for (const [part, code] of visible(written).matchAll(
		/␛(?:\[([\d;?]*[A-Za-z])|[78])|[^␛]/g,
	)) {
		const line = lines.at(-1) ?? "";
		if (code === "1G") column = 0;
		else if (code === "0K") lines[lines.length - 1] = line.slice(0, column);
		else if (code === "2K") lines[lines.length - 1] = "";
		else if (code !== undefined || part.length > 1) continue;
		else if (part === "\n") {
			lines.push("");
			column = 0;
		} else {
			lines[lines.length - 1] =
				line.slice(0, column) + part + line.slice(column + 1);
			column++;
		}
	}
	return lines.join("\n");
}

/** With a sign for escapes that expressions can hold. */
function visible(written: string): string {
	return written.replaceAll("\x1b", "␛").replaceAll("\r", "");
}

/** The lines that were drawn over and over. */
function drawn(written: string): readonly string[] {
	return [...visible(written).matchAll(/␛\[1G([^␛]+)␛\[0K/g)].map(
		([, line = ""]) => line,
	);
}

test("a run of some length shows how far it is, and leaves what a short one leaves", async () => {
	const cwd = folderWith(docs);
	const setting = { cwd, ...terminal };
	const long = await docwright({ ...setting, pipeline: slow }, "inspect");
	expect(drawn(long.stderr)).toContain(
		`parse documents  ${"█".repeat(12)}${"░".repeat(12)}  1 of 2`,
	);
	const short = await docwright(setting, "inspect");
	expect(drawn(short.stderr)).toEqual([]);
	const timeless = (text: string) => seen(text).replace(/in \d+\.\d s/, "");
	expect(timeless(long.stderr)).toBe(timeless(short.stderr));
	expect(long.stdout).toBe(short.stdout);
});

test.each([
	["generate", "emit client"],
	["diff", "parse documents"],
	["report", "parse documents"],
	["export openapi", "emit openapi"],
])("docwright %s shows it", async (command, part) => {
	const cwd = folderWith({ ...docs, "old.md": "GET /one\n" });
	const old = command === "diff" ? ["old.md"] : [];
	const { stderr } = await docwright(
		{ cwd, ...terminal, pipeline: slow },
		...command.split(" "),
		...old,
	);
	expect(drawn(stderr).join("\n")).toContain(part);
});

test.each<[string, Partial<Setting>, ...string[]]>([
	["a pipe", { isTerminal: false }, "generate"],
	["CI", { env: { TERM: "xterm", CI: "true" } }, "generate"],
	["NO_COLOR", { env: { TERM: "xterm", NO_COLOR: "1" } }, "generate"],
	["a dumb terminal", { env: { TERM: "dumb" } }, "generate"],
	["--quiet", {}, "generate", "--quiet"],
	["--json", {}, "inspect", "--json"],
	["--reporter github", {}, "generate", "--reporter", "github"],
	["--format json", {}, "diff", "spec", "spec", "--format", "json"],
])("nothing is shown with %s", async (_, setting, ...args) => {
	const cwd = folderWith(docs);
	const { status, stderr } = await docwright(
		{ cwd, ...terminal, pipeline: slow, ...setting },
		...args,
	);
	expect(status).toBe(0);
	expect(drawn(stderr)).toEqual([]);
	expect(visible(stderr)).not.toMatch(/␛(?:7|8|\[\d?[GK])/);
});

test("an error takes the line away", async () => {
	const { status, stderr } = await docwright(
		{
			cwd: folderWith({ "spec/a.md": "@ boom\n", "spec/b.md": "" }),
			...terminal,
			pipeline: slow,
		},
		"inspect",
	);
	expect(status).toBe(70);
	expect(drawn(stderr)).not.toEqual([]);
	expect(seen(stderr)).toMatch(/^internal error: boom\n/);
});

const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

// Of util-linux: it gives a program a terminal.
test.skipIf(spawnSync("script", ["--version"]).status !== 0)(
	"Ctrl+C while documents are fetched takes the line away, and ends the command",
	async () => {
		const server = await serveDocs({ "/a": () => undefined });
		const documents = [{ url: `${server.origin}/a`, to: "a.md" }];
		const pull = { documents, allowLoopback: true };
		const cwd = folderWith({
			"docwright.config.json": JSON.stringify({ pull }),
		});
		const { CI: _, NO_COLOR: __, ...env } = process.env;
		const command = `trap : INT; "${process.execPath}" "${bin}" pull; echo status $?`;
		const child = spawn("script", ["-qec", command, "/dev/null"], {
			cwd,
			env: { ...env, TERM: "xterm" },
		});
		let written = "";
		child.stdout.on("data", (part) => {
			written += part;
			if (/0 of 1/.test(String(part))) child.stdin.write("\x03");
		});
		await new Promise((resolve) => child.on("close", resolve));
		expect(drawn(written).at(-1)).toMatch(/^fetch documents .* 0 of 1$/);
		expect(seen(written)).toBe("status 130\n");
	},
	20_000,
);
