import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import type { Reading } from "../../generator/pipeline.ts";
import type { DocumentCoverage } from "../../generator/reading/coverage.ts";
import { openSource, type SourceText } from "../../generator/text/source.ts";
import { printPlace, type Span } from "../../generator/text/span.ts";

/** Each diagnostic with its other places and its advice, or `none`. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
	const lines = diagnostics.flatMap(
		({ span, severity, code, message, related = [], help }) => [
			`${printPlace(span)}: ${severity} ${code}: ${message}`,
			...related.map((one) => `  ${printPlace(one.span)}: ${one.message}`),
			`  help: ${help}`,
		],
	);
	return `${lines.length === 0 ? "none" : lines.join("\n")}\n`;
}

/** A line for each block: where it starts, what became of it, and as what. */
export function printCoverage(coverage: readonly DocumentCoverage[]): string {
	return coverage
		.map(({ file, dialects, blocks }) =>
			[
				`${file}: ${dialects.join(", ") || "no dialect"}`,
				...blocks.map(
					({ span, became, what }) => `\t${span.start.line}: ${became} ${what}`,
				),
			].join("\n"),
		)
		.join("\n")
		.concat("\n");
}

/** Text that the books leave out, hold twice, or hold in the wrong order. */
export function uncovered(
	{ coverage }: Reading,
	docs: readonly SourceText[],
): readonly string[] {
	return docs.map(openSource).flatMap(({ file, text }) => {
		const books = coverage.filter((one) => one.file === file);
		if (books.length !== 1) return [`${file} has ${books.length} books`];
		const [{ blocks } = { blocks: [] }] = books;
		const found: string[] = [];
		let at = 0;
		for (const { span } of blocks) {
			const { start, end } = span;
			if (start.offset < at) found.push(`${printPlace(span)} is held twice`);
			if (end.offset <= start.offset)
				found.push(`${printPlace(span)} is empty`);
			found.push(...leftOut(file, text.slice(at, start.offset)));
			at = end.offset;
		}
		return [...found, ...leftOut(file, text.slice(at))];
	});
}

function leftOut(file: string, text: string): readonly string[] {
	return text.trim() === ""
		? []
		: [`${file} leaves out ${JSON.stringify(text)}`];
}

/** Every span in a reading that is empty, lies outside of its document, or whose points do not agree with its offsets. */
export function misplacedOrigins(
	{ model, diagnostics }: Pick<Reading, "model" | "diagnostics">,
	docs: readonly SourceText[],
): readonly string[] {
	const sources = new Map(docs.map((doc) => [doc.file, openSource(doc)]));
	const isAt = (span: Span): boolean => {
		const source = sources.get(span.file);
		return [span.start, span.end].every(({ line, column, offset }) => {
			const own = source?.lines[line - 1]?.span;
			return (
				own !== undefined &&
				own.start.offset + column - 1 === offset &&
				offset <= own.end.offset
			);
		});
	};
	const origins = spansIn(model).filter(
		(span) => span.end.offset <= span.start.offset || !isAt(span),
	);
	const places = diagnostics
		.flatMap(({ span, related = [] }) => [
			span,
			...related.map((one) => one.span),
		])
		.filter((span) => !isAt(span));
	return [...origins, ...places].map(
		(span) => `${printPlace(span)}-${span.end.line}:${span.end.column}`,
	);
}

/** Every span of a model, wherever it stands; documented values are not looked into. */
export function spansIn(value: unknown): readonly Span[] {
	const found: Span[] = [];
	const left: unknown[] = [value];
	while (left.length > 0) {
		const one = left.pop();
		if (Array.isArray(one)) left.push(...one);
		else if (typeof one === "object" && one !== null)
			for (const [key, inner] of Object.entries(one))
				if (key === "span") found.push(inner as Span);
				else if (!["value", "default", "example"].includes(key))
					left.push(inner);
	}
	return found;
}
