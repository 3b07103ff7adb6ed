import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { folderWith } from "../output/folder.ts";

const program = "/usr/bin/chromium";

/** Why no browser can be run, if so. */
export const missing: string | undefined = existsSync(program)
	? undefined
	: `skipped: there is no ${program} (apt-get install chromium)`;

export function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: program,
		args: ["--no-sandbox", "--disable-gpu"],
	});
}

export interface Look {
	readonly scheme?: "light" | "dark";
	readonly width?: number;
	readonly hash?: string;
	/** Lets a test put its own scripts into the page. */
	readonly bypassCSP?: boolean;
}

/** A page that was opened, and everything that must not happen in one. */
export interface Opened {
	readonly page: Page;
	/** Requests, violations of the page's policy, errors, dialogs; empty when all is well. */
	readonly troubles: readonly string[];
	readonly close: () => Promise<void>;
}

/** Opens a page from a file, as people do. */
export async function openPage(
	browser: Browser,
	html: string,
	look: Look = {},
): Promise<Opened> {
	const path = join(folderWith(), "report.html");
	writeFileSync(path, html);
	return openAt(browser, pathToFileURL(path).href, look);
}

/** Opens a page at an address, where `mayAsk` says what else it may ask for. */
export async function openAt(
	browser: Browser,
	url: string,
	{ scheme = "light", width = 1200, hash = "", bypassCSP = false }: Look = {},
	mayAsk: readonly string[] = [],
): Promise<Opened> {
	const context = await browser.newContext({
		colorScheme: scheme,
		viewport: { width, height: 900 },
		bypassCSP,
	});
	context.setDefaultTimeout(5_000);
	const page = await context.newPage();
	const troubles: string[] = [];
	page.on("console", (message) => troubles.push(message.text()));
	page.on("pageerror", ({ message }) => troubles.push(message));
	page.on("dialog", (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("request", (request) => {
		const asked = request.url();
		const fine = [url, "data:,", ...mayAsk];
		if (!fine.includes(asked.split("#")[0] ?? "")) troubles.push(asked);
	});
	await page.addInitScript(() => {
		addEventListener("securitypolicyviolation", (event) =>
			console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
		);
	});
	await page.goto(url + hash);
	await page.waitForSelector("main h2");
	return { page, troubles, close: () => context.close() };
}
