import { createHash } from "node:crypto";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";
import { type Answer, markdown, redirect, serveDocs } from "./docs-server.ts";

const lockFile = "spec/.docwright-pull.json";

/** A project that pulls `a.md`, `b.md`, … from the server's `/a`, `/b`, …. */
function projectFor(
	origin: string,
	names: readonly string[],
	more: object = {},
): string {
	const documents = names.map((name) => ({
		url: `${origin}/${name}`,
		to: `${name}.md`,
	}));
	const pull = { documents, allowLoopback: true, ...more };
	return folderWith({ "docwright.config.json": JSON.stringify({ pull }) });
}

function textIn(cwd: string, path: string): string {
	return readFileSync(join(cwd, path), "utf8");
}

function lockIn(cwd: string) {
	return JSON.parse(textIn(cwd, lockFile)).documents;
}

test("pulls documents, finds them unchanged, and says what changed", async () => {
	const server = await serveDocs({
		"/a": markdown("# A\n", { etag: '"1"' }),
		"/b": markdown("one\ntwo\n", {
			"last-modified": "Wed, 21 Oct 2015 07:28:00 GMT",
		}),
	});
	const cwd = projectFor(server.origin, ["a", "b"]);
	expect(await docwright({ cwd }, "pull")).toEqual({
		status: 0,
		stdout: "added a.md (+1 -0)\nadded b.md (+2 -0)\n",
		stderr: "Pulled 2 documents into spec: 2 added, 0 changed, 0 unchanged\n",
	});
	expect(textIn(cwd, "spec/b.md")).toBe("one\ntwo\n");
	expect(lockIn(cwd)).toEqual({
		"a.md": {
			url: `${server.origin}/a`,
			sha256: createHash("sha256").update("# A\n").digest("hex"),
			etag: '"1"',
		},
		"b.md": {
			url: `${server.origin}/b`,
			sha256: createHash("sha256").update("one\ntwo\n").digest("hex"),
			lastModified: "Wed, 21 Oct 2015 07:28:00 GMT",
		},
	});

	const before = stateOf(cwd);
	server.requests.length = 0;
	expect(await docwright({ cwd }, "pull")).toEqual({
		status: 0,
		stdout: "",
		stderr: "Pulled 2 documents into spec: 0 added, 0 changed, 2 unchanged\n",
	});
	expect(stateOf(cwd)).toEqual(before);
	const asked = new Map(
		server.requests.map(({ path, headers }) => [path, headers]),
	);
	expect(asked.get("/a")).toMatchObject({ "if-none-match": '"1"' });
	expect(asked.get("/b")).toMatchObject({
		"if-modified-since": "Wed, 21 Oct 2015 07:28:00 GMT",
	});

	server.answers["/b"] = markdown("one\n2\n3\n");
	expect(await docwright({ cwd }, "pull")).toMatchObject({
		status: 0,
		stdout: "changed b.md (+2 -1)\n",
	});
	expect(textIn(cwd, "spec/b.md")).toBe("one\n2\n3\n");
});

test("a new etag for the same text changes the lock alone", async () => {
	const server = await serveDocs({ "/a": markdown("A\n", { etag: '"1"' }) });
	const cwd = projectFor(server.origin, ["a"]);
	await docwright({ cwd }, "pull");
	server.answers["/a"] = markdown("A\n", { etag: '"2"' });
	const before = stateOf(cwd);
	expect(await docwright({ cwd }, "pull", "--check")).toMatchObject({
		status: 0,
	});
	expect(stateOf(cwd)).toEqual(before);
	expect(await docwright({ cwd }, "pull")).toMatchObject({ stdout: "" });
	expect(lockIn(cwd)["a.md"].etag).toBe('"2"');
	expect(stateOf(cwd)["spec/a.md"]).toBe(before["spec/a.md"]);
});

test("--check writes nothing, and exits 3 when a document changed", async () => {
	const server = await serveDocs({ "/a": markdown("A\n") });
	const cwd = projectFor(server.origin, ["a"]);
	const check = await docwright({ cwd }, "pull", "--check");
	expect(check).toEqual({
		status: 3,
		stdout: "added a.md (+1 -0)\n",
		stderr:
			"Would pull 1 document into spec: 1 added, 0 changed, 0 unchanged\nThe docs are out of date: run docwright pull\n",
	});
	expect(filesIn(cwd)).toEqual(["docwright.config.json"]);
	expect(await docwright({ cwd }, "pull", "--quiet")).toEqual({
		status: 0,
		stdout: "added a.md (+1 -0)\n",
		stderr: "",
	});
	expect(await docwright({ cwd }, "pull", "--check")).toMatchObject({
		status: 0,
	});
});

test("--json tells of all documents, and of failures", async () => {
	const server = await serveDocs({ "/a": markdown("A\n") });
	const cwd = projectFor(server.origin, ["a"]);
	const { stdout, stderr } = await docwright({ cwd }, "pull", "--json");
	expect(stderr).toBe("");
	expect(JSON.parse(stdout)).toEqual({
		exitCode: 0,
		folder: "spec",
		documents: [
			{ path: "a.md", became: "added", lines: { added: 1, removed: 0 } },
		],
		unlisted: [],
	});
	delete server.answers["/a"];
	const failed = await docwright({ cwd }, "pull", "--json");
	expect(failed.status).toBe(1);
	expect(JSON.parse(failed.stdout)).toMatchObject({
		exitCode: 1,
		documents: [{ path: "a.md", became: "failed", message: "it answered 404" }],
	});
});

test("every byte is kept: a mark at the start, carriage returns", async () => {
	const text = "\u{feff}# Ä\r\n\r\nlast";
	const server = await serveDocs({ "/a": markdown(text) });
	const cwd = projectFor(server.origin, ["a"]);
	await docwright({ cwd }, "pull");
	expect(readFileSync(join(cwd, "spec/a.md"))).toEqual(Buffer.from(text));
});

const failures: Record<string, [Answer, string]> = {
	"a page that is gone": [
		(response) => response.writeHead(404).end(),
		"it answered 404",
	],
	"a broken server": [
		(response) => response.writeHead(500).end(),
		"it answered 500",
	],
	"a 304 that nobody asked for": [
		(response) => response.writeHead(304).end(),
		"it answered 304",
	],
	"a part of a document": [
		(response) =>
			response.writeHead(206, { "content-type": "text/plain" }).end("a"),
		"it answered 206",
	],
	"no answer": [() => {}, "it took longer than 0.3 s"],
	"a body that does not end": [
		(response) => {
			response.writeHead(200, { "content-type": "text/plain" }).write("a");
		},
		"it took longer than 0.3 s",
	],
	"a body that breaks off": [
		(response) => {
			response.writeHead(200, {
				"content-type": "text/plain",
				"content-length": "100",
			});
			response.write("a", () => response.destroy());
		},
		"broke off",
	],
	"chunks that break off": [
		(response) => {
			response.writeHead(200, { "content-type": "text/plain" });
			response.write("a", () => response.destroy());
		},
		"broke off",
	],
	"a connection that is closed": [
		(_, request) => request.destroy(),
		"broke off",
	],
	"a redirect to itself": [redirect("/b"), "redirects more than 5 times"],
	"a redirect to http": [
		redirect("http://example.com/b"),
		"redirects to http://example.com/b, and only https is fetched",
	],
	"a redirect to a file": [
		redirect("file:///etc/passwd"),
		"redirects to file:///etc/passwd, and only https is fetched",
	],
	"a redirect to data": [
		redirect("data:text/plain,a"),
		"and only https is fetched",
	],
	"a redirect with a password": [
		redirect("https://me:secret@example.com/b?key=hidden"),
		"redirects to https://example.com/b, and URLs with a user or a password",
	],
	"a redirect to a bare address": [
		redirect("https://169.254.169.254/b"),
		"a redirect to a bare address is not followed",
	],
	"a redirect to nowhere": [
		(response) => response.writeHead(302).end(),
		"it answered 302 without saying where to go",
	],
	"a redirect that is no URL": [
		redirect("https://["),
		"it answered 302 without saying where to go",
	],
	"more than is allowed": [
		markdown("a".repeat(1001)),
		"it is larger than 1000 bytes",
	],
	"more than is allowed, of a length that is not said": [
		(response) => {
			response.writeHead(200, { "content-type": "text/plain" });
			response.write("a".repeat(600));
			response.end("a".repeat(600));
		},
		"it is larger than 1000 bytes",
	],
	"more than is allowed, by what it says of its length": [
		(response) => {
			const fields = { "content-type": "text/plain", "content-length": 1001 };
			response.writeHead(200, fields).write("a");
		},
		"it is larger than 1000 bytes",
	],
	"a bomb": [
		markdown(gzipSync(Buffer.alloc(50_000_000, "a")), {
			"content-encoding": "gzip",
		}),
		"it is larger than 1000 bytes",
	],
	"a small bomb": [
		markdown(gzipSync(Buffer.alloc(100_000, "a")), {
			"content-encoding": "gzip",
		}),
		"it is larger than 1000 bytes",
	],
	"what is said to be packed and is not": [
		markdown("plain", { "content-encoding": "gzip" }),
		"broke off",
	],
	"a page": [
		markdown("<p>", { "content-type": "text/html; charset=utf-8" }),
		"its content type is text/html; charset=utf-8",
	],
	"an image": [
		markdown("x", { "content-type": "image/png" }),
		"its content type is image/png",
	],
	"what has no type": [
		(response) => response.writeHead(200).end("a"),
		"it has no content type",
	],
	"Latin 1": [
		markdown("a", { "content-type": "text/plain; charset=ISO-8859-1" }),
		"its text is iso-8859-1, not UTF-8",
	],
	"broken UTF-8": [
		markdown(Buffer.from([0x61, 0xff, 0x62])),
		"it is not UTF-8 text",
	],
	"a character that is cut in two": [
		markdown(Buffer.from([0x61, 0xe2, 0x82])),
		"it is not UTF-8 text",
	],
	NUL: [markdown("a\0b"), "it is not UTF-8 text"],
};

test.each(Object.entries(failures))(
	"%s: nothing is written, not even what came whole",
	async (_, [answer, message]) => {
		const server = await serveDocs({
			"/a": markdown("A\n"),
			"/b": answer,
		});
		const cwd = projectFor(server.origin, ["a", "b"], {
			maxBytes: 1000,
			...(message.includes("0.3 s") && { timeout: 300 }),
		});
		const { status, stdout, stderr } = await docwright({ cwd }, "pull");
		expect(stderr).toContain(
			`docwright: b.md could not be pulled from ${server.origin}/b: `,
		);
		expect(stderr).toContain(message);
		expect(stderr).toContain("\n  help: ");
		expect(stderr).toContain("Nothing was written\n");
		expect(stderr).not.toMatch(/secret|hidden/);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		expect(filesIn(cwd)).toEqual(["docwright.config.json"]);
	},
);

test("what a server says is escaped", async () => {
	const server = await serveDocs({
		"/a": markdown("a", { "content-type": "image/\u009b2Jx" }),
	});
	const cwd = projectFor(server.origin, ["a"]);
	const { stderr } = await docwright({ cwd }, "pull");
	expect(stderr).toContain("image/\\x9b2Jx");
	expect(stderr).not.toMatch(/[\u0080-\u009f]/);
});

describe("redirects", () => {
	test("are followed five times; the version is that of where they lead", async () => {
		const server = await serveDocs({
			"/a": redirect("/1", 301),
			"/1": redirect("2", 307),
			"/2": redirect("/3", 308),
			"/3": redirect("/4", 303),
			"/4": redirect("/5#part"),
			"/5": markdown("A\n", { etag: '"1"' }),
		});
		const cwd = projectFor(server.origin, ["a"]);
		expect(await docwright({ cwd }, "pull")).toMatchObject({ status: 0 });
		expect(lockIn(cwd)["a.md"]).toMatchObject({
			url: `${server.origin}/a`,
			from: expect.stringMatching(/\/5/),
			etag: '"1"',
		});
		server.requests.length = 0;
		expect(await docwright({ cwd }, "pull")).toMatchObject({ stdout: "" });
		const sent = server.requests.map(({ headers }) => headers["if-none-match"]);
		expect(sent).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			'"1"',
		]);
	});

	test("to another place do not take its version for the one that is here", async () => {
		const server = await serveDocs({
			"/a": redirect("/old"),
			"/old": markdown("old\n", { etag: '"1"' }),
			"/new": markdown("new\n", { etag: '"1"' }),
		});
		const cwd = projectFor(server.origin, ["a"]);
		await docwright({ cwd }, "pull");
		server.answers["/a"] = redirect("/new");
		await docwright({ cwd }, "pull");
		expect(textIn(cwd, "spec/a.md")).toBe("new\n");
	});
});

describe("documents that were not pulled", () => {
	test("an edited one is not overwritten without --force", async () => {
		const server = await serveDocs({ "/a": markdown("A\n", { etag: '"1"' }) });
		const cwd = projectFor(server.origin, ["a"]);
		await docwright({ cwd }, "pull");
		write(cwd, { "spec/a.md": "mine\n" });
		const before = stateOf(cwd);
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain("a.md was edited by hand since it was pulled");
		expect(stateOf(cwd)).toEqual(before);
		await docwright({ cwd }, "pull", "--force");
		expect(textIn(cwd, "spec/a.md")).toBe("A\n");
	});

	test("one that is in the way is not, either", async () => {
		const server = await serveDocs({ "/a": markdown("A\n") });
		const cwd = projectFor(server.origin, ["a"]);
		write(cwd, { "spec/a.md": "mine\n" });
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain("a.md is in the way, and was not pulled");
		expect(textIn(cwd, "spec/a.md")).toBe("mine\n");
	});

	test("one that a killed run wrote is taken for what it is", async () => {
		const server = await serveDocs({ "/a": markdown("A\n", { etag: '"1"' }) });
		const cwd = projectFor(server.origin, ["a"]);
		await docwright({ cwd }, "pull");
		server.answers["/a"] = markdown("B\n", { etag: '"2"' });
		write(cwd, { "spec/a.md": "B\n" });
		expect(await docwright({ cwd }, "pull")).toMatchObject({ status: 0 });
		expect(lockIn(cwd)["a.md"].etag).toBe('"2"');
	});

	test("one that is no longer listed stays", async () => {
		const server = await serveDocs({
			"/a": markdown("A\n"),
			"/b": markdown("B\n"),
		});
		const cwd = projectFor(server.origin, ["a", "b"]);
		await docwright({ cwd }, "pull");
		const documents = [{ url: `${server.origin}/a`, to: "a.md" }];
		const pull = { documents, allowLoopback: true };
		write(cwd, { "docwright.config.json": JSON.stringify({ pull }) });
		const { stdout } = await docwright({ cwd }, "pull");
		expect(stdout).toMatch(/^unlisted b\.md /);
		expect(textIn(cwd, "spec/b.md")).toBe("B\n");
		expect(Object.keys(lockIn(cwd))).toEqual(["a.md"]);
	});

	test("a missing one is fetched again, whatever the lock says", async () => {
		const server = await serveDocs({ "/a": markdown("A\n", { etag: '"1"' }) });
		const cwd = projectFor(server.origin, ["a"]);
		await docwright({ cwd }, "pull");
		const lock = textIn(cwd, lockFile);
		const other = projectFor(server.origin, ["a"]);
		write(other, { [lockFile]: lock });
		expect(await docwright({ cwd: other }, "pull")).toMatchObject({
			stdout: "added a.md (+1 -0)\n",
		});
	});
});

describe("where documents go", () => {
	test.each([
		"../a.md",
		"/tmp/a.md",
		"x/../../a.md",
		"x\\..\\a.md",
		"a:b.md",
		"con.md",
		"x/nul.txt",
		"a.md ",
		"a\0.md",
		".git/a.md",
		"node_modules/a.md",
		".docwright-pull.json",
		"a.sh",
		"",
	])("%j is refused", async (to) => {
		const server = await serveDocs({ "/a": markdown("A\n") });
		const documents = [{ url: `${server.origin}/a`, to }];
		const pull = { documents, allowLoopback: true };
		const cwd = folderWith({
			"docwright.config.json": JSON.stringify({ pull }),
		});
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain("pull.documents.0.to must ");
		expect(server.requests).toEqual([]);
	});

	test.each(["spec/a.md", "spec"])(
		"a link at %s is not followed",
		async (at) => {
			const server = await serveDocs({ "/a": markdown("A\n") });
			const cwd = projectFor(server.origin, ["a"]);
			const victim = folderWith({ "a.md": "mine\n" });
			if (at === "spec") {
				symlinkSync(victim, join(cwd, "spec"));
			} else {
				write(cwd, { "spec/b.md": "" });
				symlinkSync(join(victim, "a.md"), join(cwd, at));
			}
			const before = stateOf(victim);
			const { status } = await docwright({ cwd }, "pull");
			expect(status).toBe(2);
			expect(stateOf(victim)).toEqual(before);
			expect(server.requests).toEqual([]);
		},
	);

	test("the folder is the one of the config", async () => {
		const server = await serveDocs({ "/a": markdown("A\n") });
		const cwd = projectFor(server.origin, ["a"], { folder: "docs/vendor" });
		await docwright({ cwd }, "pull");
		expect(textIn(cwd, "docs/vendor/a.md")).toBe("A\n");
	});

	test.each([
		[["spec", "more"], "does not say which folder"],
		["spec/*.md", "does not say which folder"],
		["spec/a.md", "is not a folder"],
	])("docs %j is not one folder", async (docs, message) => {
		const pull = { documents: [{ url: "https://x.invalid/a", to: "a.md" }] };
		const cwd = folderWith({
			"spec/a.md": "",
			"docwright.config.json": JSON.stringify({ docs, pull }),
		});
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain(message);
	});

	test("a lock that cannot be read is not guessed at", async () => {
		const server = await serveDocs({ "/a": markdown("A\n") });
		const cwd = projectFor(server.origin, ["a"]);
		write(cwd, { [lockFile]: "<<<<<<< HEAD" });
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain(".docwright-pull.json in spec cannot be read");
	});

	test("a disk that refuses the last file leaves all as it was", async () => {
		const server = await serveDocs({
			"/a": markdown("A\n"),
			"/b": markdown("B\n"),
		});
		const cwd = projectFor(server.origin, ["a"]);
		const config = (names: readonly string[]) => {
			const documents = names.map((to) => ({ url: `${server.origin}/a`, to }));
			const pull = { documents, allowLoopback: true };
			write(cwd, { "docwright.config.json": JSON.stringify({ pull }) });
		};
		await docwright({ cwd }, "pull");
		server.answers["/a"] = markdown("A2\n");
		config(["a.md", "new/c.md", "new/c.md/b.md"]);
		const { status, stderr } = await docwright({ cwd }, "pull");
		expect(status).toBe(2);
		expect(stderr).toContain("new/c.md/b.md could not be written (EEXIST)");
		expect(filesIn(cwd)).toEqual([
			"docwright.config.json",
			lockFile,
			"spec/a.md",
		]);
		expect(textIn(cwd, "spec/a.md")).toBe("A\n");
	});
});

test.each([
	["https://me:pw@example.com/a.md", "must be an https URL"],
	["https://example.com/a.md#part", "must be an https URL"],
	["ftp://example.com/a.md", "must be an https URL"],
	["file:///etc/passwd", "must be an https URL"],
	["http://example.com/a.md", "only https is fetched"],
	["http://127.0.0.1:1/a.md", "this machine is not asked"],
	["http://localhost/a.md", "this machine is not asked"],
	["https://localhost/a.md", "this machine is not asked"],
	["https://docs.localhost./a.md", "this machine is not asked"],
	["https://0x7f.1/a.md", "this machine is not asked"],
	["https://0/a.md", "this machine is not asked"],
	["https://[::1]/a.md", "this machine is not asked"],
	["https://[::]/a.md", "this machine is not asked"],
	["https://[::ffff:127.0.0.1]/a.md", "this machine is not asked"],
])("%s is not fetched", async (url, message) => {
	const pull = { documents: [{ url, to: "a.md" }] };
	const cwd = folderWith({ "docwright.config.json": JSON.stringify({ pull }) });
	const { status, stderr } = await docwright({ cwd }, "pull");
	expect(status).toBe(2);
	expect(stderr).toContain(message);
});

test("--allow-loopback stands for the config", async () => {
	const server = await serveDocs({ "/a": markdown("A\n") });
	const cwd = projectFor(server.origin, ["a"], { allowLoopback: false });
	expect((await docwright({ cwd }, "pull")).status).toBe(2);
	expect((await docwright({ cwd }, "pull", "--allow-loopback")).status).toBe(0);
});

test("an unknown host, and a server that is not there, are told", async () => {
	const server = await serveDocs();
	const { port } = new URL(server.origin);
	const pull = {
		documents: [
			{ url: "https://nowhere.invalid/a.md", to: "a.md" },
			{ url: "http://127.0.0.1:1/b.md", to: "b.md" },
			{ url: `https://127.0.0.1:${port}/c.md`, to: "c.md" },
		],
		allowLoopback: true,
	};
	const cwd = folderWith({ "docwright.config.json": JSON.stringify({ pull }) });
	const { status, stderr } = await docwright({ cwd }, "pull");
	expect(status).toBe(1);
	expect(stderr).toMatch(
		/no host nowhere\.invalid was found \((ENOTFOUND|EAI_AGAIN)\)/,
	);
	expect(stderr).toContain("127.0.0.1:1 ");
	expect(stderr).not.toMatch(/^\s+at /m);
});

test("a config without documents says how to list them", async () => {
	const { status, stderr } = await docwright({ cwd: folderWith() }, "pull");
	expect(status).toBe(2);
	expect(stderr).toContain("The config lists nothing to pull");
});

test.each([
	['{"pull": {}}', "pull.documents "],
	['{"pull": {"documents": []}}', "pull.documents must not be empty"],
	['{"pull": {"documents": {}}}', "pull.documents must be a list"],
	[
		'{"pull": {"documents": [{"url": "https://x.io/a", "to": "a.md"}, {"url": "https://x.io/b", "to": "A.md"}]}}',
		"pull.documents must not have two documents go to one file",
	],
	[
		'{"pull": {"documents": [{"url": "https://x.io/a", "to": "a.md"}], "maxBytes": 0}}',
		"pull.maxBytes must be a whole number of bytes",
	],
	[
		'{"pull": {"documents": [{"url": "https://x.io/a", "to": "a.md"}], "timeout": "5"}}',
		"pull.timeout must be a whole number of milliseconds",
	],
])("a config that says %s: exit 2", async (text, message) => {
	const cwd = folderWith({ "docwright.config.json": text });
	const { status, stderr } = await docwright({ cwd }, "pull");
	expect(status).toBe(2);
	expect(stderr).toContain(message);
});
