import { createHash } from "node:crypto";
import { visibleText } from "../diagnostics/visible.ts";
import type { ReportData } from "./make-report.ts";

/** What the page is made of besides its data: one script and one style sheet, whole. */
export interface PageAssets {
	readonly script: string;
	readonly style: string;
}

/**
 * The page, whole: it asks for nothing, unless a server shows it: then for word of the next one. Nothing runs in it but the one script, by its digest (CSP Level 3, 2.3.1), and
 * that cannot turn text into markup (Trusted Types); all of the docs is JSON in elements that are no script.
 */
export function printPage(
	{ summary, subjects, documents }: ReportData,
	{ script, style }: PageAssets,
): string {
	const policy = [
		"default-src 'none'",
		`script-src '${digestOf(script)}'`,
		`style-src '${digestOf(style)}'`,
		"img-src data:",
		...(summary.served === undefined ? [] : ["connect-src 'self'"]),
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join("; ");
	const data = [
		dataElement("summary", summary),
		dataElement("subjects", subjects),
		...documents.map((text, at) => dataElement(`document-${at}`, text)),
	];
	const title = escapeHtml(visibleText(`${summary.title}: what was read`));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="docwright report">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This report needs JavaScript. Nothing of it is loaded from elsewhere.</p></noscript>
<div id="report"></div>
${data.join("\n")}
<script>${script}</script>
</body>
</html>
`;
}

/** Data as JSON that cannot end its element; characters that nobody sees, or that turn text around, are spelt out. */
function dataElement(id: string, data: unknown): string {
	const json = JSON.stringify(data, (_, value: unknown) =>
		typeof value === "string" ? visibleText(value) : value,
	);
	const safe = json.replace(
		/[<\u2028\u2029]/g,
		(character) =>
			`\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
	return `<script type="application/json" id="${id}">${safe}</script>`;
}

function digestOf(text: string): string {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
