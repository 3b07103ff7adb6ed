import { get } from "node:http";
import { join } from "node:path";
import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { docwright } from "../cli/command.ts";
import { startRounds } from "../cli/watch-session.ts";
import { folderWith, write } from "../output/folder.ts";
import { missing, openAt, openBrowser } from "./browser.ts";
import { hives, hostile } from "./docs.ts";

if (missing !== undefined) console.warn(`test/report/serve.test.ts ${missing}`);

/** Starts the command on any port, and gives its address with a slash behind it. */
async function serve(cwd: string, ...args: readonly string[]) {
	const session = await startRounds(
		cwd,
		"report",
		"--serve",
		"--port=0",
		...args,
	);
	const [, url] = /^Listening on (http:\S+)$/m.exec(session.printed()) ?? [];
	return { session, url: `${url}/` };
}

/** Asks as no browser would: with any header. */
function ask(url: string, headers: Readonly<Record<string, string>>) {
	return new Promise<{ status: number; text: string; csp: string }>((done) => {
		get(url, { headers, agent: false }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part) => {
				text += part;
			});
			const csp = String(response.headers["content-security-policy"]);
			response.on("end", () =>
				done({ status: response.statusCode ?? 0, text, csp }),
			);
		});
	});
}

test("listens on this machine alone, and to nobody who asks for another host or from another page", async () => {
	const cwd = folderWith({ "spec/hives.md": hives });
	const { session, url } = await serve(cwd);
	expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
	const { port } = new URL(url);
	const own = await ask(url, {});
	expect(own.status).toBe(200);
	expect(own.csp).toBe("frame-ancestors 'none'");
	expect(own.text).toContain("connect-src 'self'");
	expect((await ask(url, { host: `localhost:${port}` })).status).toBe(200);
	for (const host of ["a.example", `a.example:${port}`, "127.0.0.1:1"]) {
		const { status, text } = await ask(url, { host });
		expect([host, status]).toEqual([host, 421]);
		expect(text).not.toContain("hives");
	}
	const events = `${url}events`;
	for (const at of [url, events])
		expect(
			(
				await ask(at, {
					"sec-fetch-site": "cross-site",
					"sec-fetch-mode": "cors",
				})
			).status,
		).toBe(403);
	expect((await ask(`${url}../etc/passwd`, {})).status).toBe(404);
	expect(await session.end()).toBe(0);
});

test.each([
	["--editor", "javascript:alert({path})"],
	["--editor", "https://a.example/{path}"],
	["--editor", "nowhere"],
	["--port", "x"],
])("%s %s is wrong use", async (...args) => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n" });
	const run = await docwright({ cwd }, "report", "--serve", ...args);
	expect(run).toMatchObject({ status: 2, stdout: "" });
	const alone = await docwright({ cwd }, "report", ...args);
	expect(alone.status).toBe(2);
	expect(alone.stderr).toContain("needs --serve");
});

test("a page that is written has no word of where files lie, and asks for nothing", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n! x\n" });
	const { stdout } = await docwright({ cwd }, "report");
	expect(stdout).not.toContain(cwd);
	expect(stdout).not.toContain("connect-src");
});

describe.skipIf(missing !== undefined)("the page that is served", () => {
	test("shows what changed, keeps its view, and breaks no rule of its policy", async () => {
		const cwd = folderWith({ "spec/hives.md": hives });
		const { session, url } = await serve(cwd);
		const browser = await openBrowser();
		try {
			const { page, troubles } = await openAt(
				browser,
				url,
				{ hash: "#/operations" },
				[`${url}events`],
			);
			const main = page.locator("main");
			expect(await main.textContent()).not.toContain("/combs");
			await session.after(
				() =>
					write(cwd, {
						"spec/hives.md": `${hives}\n## Combs\n\n**GET** \`/combs\`\n`,
					}),
				"hives.md changed",
			);
			await expect.poll(() => main.textContent()).toContain("/combs");
			expect(new URL(page.url()).hash).toBe("#/operations");
			await session.after(
				() => write(cwd, { "spec/hives.md": hostile }),
				"hives.md changed",
			);
			await expect.poll(() => main.textContent()).not.toContain("/combs");
			await page.evaluate(() => {
				location.hash = "#/diagnostics";
			});
			expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
			expect(troubles).toEqual([]);
			expect(await session.end()).toBe(0);
		} finally {
			await browser.close();
		}
	});

	test("leads from a diagnostic to its place in the editor", async () => {
		const name = 'a "b" {line}#?%.md';
		const cwd = folderWith({ [`spec/${name}`]: hives, "spec/empty.md": "" });
		const { url } = await serve(cwd, "--editor", "vscode");
		const browser = await openBrowser();
		try {
			const { page, troubles } = await openAt(
				browser,
				url,
				{ hash: "#/diagnostics", bypassCSP: true },
				[`${url}events`],
			);
			const rows = page.locator("tbody tr");
			await expect.poll(() => rows.count()).toBeGreaterThan(1);
			const hrefs = await page
				.locator("a.editor")
				.evaluateAll((links) => links.map((one) => one.getAttribute("href")));
			expect(hrefs).toHaveLength(await rows.count());
			const path = (file: string) =>
				join(cwd, "spec", file)
					.slice(1)
					.split("/")
					.map(encodeURIComponent)
					.join("/");
			expect(hrefs).toContain(`vscode://file/${path("empty.md")}:1:1`);
			expect(hrefs).toContain(`vscode://file/${path(name)}:7:1`);
			await page.evaluate(axe.source);
			const { violations } = (await page.evaluate("axe.run()")) as {
				violations: { id: string }[];
			};
			expect(violations.map(({ id }) => id)).toEqual([]);
			expect(troubles).toEqual([]);
		} finally {
			await browser.close();
		}
	});
});
