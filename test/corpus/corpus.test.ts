import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkModel } from "../../generator/model/check.ts";
import { parseModel } from "../../generator/model/parse.ts";
import { printModel } from "../../generator/model/print.ts";
import { readDocs } from "../../generator/pipeline.ts";
import type { SourceText } from "../../generator/text/source.ts";
import {
	misplacedOrigins,
	printCoverage,
	printDiagnostics,
	uncovered,
} from "../models/reading.ts";

/**
 * Each folder `<dialect>/<case>` holds documents, `in.md` or `in-*.txt`, and what they are read as. A case that is new is
 * written on the first run; in CI a missing file is red.
 */
const here = dirname(fileURLToPath(import.meta.url));
const results = ["coverage.txt", "diagnostics.txt", "model.json"];

for (const dialect of foldersOf(here))
	describe(dialect, () => {
		for (const name of foldersOf(join(here, dialect)))
			describe(name, () => {
				const folder = join(here, dialect, name);
				const docs = documentsOf(folder);
				const reading = readDocs(docs);
				const { model, diagnostics, coverage } = reading;

				test("gives the model that was read and kept", async () => {
					const at = (file: string) => join(folder, file);
					const { soft } = expect;
					await soft(printModel(model)).toMatchFileSnapshot(at("model.json"));
					await soft(printDiagnostics(diagnostics)).toMatchFileSnapshot(
						at("diagnostics.txt"),
					);
					await soft(printCoverage(coverage)).toMatchFileSnapshot(
						at("coverage.txt"),
					);
				});

				test("gives a sound model, places and books", () => {
					expect(checkModel(model)).toEqual([]);
					expect(parseModel(printModel(model))).toEqual(model);
					expect(misplacedOrigins(reading, docs)).toEqual([]);
					expect(uncovered(reading, docs)).toEqual([]);
				});

				test("has no files but these", () => {
					const others = readdirSync(folder).filter(
						(file) => !isDocument(file) && !results.includes(file),
					);
					expect(others).toEqual([]);
					expect(docs).not.toEqual([]);
				});
			});
	});

function foldersOf(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

function documentsOf(folder: string): readonly SourceText[] {
	return readdirSync(folder)
		.filter(isDocument)
		.sort()
		.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

function isDocument(file: string): boolean {
	return /^in(-[\w-]+)?\.(md|txt)$/.test(file);
}
