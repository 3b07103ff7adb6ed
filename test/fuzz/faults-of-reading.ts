import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { checkModel } from "../../generator/model/check.ts";
import { parseModel } from "../../generator/model/parse.ts";
import { printModel } from "../../generator/model/print.ts";
import { acceptDocument } from "../../generator/output/accept-document.ts";
import { decodeDocument } from "../../generator/output/read-document.ts";
import { readDocs } from "../../generator/pipeline.ts";
import { openSource, type SourceText } from "../../generator/text/source.ts";
import { misplacedOrigins, uncovered } from "../models/reading.ts";

/**
 * Reads bytes as the document of a run: the model is sound and can be printed and parsed, places lie in the document, and
 * the books hold each line once.
 */
export function faultsOfReading(bytes: Uint8Array): readonly string[] {
	const file = "fuzzed.md";
	const decoded = decodeDocument(bytes);
	const reporter = createReporter();
	const text = acceptDocument(decoded, file, reporter.report);
	if (text === undefined) {
		const before = decoded.kind === "unreadable" ? "" : textOf(decoded);
		return refusalFaults(reporter.diagnostics(), { file, text: before });
	}
	const docs = [{ file, text }];
	const reading = readDocs(docs);
	const { model, coverage } = reading;
	const unsound = checkModel(model).map((fault) => `model: ${fault}`);
	// What is no model is not parsed.
	if (unsound.length > 0) return unsound;
	const printed = printModel(model);
	const books = coverage.map(({ lines }) => lines);
	return [
		...misplacedOrigins(reading, docs).map((place) => `misplaced: ${place}`),
		...uncovered(reading, docs).map((fault) => `books: ${fault}`),
		...books.flatMap(({ total, blank, read, prose, unread }) =>
			total === blank + read + prose + unread
				? []
				: [`lines: ${[total, blank, read, prose, unread].join()}`],
		),
		...books.flatMap(({ total }) => {
			const lines = openSource({ file, text }).lines.length;
			return total === lines || total === lines - 1
				? []
				: [`lines: ${total} of ${lines}`];
		}),
		...(printModel(parseModel(printed)) === printed
			? []
			: ["model: not the same when printed and parsed"]),
	];
}

function textOf(
	decoded: Exclude<ReturnType<typeof decodeDocument>, { kind: "unreadable" }>,
): string {
	if (decoded.kind === "text") return decoded.text;
	return decoded.kind === "not-utf8" ? decoded.before : "";
}

/** A document that is refused has one error, with a place in the part that could be read. */
function refusalFaults(
	diagnostics: readonly Diagnostic[],
	doc: SourceText,
): readonly string[] {
	const [{ severity } = { severity: undefined }] = diagnostics;
	if (diagnostics.length !== 1 || severity !== "error")
		return [`refused with ${diagnostics.length} diagnostics`];
	const { model } = readDocs([]);
	return misplacedOrigins({ model, diagnostics }, [doc]).map(
		(place) => `misplaced: ${place}`,
	);
}
