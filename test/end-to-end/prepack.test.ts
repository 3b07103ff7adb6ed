import { execFileSync, spawnSync } from "node:child_process";
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { filesIn, write } from "../output/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A project with the sample's package in it, what builds it, and an `npm` that only notes what it is asked for. */
let folder = "";
let made = "";

beforeAll(() => {
	// The built form answers faster.
	const build = join(root, "generator/build.mjs");
	execFileSync(process.execPath, [build, "--if-needed"]);
});

beforeEach(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), "docwright-prepack-")));
	made = join(folder, "generated");
	const { files } = JSON.parse(
		readFileSync(join(root, "generated/.docwright.json"), "utf8"),
	);
	for (const file of [".docwright.json", ...Object.keys(files)])
		cpSync(join(root, "generated", file), join(made, file));
	write(folder, {
		"package.json": "{}",
		"bin/npm": `#!/bin/sh\necho "$@" > ${JSON.stringify(join(folder, "asked"))}\n`,
	});
	chmodSync(join(folder, "bin/npm"), 0o755);
	mkdirSync(join(folder, "node_modules"));
	for (const name of ["rolldown", "typescript"])
		symlinkSync(
			join(root, "node_modules", name),
			join(folder, "node_modules", name),
		);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function prepack() {
	const { PATH = "", ...env } = process.env;
	const path = [join(folder, "bin"), PATH].join(delimiter);
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		["prepack.mjs"],
		{ cwd: made, encoding: "utf8", env: { ...env, PATH: path } },
	);
	// What packs may print JSON there.
	expect(stdout).toBe("");
	return { status, stderr };
}

/** Puts the docs and docwright beside the package. */
function bringDocs(): void {
	cpSync(join(root, "spec"), join(folder, "spec"), { recursive: true });
	const name = "magic-ipsec-tunnels";
	const config = { package: { name, version: "0.1.0" } };
	write(folder, { "docwright.config.json": JSON.stringify(config) });
	symlinkSync(root, join(folder, "node_modules/docwright"));
}

test("what was generated may go out; where the docs are elsewhere, its digests tell", () => {
	const before = filesIn(made);
	const { status, stderr } = prepack();
	expect(stderr).toBe(
		"prepack: neither docs nor docwright at hand, so that only digests were checked\n",
	);
	expect(status).toBe(0);
	expect(existsSync(join(folder, "asked"))).toBe(false);
	expect(filesIn(made)).toEqual(before);
});

test.each([
	{
		what: "an edited file",
		change: () => write(made, { "src/client.ts": "edited\n" }),
		says: 'edited since they were generated: "src/client.ts"; ',
	},
	{
		what: "an edited version",
		change: () => {
			const path = join(made, "package.json");
			const text = readFileSync(path, "utf8");
			writeFileSync(path, text.replace('"0.1.0"', '"0.2.0"'));
		},
		says: 'edited since they were generated: "package.json"; ',
	},
	{
		what: "a file that is gone",
		change: () => rmSync(join(made, "src/core.ts")),
		says: 'edited since they were generated: "src/core.ts"; ',
	},
	{
		what: "a file beside the generated ones that would be built, too",
		change: () => write(made, { "src/resources/own\n.ts": "export {};\n" }),
		says: 'not generated: "src/resources/own\\n.ts"; ',
	},
	{
		what: "a package without its manifest",
		change: () => rmSync(join(made, ".docwright.json")),
		says: ".docwright.json is missing",
	},
])("$what does not go out", ({ change, says }) => {
	change();
	const { status, stderr } = prepack();
	expect(stderr).toContain(`prepack: ${says}`);
	expect(status).toBe(1);
});

test("files of one's own outside of src/ are no matter", () => {
	write(made, { "CHANGELOG.md": "# 0.1.0\n", "notes/a.md": "a\n" });
	expect(prepack().status).toBe(0);
});

test("where the docs and docwright are at hand, the docs have to give this package", () => {
	bringDocs();
	expect(prepack()).toEqual({ status: 0, stderr: "" });
	const path = join(folder, "spec/magic-ipsec-tunnels.md");
	writeFileSync(path, readFileSync(path, "utf8").replaceAll("tunnel", "tube"));
	const { status, stderr } = prepack();
	expect(stderr).toContain("prepack: the docs give another client by now");
	expect(status).toBe(1);
	rmSync(join(folder, "spec"), { recursive: true });
	expect(prepack().stderr).toContain("only digests were checked");
}, 60_000);

test("docs of which another package is made say nothing about this one", () => {
	bringDocs();
	write(folder, { "docwright.config.json": '{ "out": "other" }' });
	const { status, stderr } = prepack();
	expect(stderr).toContain("only digests were checked");
	expect(status).toBe(0);
}, 60_000);

test("a config that cannot be read is no reason to look away", () => {
	bringDocs();
	write(folder, { "docwright.config.json": "{" });
	const { status, stderr } = prepack();
	expect(stderr).toContain("prepack: docwright cannot say where the docs are");
	expect(status).toBe(1);
}, 60_000);

test.each(["missing", "other"])(
	"installs what builds the package: %s",
	(what) => {
		rmSync(join(folder, "node_modules/rolldown"));
		if (what === "other")
			write(folder, {
				"node_modules/rolldown/package.json": '{ "version": "0.0.1" }',
			});
		expect(prepack().status).toBe(0);
		const asked = readFileSync(join(folder, "asked"), "utf8");
		expect(asked).toMatch(/^install /);
		for (const flag of ["--ignore-scripts", "--include=dev", "--no-save"])
			expect(asked.split(" ")).toContain(flag);
	},
);
