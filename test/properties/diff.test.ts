import fc from "fast-check";
import { expect, test } from "vitest";
import { changelogEntry } from "../../generator/changes/changelog.ts";
import { changesJson } from "../../generator/changes/changes-json.ts";
import { compareModels } from "../../generator/changes/compare-models.ts";
import { printChangesMarkdown } from "../../generator/changes/print-markdown.ts";
import { printChangesText } from "../../generator/changes/print-text.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";

const plain = (text: string) => text;
const palette = {
	error: plain,
	warning: plain,
	info: plain,
	quiet: plain,
	strong: plain,
};

test("no model differs from itself", () => {
	fc.assert(
		fc.property(arbitraryModel, (model) => {
			expect(compareModels(model, model)).toEqual([]);
		}),
	);
});

test("any two models can be compared, and what is printed obeys no terminal and ends no row", () => {
	fc.assert(
		fc.property(arbitraryModel, arbitraryModel, (before, after) => {
			const changes = compareModels(before, after);
			const paths = { before: plain, after: plain };
			const text = printChangesText(changes, paths, palette);
			const markdown = printChangesMarkdown(changes);
			const entry = changelogEntry("1.0.0", changes);
			for (const printed of [text, markdown, entry])
				expect(printed).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u);
			const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
			for (const row of rows.filter((row) => !row.includes("---")))
				expect(row.replace(/\\\|/g, "").match(/\|/g)).toHaveLength(5);
			expect(changesJson(changes)).toHaveLength(changes.length);
		}),
	);
});
