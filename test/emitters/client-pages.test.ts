import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { clientEmitter } from "../../generator/emitters/client/client.ts";
import { parseModel } from "../../generator/model/parse.ts";
import type { ApiModel, Pagination } from "../../generator/model/types.ts";
import { runtimeFiles } from "./runtime-files.ts";

const emitter = clientEmitter({ runtime: runtimeFiles() });

/** What the docs say, and what the runtime is told of it. */
test.each([
	[
		"pages",
		"maps",
		`turn: byNumber,
		parameter: "page",
		items: ["maps"],
		total: ["total"],`,
	],
	[
		"pages",
		"letters",
		`turn: byMark,
		parameter: "page_token",
		items: ["letters"],
		next: ["meta","next_page_token"],
		more: ["meta","has_more"],`,
	],
	[
		"pages",
		"photos",
		`turn: byMark,
		parameter: "after",
		items: [],
		header: "X-Next-Photo",`,
	],
	[
		"pages",
		"films",
		`turn: byLink,
		items: ["data"],
		next: ["links","next"],`,
	],
	[
		"pages-with-totals",
		"sheets",
		`turn: byNumber,
		parameter: "page",
		items: ["result"],
		first: 0,
		totalPages: ["result_info","total_pages"],`,
	],
	[
		"pages-with-totals",
		"plants",
		`turn: byNumber,
		parameter: "offset",
		items: ["plants"],
		offset: true,
		total: ["total"],`,
	],
	[
		"pages-in-link-headers",
		"seeds",
		`turn: byLink,
		items: [],
		header: "Link",`,
	],
])("%s: the list of %s", (name, resource, pages) => {
	const text = emit(modelOf(name)).get(`src/functions/${resource}.ts`) ?? "";
	expect(text.replace(/", "/g, '","').replace(/^\t+/gm, "\t\t")).toContain(
		`\t\tpages: {\n\t\t${pages}\n\t\t},\n\t\t}, undefined, `,
	);
	const signature =
		/options\?: ListOptions\): PagePromise<(\w+), (?:\1|NonNullable<\1\["\w+"\]>)\[number\]>/;
	expect(text).toMatch(
		new RegExp(
			`${signature.source} \\{\n\treturn listed\\(client, \\{\n\t\tname: "${resource}.list",`,
		),
	);
});

test("an item that is a shape goes by its name, wherever the shape is declared", () => {
	const model = modelOf("pages-in-link-headers");
	const [list, get] = model.operations;
	const seed = { kind: "reference", name: "Seed" } as const;
	const origins = get?.origins;
	if (list === undefined || origins === undefined) throw new Error("no list");
	const [answer] = list.responses;
	const files = emit({
		...model,
		shapes: [{ name: "Seed", shape: { kind: "string" }, origins }],
		operations: model.operations.map((operation) => ({
			...operation,
			responses: operation.responses.map((response) => ({
				...response,
				shape: response === answer ? { kind: "array", items: seed } : seed,
			})),
		})),
	});
	const text = files.get("src/resources/seeds.ts");
	expect(text).toContain("PagePromise<SeedListResponse, Seed>");
});

test.each<[string, Partial<Pagination>]>([
	["a mark that no answer gives", { kind: "cursor" }],
	["a page whose list is nowhere", { items: ["elsewhere"] }],
	["a list that is none", { items: ["id"] }],
])("%s is no walk", (_, wrong) => {
	const model = modelOf("pages-with-totals");
	const operations = model.operations.map((operation) =>
		operation.pagination === undefined
			? operation
			: { ...operation, pagination: { ...operation.pagination, ...wrong } },
	);
	for (const text of emit({ ...model, operations }).values())
		if (!text.includes("export class PagePromise"))
			expect(text).not.toMatch(/PagePromise<|listed\(/);
});

test("who has no list of pages imports nothing of them", () => {
	const files = emit(modelOf("pages-in-link-headers"));
	expect(files.get("src/methods/seeds.ts")).toContain("byLink");
	const other = emit(modelOf("loose-json"));
	for (const [path, text] of other)
		if (path.startsWith("src/methods/"))
			expect(text).not.toMatch(/runtime\/(?:pages|by-|list)/);
});

function modelOf(name: string): ApiModel {
	const path = `../corpus/generic/${name}/model.json`;
	return parseModel(readFileSync(new URL(path, import.meta.url), "utf8"));
}

function emit(model: ApiModel): ReadonlyMap<string, string> {
	const { report } = createReporter();
	const files = emitter.emit(model, report);
	return new Map(files.map(({ path, text }) => [path, text]));
}
