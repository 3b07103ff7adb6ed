import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Api } from "./api.ts";
import { browserProgram } from "./programs.ts";
import type { Project } from "./project.ts";

const chromium = "/usr/bin/chromium";

/** Bundles a program for browsers and runs it in Chromium, on a page of another origin than the API's. */
export async function runInBrowser(
	{ folder }: Project,
	{ url }: Api,
	require: NodeJS.Require,
): Promise<string | undefined> {
	if (!existsSync(chromium)) return `there is no ${chromium}`;
	const script = bundle(folder, require("esbuild"));
	const server = createServer(({ url = "" }, response) => {
		const isScript = url === "/program.js";
		response.setHeader(
			"content-type",
			isScript ? "text/javascript" : "text/html",
		);
		response.end(
			isScript ? script : '<script type="module" src="/program.js"></script>',
		);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = Object(server.address()) as AddressInfo;
	const page = `http://127.0.0.1:${port}/?api=${encodeURIComponent(url)}`;
	try {
		const outcome = await outcomeOf(page, require("playwright-core"));
		if (outcome !== "done") throw new Error(`${outcome}`);
		return undefined;
	} finally {
		server.close();
		server.closeAllConnections();
	}
}

/** What the matrix uses of esbuild, which the project itself does not have. */
interface Bundler {
	buildSync(options: object): {
		readonly outputFiles: readonly { readonly text: string }[];
	};
}

function bundle(resolveDir: string, { buildSync }: Bundler): string {
	const { outputFiles } = buildSync({
		stdin: { contents: browserProgram, resolveDir },
		bundle: true,
		write: false,
		format: "esm",
		platform: "browser",
		logLevel: "error",
	});
	return outputFiles[0]?.text ?? "";
}

/** What the matrix uses of playwright-core. */
interface Playwright {
	readonly chromium: {
		launch(options: object): Promise<{
			newPage(): Promise<{
				goto(url: string): Promise<unknown>;
				evaluate(expression: string): Promise<unknown>;
			}>;
			close(): Promise<void>;
		}>;
	};
}

async function outcomeOf(
	url: string,
	{ chromium: engine }: Playwright,
): Promise<unknown> {
	const browser = await engine.launch({
		executablePath: chromium,
		args: ["--no-sandbox"],
	});
	try {
		const page = await browser.newPage();
		await page.goto(url);
		return await page.evaluate("globalThis.outcome");
	} finally {
		await browser.close();
	}
}
