import { expect, test } from "vitest";
import { matches, noFilter } from "../../generator/report/page/filter.ts";
import { lineRoute, parseRoute } from "../../generator/report/page/route.ts";
import { dataOf, hives } from "./docs.ts";

test.each([
	["", { view: "documents" }],
	["#/facts", { view: "facts" }],
	["#/nothing", { view: "documents" }],
	["#/document", { view: "documents" }],
	["#/document/x", { view: "documents" }],
	["#/document/3", { view: "document", document: 3 }],
	["#/document/3/-1", { view: "document", document: 3 }],
	[
		lineRoute(3, 12, 4, 5),
		{ view: "document", document: 3, line: 12, subject: 4, row: 5 },
	],
])("the address %j is %j", (hash, route) => {
	expect(parseRoute(hash)).toEqual(route);
});

test.each([
	[{}, true],
	[{ text: "  READ hive " }, true],
	[{ text: "hive wasp" }, false],
	[{ severity: "warning" }, true],
	[{ severity: "error" }, false],
	[{ basis: "stated" }, true],
	[{ basis: "assumed" }, false],
	[{ dialect: "generic" }, true],
	[{ dialect: "other" }, false],
	[{ document: 0 }, true],
	[{ document: 1 }, false],
] as const)("a filter %j leaves the operation: %s", (part, left) => {
	const { summary } = dataOf({ "spec/hives.md": hives });
	const facets = {
		texts: ["Read one hive", undefined],
		severities: ["warning"],
		bases: ["stated"],
		documents: [0],
	} as const;
	const found = matches({ ...noFilter, ...part }, facets, summary.documents);
	expect(found).toBe(left);
});
