import { expect, test } from "vitest";
import {
	changelogEntry,
	withEntry,
} from "../../generator/changes/changelog.ts";
import { changesJson } from "../../generator/changes/changes-json.ts";
import { compareModels } from "../../generator/changes/compare-models.ts";
import { excerpts } from "../../generator/changes/excerpt.ts";
import { printChangesText } from "../../generator/changes/print-text.ts";
import type { ApiModel, Shape } from "../../generator/model/types.ts";
import {
	answer,
	api,
	field,
	named,
	only,
	operation,
} from "../model/diff-cases.ts";
import {
	enumeration,
	object,
	origins,
	path,
	reference,
} from "../models/make.ts";

const plain = (text: string) => text;

/** The changes as a terminal without colours shows them, places left out. */
function told(before: ApiModel, after: ApiModel): string {
	const palette = {
		error: plain,
		warning: plain,
		info: plain,
		quiet: plain,
		strong: plain,
	};
	const changes = compareModels(before, after);
	const paths = { before: plain, after: plain };
	return printChangesText(changes, paths, palette).replace(
		/docs\/apiary\.md:\d+:1/g,
		"docs",
	);
}

/** A hive that two operations answer and one of them takes. */
function hives(shape: Shape): ApiModel {
	const json = { mediaType: "application/json", shape: reference("Hive") };
	const body = { ...json, origins: origins(14, "stated") };
	const responses = [answer(json)];
	const put = { id: "PUT /hives", method: "PUT", name: "put" } as const;
	return api({
		operations: [
			operation({ responses }),
			operation({ ...put, body, responses }),
		],
		shapes: [named("Hive", shape)],
	});
}

test("what is the same in requests and answers is told once, and a program is told of both", () => {
	const before = hives(object([field("frames"), field("queen")]));
	const after = hives(object([field("frames")]));
	expect(
		told(before, after),
	).toBe(`breaking field \`queen\` of \`Hive\` was removed [response-field-removed, request-field-removed]
  in answers of \`GET /hives\`, \`PUT /hives\` and requests of \`PUT /hives\`
  before docs

1 breaking change
`);
	expect(
		changesJson(compareModels(before, after)).map(({ rule, operations }) => [
			rule,
			...operations.map(({ id }) => id),
		]),
	).toEqual([
		["response-field-removed", "GET /hives", "PUT /hives"],
		["request-field-removed", "PUT /hives"],
	]);
});

test("what breaks one way and not the other is told twice", () => {
	const kinds = (...values: readonly string[]) =>
		hives(object([field("kind", { shape: enumeration(...values) })]));
	const text = told(kinds("wood"), kinds("wood", "straw"));
	expect(text).toContain(
		'breaking field `kind` of `Hive` may have more values: `"straw"` [response-value-added]',
	);
	expect(text).toContain(
		'addition field `kind` of `Hive` takes more values: `"straw"` [request-value-added]',
	);
});

test("an operation that has another path and another name is told of once", () => {
	const after = only({
		id: "GET /homes",
		path: path("homes"),
		resource: ["bee_homes"],
		summary: "Lists hives",
	});
	const before = only({ summary: "Lists hives" });
	expect(
		told(before, after),
	).toBe(`breaking \`GET /homes\` was moved, and has another name in the client [operation-moved, method-renamed]
  before docs: \`GET /hives\`, \`client.hives.list()\`
  after  docs: \`GET /homes\`, \`client.beeHomes.list()\`

1 breaking change
`);
	expect(changelogEntry("2.0.0", compareModels(before, after))).toContain(
		"- `client.beeHomes.list()` was moved, and has another name in the client: `GET /hives`, `client.hives.list()` → `GET /homes`, `client.beeHomes.list()`.",
	);
});

test("a name is compared as the client has it", () => {
	const named = (name: string) => only({ resource: [name], name: "list" });
	expect(compareModels(named("bee-hives"), named("bee_hives"))).toEqual([]);
});

test("long texts are cut where they begin to differ", () => {
	const lead = "Some words of the docs that both have in common, ".repeat(5);
	const { before, after } = excerpts(
		{
			before: [{ quoted: `${lead}and one.` }],
			after: [{ quoted: `${lead}and two.` }],
		},
		60,
	);
	expect(before).toEqual([{ quoted: "…in common, and one." }]);
	expect(after).toEqual([{ quoted: "…in common, and two." }]);
});

test.each([
	["nothing", "", "# Changelog\n\n## 2.0.0\n"],
	["a title", "# Changes\n", "# Changes\n\n## 2.0.0\n"],
	[
		"an older entry",
		"# Changes\n\n## v1.0.0\n\n- First\n",
		"# Changes\n\n## 2.0.0\n\n## v1.0.0\n\n- First\n",
	],
	["no title", "## 1.0.0\n", "## 2.0.0\n\n## 1.0.0\n"],
	["the same entry", "# Changes\n\n## [2.0.0] - today\n", undefined],
])("an entry goes into a changelog with %s", (_, changelog, text) => {
	expect(withEntry(changelog, "2.0.0", "## 2.0.0\n")).toBe(text);
});
