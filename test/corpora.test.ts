import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkModel } from "../generator/model/check.ts";
import { type Reading, readDocs } from "../generator/pipeline.ts";
import type { SourceText } from "../generator/text/source.ts";
import { printPlace } from "../generator/text/span.ts";
import { corporaHere } from "./bench/corpora-here.ts";
import { misplacedOrigins, uncovered } from "./models/reading.ts";

/** Real docs of many conventions, which stand beside the repository where there are any. */
const corpora = corporaHere();

describe.skipIf(corpora.length === 0)(
	"every block of real docs is accounted for",
	() => {
		test.each(corpora)("$name", { timeout: 120_000 }, ({ docs }) => {
			const documents = documentsIn(docs);
			const reading = readDocs(documents);
			expect(checkModel(reading.model)).toEqual([]);
			expect(uncovered(reading, documents)).toEqual([]);
			expect(misplacedOrigins(reading, documents)).toEqual([]);
			expect(misnumbered(reading, documents)).toEqual([]);
			expect(unexplained(reading)).toEqual([]);
			expect(reading.coverage).toHaveLength(documents.length);
		});
	},
);

/** Documents whose books do not add up to the lines that a plain count of them finds. */
function misnumbered(
	{ coverage }: Reading,
	documents: readonly SourceText[],
): readonly string[] {
	return documents.flatMap(({ file, text }) => {
		const all = text.replace(/\r\n?/g, "\n").split("\n");
		if (all.at(-1) === "") all.pop();
		const written = all.filter((line) => line.trim() !== "").length;
		const lines = coverage.find((one) => one.file === file)?.lines;
		if (lines === undefined) return [`${file} has no books`];
		const { total, read, prose, unread, blank } = lines;
		return total === all.length &&
			read + prose + unread === written &&
			blank === all.length - written
			? []
			: [`${file}: ${JSON.stringify(lines)}`];
	});
}

/** Unread blocks that the record gives no reason for, or only that they were not recognised. */
function unexplained({ coverage }: Reading): readonly string[] {
	return coverage.flatMap(({ blocks }) =>
		blocks
			.filter(
				({ became, what }) =>
					became === "unread" && (what === "" || what === "not recognised"),
			)
			.map(({ span }) => printPlace(span)),
	);
}

function documentsIn(folder: string) {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return files
		.filter((file) => /\.(?:md|mdx|markdown|txt)$/.test(file))
		.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") }));
}
