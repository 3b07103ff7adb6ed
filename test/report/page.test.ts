import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, openBrowser, openPage } from "./browser.ts";
import { hives, hostile, reportOf } from "./docs.ts";

if (missing !== undefined) console.warn(`test/report/page.test.ts ${missing}`);

const methods = new Map([
	[
		"GET /hives/{hive_id}",
		{
			name: "hives.get",
			signature: "hives.get(hiveId: string): ApiPromise<Hive>",
			call: 'client.hives.get("hive_id")',
		},
	],
]);

const changes = {
	before: "old",
	after: "the docs",
	changes: [
		{
			impact: "breaking",
			rule: "parameter-removed",
			message: "`GET /hives/{hive_id}`: query parameter `bees` was removed",
			operations: ["GET /hives/{hive_id}"],
			places: [
				{
					before: {
						file: "spec/hives.md",
						from: 13,
						to: 13,
						start: 12,
						lines: ["| --- |", "| `bees` |"],
					},
					after: {
						file: "spec/hives.md",
						from: 13,
						to: 12,
						start: 12,
						lines: ["| --- | --- | --- |", "| `queen` |"],
					},
				},
			],
		},
	],
} as const;

const docs = {
	"spec/empty.md": "",
	"spec/hives.md": hives,
	"spec/wide.md": `# Wide\n\n**GET** \`/wide\`\n\n|${" Name |".repeat(40)}\n|${" --- |".repeat(40)}\n|${" unbroken_text_of_a_cell |".repeat(40)}\n`,
};

describe.skipIf(missing !== undefined)("the page of a report", () => {
	let browser: Browser;
	let html: string;
	beforeAll(async () => {
		browser = await openBrowser();
		html = await reportOf(docs, { methods, changes });
	});
	afterAll(() => browser.close());

	const routes = [
		...["#/documents", "#/operations", "#/facts", "#/diagnostics"],
		...["#/unread", "#/changes", "#/document/0", "#/document/1/13"],
		"#/document/2/5",
	];

	test("tells of a document without a line what is told of it", async () => {
		const { page, close } = await openPage(browser, html, {
			hash: "#/document/0",
		});
		const said = page.locator("main section .said");
		expect(await said.allInnerTexts()).toEqual([
			"warning The document is empty.\nWrite the endpoints into it, or leave it out",
		]);
		expect(await page.locator("main section svg").count()).toBe(0);
		await close();
	});

	test("has controls as wide as a narrow screen", async () => {
		const { page, close } = await openPage(browser, html, { width: 360 });
		for (const one of await page.locator(".controls label > *").all())
			expect((await one.boundingBox())?.width).toBeGreaterThan(320);
		await close();
	});

	test.each([
		["light", 1200],
		["dark", 360],
	] as const)(
		"has nothing that axe finds fault with, %s and %i pixels wide",
		async (scheme, width) => {
			const { page, close } = await openPage(browser, html, {
				scheme,
				width,
				bypassCSP: true,
			});
			await page.evaluate(axe.source);
			for (const hash of routes) {
				await page.evaluate((to) => {
					location.hash = to;
				}, hash);
				const found = await page.evaluate(
					"new Promise((done) => setTimeout(done, 50)).then(() => axe.run())",
				);
				const { violations } = found as {
					violations: { id: string; nodes: { html: string }[] }[];
				};
				const faults = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
				expect(faults, hash).toEqual([]);
			}
			await close();
		},
	);

	test("asks for nothing, breaks no rule of its policy, and never scrolls sideways at 360 pixels", async () => {
		const { page, troubles, close } = await openPage(browser, html, {
			width: 360,
		});
		for (const hash of routes) {
			await page.evaluate((to) => {
				location.hash = to;
			}, hash);
			await page.waitForTimeout(50);
			const width = await page.evaluate(
				() => document.documentElement.scrollWidth,
			);
			expect(width, hash).toBe(360);
		}
		expect(troubles).toEqual([]);
		await close();
	});

	test("its policy lets no other script in, and no text become markup", async () => {
		const { page, troubles, close } = await openPage(browser, html);
		const outcome = await page.evaluate(() => {
			const script = document.createElement("script");
			try {
				script.text = "globalThis.pwned = 1";
				document.body.append(script);
			} catch {}
			try {
				document.body.innerHTML = "<img src=x>";
			} catch {
				return "refused";
			}
			return "done";
		});
		expect(outcome).toBe("refused");
		expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
		expect(troubles.join()).toContain("policy: ");
		await close();
	});

	test("hostile text is shown as it is, does nothing, and hides nothing", async () => {
		const text = await reportOf({
			'spec/"><img src=x onerror=pwned>.md': hostile,
		});
		const { page, troubles, close } = await openPage(browser, text, {
			hash: "#/document/0/5",
		});
		const written = await page.locator(".written").allTextContents();
		const lines = hostile.trimEnd().split("\n");
		expect(written[0]).toBe(lines[0]);
		expect(written[2]).toBe(lines[2]);
		expect(written[7]).toBe(
			"\\u202eturned\\u202c \\u2066apart\\u2069 zero\\u200bwidth \\u2028 soft\\xadhyphen \\x07 \\x1b[2J",
		);
		for (const view of ["documents", "operations", "facts", "diagnostics"]) {
			await page.evaluate((to) => {
				location.hash = `#/${to}`;
			}, view);
			await page.waitForTimeout(30);
		}
		await page.waitForTimeout(100);
		expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
		const made = await page
			.locator(
				"main img, main iframe, main style, main base, main b, main script",
			)
			.count();
		expect(made).toBe(0);
		const schemes = await page
			.locator("a")
			.evaluateAll((links) =>
				links.filter((one) => !one.getAttribute("href")?.startsWith("#")),
			);
		expect(schemes).toEqual([]);
		expect(troubles).toEqual([]);
		await close();
	});

	test("search, filters and sorting leave what was asked for", async () => {
		const { page, troubles, close } = await openPage(browser, html);
		const names = () => page.locator("tbody th").allTextContents();
		await expect.poll(names).toEqual(Object.keys(docs));
		const search = page.getByLabel("Search", { exact: true });
		await search.fill("HIVES spec");
		await expect.poll(names).toEqual(["spec/hives.md"]);
		await search.fill("tell of the queen");
		await expect.poll(names).toEqual(["spec/hives.md"]);
		await page.getByRole("button", { name: "Clear" }).click();
		await expect.poll(names).toHaveLength(3);
		await page.getByLabel("Severity").selectOption("warning");
		await expect.poll(names).toEqual(["spec/empty.md"]);
		await page.getByLabel("Severity").selectOption("");
		const sort = page.getByRole("button", { name: "Stated" });
		await sort.click();
		await expect.poll(async () => (await names())[0]).toBe("spec/hives.md");
		const head = page.locator("th", { has: sort });
		await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
		await sort.click();
		await expect.poll(async () => (await names())[0]).toBe("spec/empty.md");

		await page.getByRole("link", { name: "Facts" }).click();
		const shown = async () => (await names()).length;
		await expect.poll(shown).toBeGreaterThan(Object.keys(docs).length);
		const all = await shown();
		await page.getByLabel("Basis").selectOption("inferred");
		await expect.poll(shown).toBeLessThan(all);
		expect(await shown()).toBeGreaterThan(0);
		await page.getByLabel("Document").selectOption("spec/empty.md");
		await expect.poll(names).toEqual([]);
		expect(troubles).toEqual([]);
		await close();
	});

	test("the keyboard alone leads from a document to a line, to its facts and back", async () => {
		const { page, troubles, close } = await openPage(browser, html, {
			hash: "#/document/1",
		});
		const focused = () =>
			page.evaluate(() => document.activeElement?.getAttribute("data-line"));
		const first = page.getByRole("option", { selected: true });
		await first.focus();
		for (let line = 1; line < 13; line++)
			await page.keyboard.press("ArrowDown");
		expect(await focused()).toBe("13");
		const panel = page.getByRole("complementary");
		await expect
			.poll(() => panel.textContent())
			.toContain("query parameter queen");
		expect(await panel.textContent()).toContain("stated");
		expect(await panel.textContent()).toContain(
			"hives.get(hiveId: string): ApiPromise<Hive>",
		);
		expect(await panel.textContent()).toContain('client.hives.get("hive_id")');
		await page.keyboard.press("Enter");
		expect(await panel.evaluate((one) => one === document.activeElement)).toBe(
			true,
		);
		await page.keyboard.press("Escape");
		expect(await focused()).toBe("13");
		await page.keyboard.press("End");
		expect(await focused()).toBe("28");
		await page.keyboard.press("Home");
		await page.keyboard.press("u");
		expect(await focused()).toBe("24");
		expect(troubles).toEqual([]);
		await close();
	});

	test("facts lead to their lines and lines to their facts", async () => {
		const { page, close } = await openPage(browser, html, {
			hash: "#/facts",
		});
		await page.getByRole("link", { name: "query parameter queen" }).click();
		const selected = page.getByRole("option", { selected: true });
		await expect.poll(() => selected.getAttribute("data-line")).toBe("13");
		const row = page.locator('.row[aria-current="true"]');
		expect(await row.textContent()).toContain("query parameter queen");
		const card = page.locator(".card");
		await selected.focus();
		await page.keyboard.press("End");
		expect(await page.evaluate("location.hash")).toBe("#/document/1/28");
		const queen = card.locator(".row", { hasText: "queen" });
		await queen.getByRole("link").click();
		await expect.poll(() => selected.getAttribute("data-line")).toBe("13");
		await card.locator(".row", { hasText: "frames" }).getByRole("link").click();
		await expect.poll(() => selected.getAttribute("data-line")).toBe("20");
		await page.locator('[data-line="7"]').hover();
		await expect
			.poll(() => page.locator(".line-facts").textContent())
			.toContain("Line 7");
		await queen.hover();
		expect(await page.locator(".lit").getAttribute("data-line")).toBe("13");
		await close();
	});

	test("what changed is told with the docs before and after", async () => {
		const { page, close } = await openPage(browser, html, {
			hash: "#/changes",
		});
		const change = page.locator(".change");
		expect(await change.textContent()).toContain(
			"breaking `GET /hives/{hive_id}`: query parameter `bees` was removed",
		);
		expect(await change.locator(".is-before").textContent()).toContain(
			"13 | `bees` |",
		);
		const after = change.getByRole("figure").nth(1);
		expect(await after.textContent()).toContain(
			"After: not there, at spec/hives.md:13",
		);
		expect(await after.locator(".is-after").count()).toBe(0);
		await after.getByRole("link").click();
		const selected = page.getByRole("option", { selected: true });
		await expect.poll(() => selected.getAttribute("data-line")).toBe("13");
		await close();
	});

	test("paper has every row of a table", async () => {
		const fields = Array.from(
			{ length: 250 },
			(_, at) => `| \`f${at}\` | string |`,
		);
		const many = `# Many\n\n**GET** \`/many\`\n\n### Query parameters\n\n| Name | Type |\n| --- | --- |\n${fields.join("\n")}\n`;
		const { page, close } = await openPage(
			browser,
			await reportOf({ "spec/many.md": many }),
			{ hash: "#/facts" },
		);
		const rows = page.locator("tbody tr");
		expect(await rows.count()).toBe(200);
		await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
		expect(await rows.count()).toBeGreaterThan(250);
		await close();
	});
});
