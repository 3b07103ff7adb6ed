import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import {
	defaultEmitters,
	emitFiles,
	readDocs,
} from "../../generator/pipeline.ts";
import { docwright } from "../cli/command.ts";
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { attacks } from "./attacks.ts";
import { slots } from "./slots.ts";

const pipeline = { readDocs, emitFiles, defaultEmitters };
const docs = "# Hives\n\n## List hives\n\n**GET** `/hives`\n\nLists them.\n";

/** Runs the generator in a folder, and says what it changed outside of its output. */
async function generate(cwd: string, ...args: readonly string[]) {
	const outside = () =>
		Object.entries(stateOf(cwd)).filter(([path]) => !path.startsWith("out"));
	const before = outside();
	const done = await docwright(
		{ cwd, pipeline },
		"generate",
		"spec",
		"-o",
		"out",
		...args,
	);
	return {
		...done,
		untouched: JSON.stringify(before) === JSON.stringify(outside()),
	};
}

test("A18 names from the docs stay in the output folder, on any disk", async () => {
	const { A18 } = attacks;
	const payloads = A18?.payloads ?? [];
	const legal = (name: string) =>
		!/[/\0]/.test(name) &&
		Buffer.byteLength(name) < 200 &&
		!/^\.|^$|^node_modules$/.test(name);
	const operations = payloads.map(
		(text, at) => `## ${text}\n\n**GET** \`/${text}/{id${at}}/${text}\`\n`,
	);
	const cwd = folderWith({
		"victim.txt": "untouched",
		"spec/all.md": `# ${payloads[0]}\n\n${operations.join("\n").replaceAll("\0", "")}`,
		...Object.fromEntries(
			payloads
				.filter(legal)
				.map((name, at) => [
					`spec/${name}.md`,
					docs.replace("/hives", `/hives/${at}`),
				]),
		),
	});
	const { status, stderr, untouched } = await generate(cwd);
	expect(stderr).not.toMatch(/^\s+at /m);
	expect(status).toBe(0);
	expect(untouched).toBe(true);
	const files = filesIn(join(cwd, "out"));
	expect(files.length).toBeGreaterThan(100);
	expect(
		new Set(files.map((path) => path.normalize("NFC").toLowerCase())).size,
	).toBe(files.length);
	for (const path of files) expect(path).toMatch(/^[\w./-]+$/);
});

test("A25 nothing that docs link to is opened", async () => {
	let asked = 0;
	const server = createServer((_, response) => {
		asked++;
		response.end();
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/x`;
	const cwd = folderWith({
		"secret.txt": "canary-7c1",
		"secret.json": '{"type": "string", "const": "canary-7c1"}',
	});
	const places = [
		url,
		"../secret.txt",
		"file:../secret.json",
		"../secret.json#/a",
		join(cwd, "secret.txt"),
	];
	const links = places.map(
		(place) =>
			`[a](${place}) ![b](${place}) <${place}>\n\n[c]: ${place}\n\n{% include "${place}" %}\n\n!include ${place}\n\n<include src="${place}"/>\n\n@import "${place}"\n`,
	);
	const refs = places.map(
		(place) =>
			`\`\`\`yaml\n$ref: "${place}"\n\`\`\`\n\n\`\`\`json\n{ "$ref": "${place}" }\n\`\`\`\n`,
	);
	const schema = places.map(
		(place, at) =>
			`\`\`\`yaml\nopenapi: 3.0.0\npaths:\n  /a${at}:\n    $ref: "${place}"\n    get:\n      responses:\n        "200":\n          description: A\n          content:\n            application/json:\n              schema: { $ref: "${place}" }\n              example: { externalValue: "${place}" }\n\`\`\`\n`,
	);
	write(cwd, { "spec/a.md": [docs, ...links, ...refs, ...schema].join("\n") });
	const done = await generate(cwd);
	server.close();
	expect(done).toMatchObject({ status: 0, untouched: true });
	expect(asked).toBe(0);
	for (const path of filesIn(join(cwd, "out")))
		expect(readFileSync(join(cwd, "out", path), "utf8")).not.toContain(
			"canary-7c1",
		);
});

test("A27 more bytes or documents than the config allows are an error, and nothing is read of them", async () => {
	const run = (limits: string) => {
		const config = `export default { limits: ${limits} };`;
		const names = ["a", "b", "c"].map((name) => [`spec/${name}.md`, docs]);
		const files = Object.fromEntries(names) as Record<string, string>;
		return generate(folderWith({ ...files, "docwright.config.mjs": config }));
	};
	const many = await run("{ files: 2 }");
	expect(many.status).toBe(1);
	expect(many.stderr).toContain(
		"docs/too-many: There are 3 documents, and the limit is 2",
	);
	const large = await run("{ bytes: 10 }");
	expect(large.status).toBe(1);
	expect(large.stderr).toMatch(
		/a\.md:1:1: error docs\/too-large: .* the limit is 10$/m,
	);
	expect((await run("{ lineLength: 5 }")).stderr).toMatch(
		/a\.md:1:1: error docs\/limit: /,
	);
	const wrong = await run("{ nesting: 0 }");
	expect(wrong.status).toBe(2);
	expect(wrong.stderr).toContain("limits.nesting must be at least 1");
	expect((await run("{ files: 3 }")).status).toBe(0);
});

test.each([
	["", "docs/nothing-read"],
	[" \n\n", "docs/nothing-read"],
	["# Words\n\nNothing else.\n", "docs/nothing-read"],
	["\n\n\n\n", "docs/nothing-read"],
])("A32 docs that say nothing (%j) make no package", async (text, code) => {
	const cwd = folderWith({ "spec/a.md": text });
	const done = await generate(cwd);
	expect(done.status).toBe(1);
	expect(done.stderr).toContain(code);
	expect(Object.keys(stateOf(cwd))).toEqual(["spec", "spec/a.md"]);
});

test("A34 the output is the same whatever ends the lines", async () => {
	const text = slots[0]?.docs(slots[0].harmless)[0]?.text ?? "";
	const made = async (written: string) => {
		const cwd = folderWith({ "spec/a.md": written });
		expect((await generate(cwd)).status).toBe(0);
		return Object.fromEntries(
			filesIn(join(cwd, "out"))
				// Offsets of places count the line ends.
				.filter((path) => !/^(?:model\.json|\.docwright\.json)$/.test(path))
				.map((path) => [path, readFileSync(join(cwd, "out", path), "utf8")]),
		);
	};
	const expected = await made(text);
	for (const end of ["\r\n", "\r"])
		expect(await made(text.replaceAll("\n", end))).toEqual(expected);
	expect(await made(`\ufeff${text}`)).toEqual(expected);
	expect(await made(text.trimEnd())).toEqual(expected);
});

test("A35 pipes, sockets, loops and folders named like documents hold nothing up", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	const spec = join(cwd, "spec");
	execFileSync("mkfifo", [join(spec, "pipe.md")]);
	mkdirSync(join(spec, "folder.md"));
	symlinkSync("loop.md", join(spec, "loop.md"));
	symlinkSync(".", join(spec, "again"));
	symlinkSync("nowhere.md", join(spec, "dangling.md"));
	symlinkSync("/dev/zero", join(spec, "zero.md"));
	const socket = createServer();
	await new Promise<void>((done) =>
		socket.listen(join(spec, "socket.md"), done),
	);
	const { status, stderr, untouched } = await generate(cwd);
	socket.close();
	expect({ status, untouched }).toEqual({ status: 1, untouched: true });
	for (const name of ["folder.md", "loop.md", "dangling.md"])
		expect(stderr).toMatch(
			new RegExp(`spec/${name}:1:1: error docs/unreadable: `),
		);
	expect(stderr).not.toMatch(/^\s+at /m);
	// What a glob leads to, and a path that is longer than paths may be.
	const long = `${"x/".repeat(3000)}a.md`;
	for (const pattern of ["spec/pipe.md", "spec/loop.md", long]) {
		const done = await docwright(
			{ cwd, pipeline },
			"generate",
			pattern,
			"-o",
			"out",
		);
		expect(done.status, basename(pattern)).toBe(1);
	}
}, 60_000);

test("A39 a polluted prototype changes nothing", async () => {
	const made = async () => {
		const cwd = folderWith({
			"spec/a.md": slots[30]?.docs("Zebra")[0]?.text ?? docs,
		});
		const { status } = await generate(cwd);
		return [
			status,
			Object.values(stateOf(join(cwd, "out"))).map(
				(state) => state.split(" ")[0],
			),
		];
	};
	const expected = await made();
	const names = ["x", "polluted"];
	// biome-ignore lint/suspicious/noExplicitAny: that is the attack
	const all = Object.prototype as any;
	for (const name of names)
		Object.defineProperty(all, name, {
			value: "polluted",
			configurable: true,
			enumerable: true,
			writable: true,
		});
	try {
		expect(await made()).toEqual(expected);
	} finally {
		for (const name of names) delete all[name];
	}
});
