import { createHash } from "node:crypto";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { bundlePage } from "../../generator/page.mjs";
import { dataOf, hives, hostile, reportOf } from "./docs.ts";

test("hostile text stays within elements that are no script, and comes back as it was", async () => {
	const html = await reportOf({ "</script><script>x.md": hostile });
	const scripts = elementsIn(fromHtml(html)).filter(
		({ tagName }) => tagName === "script",
	);
	const ids = scripts.map((one) => propertyOf(one, "id"));
	expect(ids).toEqual(["summary", "subjects", "document-0", undefined]);
	const [summary, , document] = scripts.map((one) => textIn(one));
	expect(JSON.parse(summary ?? "").documents[0].file).toBe(
		"</script><script>x.md",
	);
	const [first] = JSON.parse(document ?? "").text.split("\n");
	expect(first).toBe(hostile.split("\n")[0]);
	expect(html).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/u);
});

test("the policy names the one script and the one style sheet, and no element has a handler or an address elsewhere", async () => {
	const html = await reportOf({ "spec/hives.md": hives });
	const elements = elementsIn(fromHtml(html));
	const meta = elements.find(
		(one) => propertyOf(one, "httpEquiv") !== undefined,
	);
	const policy = meta && propertyOf(meta, "content");
	const digests = elements
		.filter(
			(one) =>
				one.tagName === "style" ||
				(one.tagName === "script" && propertyOf(one, "type") === undefined),
		)
		.map((one) => createHash("sha256").update(textIn(one)).digest("base64"));
	expect(digests).toHaveLength(2);
	for (const digest of digests) expect(policy).toContain(`'sha256-${digest}'`);
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toContain("unsafe");
	for (const one of elements) {
		expect(Object.keys(one.properties).join()).not.toMatch(
			/\bon[A-Z]|style|src/,
		);
		expect([undefined, "data:,"]).toContain(propertyOf(one, "href"));
	}
});

test("the page's script cannot end the element that it stands in", async () => {
	const { script, style } = await bundlePage();
	expect(script).not.toMatch(/<\/script|<!--/i);
	expect(style).not.toContain("<");
	expect(script.length).toBeLessThan(40_000);
});

test("what looks like a live secret is not on the page", async () => {
	const key = `ghp_${"a1B2c3D4e5".repeat(4)}`;
	const text = `${hives}\nToken: ${key}\n\n-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG9w0B\nAQEFAASCAT8wggE7AgEAAkEA\n-----END PRIVATE KEY-----\n\nThe end\n\n\`\`\`json\n{ "client_secret": "x9Qv7Lk2mN4pR8sT1wY5zB3c" }\n\`\`\`\n`;
	const { documents } = dataOf({ "spec/hives.md": text });
	const shown = documents[0]?.text ?? "";
	expect(shown).not.toContain("a1B2c3");
	expect(shown).not.toContain("MIIBVQ");
	expect(shown).not.toContain("AQEFAASC");
	expect(shown).not.toContain("x9Qv7Lk2");
	expect(shown).toContain("The end");
	expect(shown.split("\n")).toHaveLength(text.trimEnd().split("\n").length);
});

test("the same docs give the same page", async () => {
	const docs = { "spec/hives.md": hives, "spec/more.md": hostile };
	expect(await reportOf(docs)).toBe(await reportOf(docs));
});

function elementsIn(node: Root | Element): readonly Element[] {
	return node.children.flatMap((child) =>
		child.type === "element" ? [child, ...elementsIn(child)] : [],
	);
}

function propertyOf({ properties }: Element, name: string) {
	return properties[name];
}

function textIn({ children }: Element): string {
	return children
		.map((child) => (child.type === "text" ? child.value : ""))
		.join("");
}
