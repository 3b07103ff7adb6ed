import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocs } from "../generator/pipeline.ts";
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
			expect(uncovered(reading, documents)).toEqual([]);
			expect(misplacedOrigins(reading, documents)).toEqual([]);
			const wrong = reading.coverage.filter(
				({ lines: { total, read, prose, unread } }) =>
					read + prose + unread !== total,
			);
			expect(wrong.map(({ file, lines }) => ({ file, lines }))).toEqual([]);
			expect(reading.coverage).toHaveLength(documents.length);
		});
	},
);

function documentsIn(folder: string) {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return files
		.filter((file) => /\.(?:md|mdx|markdown|txt)$/.test(file))
		.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") }));
}
