import {
	cpSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";
import { startWatch } from "./watch-session.ts";

const spec = fileURLToPath(new URL("../../spec", import.meta.url));

/** A document that states these operations. */
function docs(...paths: readonly string[]): string {
	const sections = paths.map(
		(path) => `## Get ${path}\n\n**GET** \`/${path}\`\n\nGets ${path}.\n`,
	);
	return `# Things\n\n${sections.join("\n")}`;
}

/** What each file of a folder holds. */
function contentOf(folder: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		filesIn(folder).map((path) => [
			path,
			readFileSync(join(folder, path), "utf8"),
		]),
	);
}

test("ends in the bytes of a one-shot run, whatever happened in between", async () => {
	const cwd = folderWith();
	cpSync(spec, join(cwd, "spec"), { recursive: true });
	const session = await startWatch(cwd);
	const at = (file: string) => join(cwd, "spec", file);

	const burst = await session.after(() => {
		for (let save = 0; save < 100; save++)
			write(cwd, { "spec/burst.md": docs(`burst${save}`) });
	}, "`GET /burst99` is new");
	expect(burst).toContain("spec/burst.md changed\n");
	expect(burst.match(/^Read /gm)?.length).toBeLessThan(10);

	await session.after(() => {
		write(cwd, { "spec/.burst.md.swp": docs("burst99", "renamed") });
		renameSync(at(".burst.md.swp"), at("burst.md"));
	}, "`GET /renamed` is new");
	await session.after(() => {
		renameSync(at("burst.md"), at("burst.md~"));
		write(cwd, { "spec/burst.md": docs("burst99", "backed") });
		rmSync(at("burst.md~"));
	}, "`GET /backed` is new");

	const output = contentOf(join(cwd, "generated"));
	const broken = await session.after(
		() => writeFileSync(at("broken.md"), Buffer.from([0x61, 0xff])),
		"docs/not-utf8",
	);
	expect(broken).toContain("Nothing was written\n");
	expect(contentOf(join(cwd, "generated"))).toEqual(output);
	await session.after(
		() => write(cwd, { "spec/broken.md": docs("mended") }),
		"`GET /mended` is new",
	);
	await session.after(
		() => rmSync(at("broken.md")),
		"`GET /mended` was removed",
	);

	await session.after(() => {
		mkdirSync(at("more/inner"), { recursive: true });
		write(cwd, { "spec/more/inner/new.md": docs("inner") });
	}, "`GET /inner` is new");
	await session.after(
		() =>
			write(cwd, {
				"spec/more/inner/new.md": docs("inner").replace("Gets", "Fetches"),
			}),
		"`GET /inner` is worded otherwise",
	);
	await session.after(() => {
		renameSync(at("more"), at("other"));
		write(cwd, { "spec/other/last.md": docs("last") });
	}, "`GET /last` is new");
	await session.after(
		() => write(cwd, { "spec/burst.md": `${docs("burst99")}\nMore.\n` }),
		"`GET /backed` was removed",
	);
	expect(await session.end()).toBe(0);

	const other = folderWith();
	cpSync(join(cwd, "spec"), join(other, "spec"), { recursive: true });
	const real = { pipeline: await import("../../generator/pipeline.ts") };
	await docwright({ cwd: other, ...real }, "generate");
	expect(contentOf(join(cwd, "generated"))).toEqual(
		contentOf(join(other, "generated")),
	);
}, 300_000);

test("the config is watched: made, changed, broken, mended", async () => {
	const cwd = folderWith({ "spec/a.md": docs("a"), "docs/b.md": docs("b") });
	const session = await startWatch(cwd);
	const config = (text: string) => () =>
		write(cwd, { "docwright.config.mjs": `export default ${text};` });
	await session.after(config('{ docs: "docs" }'), "`GET /b` is new");
	// Docs that only the new config names are watched, too.
	await session.after(
		() => write(cwd, { "docs/b.md": docs("b", "c") }),
		"`GET /c` is new",
	);
	const before = stateOf(join(cwd, "generated"));
	await session.after(
		config('{ docs: "docs", out: 5 }'),
		"docwright.config.mjs: out must be text",
	);
	await session.after(config("{ docs: "), "could not be loaded");
	expect(stateOf(join(cwd, "generated"))).toEqual(before);
	await session.after(
		config('{ docs: "docs", out: "other" }'),
		/files to other,/,
	);
	expect(contentOf(join(cwd, "other"))).toEqual(
		contentOf(join(cwd, "generated")),
	);
	await session.after(
		() => rmSync(join(cwd, "docwright.config.mjs")),
		"`GET /b` was removed",
	);
	expect(await session.end()).toBe(0);
}, 180_000);

test("docs may be missing at first, go, and come back", async () => {
	const cwd = folderWith();
	const session = await startWatch(cwd);
	await session.after(
		() => write(cwd, { "spec/a.md": docs("a") }),
		/Wrote \d+ files/,
	);
	const before = stateOf(join(cwd, "generated"));
	await session.after(
		() => renameSync(join(cwd, "spec"), join(cwd, "away")),
		"Nothing was written",
	);
	expect(stateOf(join(cwd, "generated"))).toEqual(before);
	write(cwd, { "away/a.md": docs("a", "back") });
	await session.after(
		() => renameSync(join(cwd, "away"), join(cwd, "spec")),
		"`GET /back` is new",
	);
	await session.after(
		() => write(cwd, { "spec/a.md": docs("a") }),
		"`GET /back` was removed",
	);
	expect(await session.end("SIGTERM")).toBe(143);
}, 180_000);

describe.each([
	["a file", "spec/a.md"],
	["a glob", "spec/*.md"],
])("%s", (_, pattern) => {
	test("is seen again after it was replaced", async () => {
		const cwd = folderWith({ "spec/a.md": docs("a") });
		const session = await startWatch(cwd, pattern);
		for (const name of ["one", "two", "three"]) {
			const next = join(cwd, "spec/a.md.tmp");
			await session.after(() => {
				writeFileSync(next, docs("a", name));
				renameSync(next, join(cwd, "spec/a.md"));
			}, `\`GET /${name}\` is new`);
		}
		expect(await session.end()).toBe(0);
	}, 180_000);
});

test("its own output, hidden files and others are no changes", async () => {
	const cwd = folderWith({
		"a.md": docs("a"),
		"docwright.config.json": '{ "docs": ".", "out": "generated" }',
	});
	symlinkSync("/", join(cwd, "root"));
	const session = await startWatch(cwd);
	expect(filesIn(cwd)).toContain("generated/README.md");
	write(cwd, {
		".git/b.md": docs("b"),
		"node_modules/c.md": docs("c"),
		"d.json": "{}",
	});
	const printed = await session.after(
		() => write(cwd, { "a.md": docs("a", "e") }),
		"`GET /e` is new",
	);
	expect(printed).not.toMatch(
		/^(?:generated|\.git|node_modules|d\.json|root).* changed$/m,
	);
	await session.after(
		() => write(cwd, { "a.md": docs("a") }),
		"`GET /e` was removed",
	);
	expect(session.rounds()).toBe(3);
	expect(await session.end()).toBe(0);
}, 180_000);

test("output that was edited by hand is told, and stays", async () => {
	const cwd = folderWith({ "spec/a.md": docs("a") });
	const session = await startWatch(cwd);
	write(cwd, { "generated/README.md": "mine\n" });
	await session.after(
		() => write(cwd, { "spec/a.md": docs("a", "b") }),
		"README.md was edited by hand",
	);
	expect(readFileSync(join(cwd, "generated/README.md"), "utf8")).toBe("mine\n");
	rmSync(join(cwd, "generated/README.md"));
	await session.after(
		() => write(cwd, { "spec/a.md": docs("a", "b", "c") }),
		"`GET /c` is new",
	);
	expect(await session.end()).toBe(0);
}, 180_000);

test.each(["--check", "--dry-run", "--json", "--reporter=github", "--verbose"])(
	"--watch and %s are misused: exit 2",
	async (flag) => {
		const cwd = folderWith({ "spec/a.md": "GET /one\n" });
		const { status, stderr } = await docwright(
			{ cwd },
			"generate",
			"--watch",
			flag,
		);
		expect(status).toBe(2);
		expect(stderr).toContain("cannot be used with");
	},
);

test("what is wrong with the config at the start ends it: exit 2", async () => {
	const cwd = folderWith({ "docwright.config.json": "{" });
	const { status } = await docwright({ cwd }, "generate", "--watch");
	expect(status).toBe(2);
});
