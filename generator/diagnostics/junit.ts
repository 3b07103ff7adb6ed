import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import type { Diagnostic } from "./diagnostic.ts";
import { type FormatOptions, formatPlace } from "./format.ts";
import { visibleLine } from "./visible.ts";

/** What a report says besides diagnostics. */
export interface JUnitOptions extends Pick<FormatOptions, "pathOf"> {
	/** The documents that were read; one of which there is nothing to say is a case that passed. */
	readonly documents: readonly string[];
	/** Whether warnings fail, too. */
	readonly strict: boolean;
	/** What kept the run from its work, or what it came to; these have no place in the docs. */
	readonly problems?: readonly {
		readonly message: string;
		readonly help: string;
	}[];
	readonly milliseconds: number;
}

type Outcome = "passed" | "skipped" | "failure" | "error";

interface Case {
	readonly outcome: Outcome;
	readonly element: ReturnType<typeof x>;
}

/**
 * Diagnostics as the XML that build servers take for the results of tests: a suite for each document, a case for each
 * diagnostic. What fails the run is a failure, and what does not is skipped, so that it is seen and fails nothing.
 * Source: https://github.com/testmoapp/junitxml, which says what the servers agree on.
 */
export function junitReport(
	diagnostics: readonly Diagnostic[],
	options: JUnitOptions,
): string {
	const { documents, problems = [], milliseconds } = options;
	const byFile = new Map<string, Diagnostic[]>(
		documents.map((file) => [file, []]),
	);
	for (const diagnostic of diagnostics) {
		const { file } = diagnostic.span;
		byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
	}
	const suites = [...byFile]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([file, said]) => {
			const path = legal(options.pathOf(file));
			const cases = said.map((one) => caseOf(one, path, options));
			return suiteOf(path, cases.length === 0 ? [passed(path)] : cases);
		});
	const own =
		problems.length === 0
			? []
			: [suiteOf("docwright", problems.map(problemCase))];
	const all = [...own, ...suites];
	const root = x(
		"testsuites",
		{
			name: "docwright",
			...totals(all.flatMap(({ cases }) => cases)),
			time: (milliseconds / 1000).toFixed(3),
		},
		all.map(({ element }) => element),
	);
	const head = {
		type: "instruction",
		name: "xml",
		value: 'version="1.0" encoding="UTF-8"',
	} as const;
	// What ends a CDATA section may not stand in text either (XML 1.0, 2.4), which the library lets through.
	return `${toXml([head, root]).replaceAll("]]>", "]]&gt;")}\n`;
}

function suiteOf(name: string, cases: readonly Case[]) {
	const element = x(
		"testsuite",
		{ name, ...totals(cases) },
		cases.map((one) => one.element),
	);
	return { element, cases };
}

function totals(cases: readonly Case[]): Readonly<Record<string, string>> {
	const count = (outcome: Outcome) =>
		`${cases.filter((one) => one.outcome === outcome).length}`;
	return {
		tests: `${cases.length}`,
		failures: count("failure"),
		errors: count("error"),
		skipped: count("skipped"),
	};
}

function passed(path: string): Case {
	const attributes = { name: "nothing to say", classname: path, file: path };
	return { outcome: "passed", element: x("testcase", attributes) };
}

function caseOf(
	{ code, severity, message, help, span, related = [] }: Diagnostic,
	path: string,
	{ strict, pathOf }: JUnitOptions,
): Case {
	const fails = severity === "error" || (strict && severity === "warning");
	const outcome = fails ? "failure" : "skipped";
	const title = legal(`${severity} ${code}: ${message}`);
	const lines = [
		`${formatPlace(span, { pathOf })}: ${title}`,
		...related.map(
			(other) => `${formatPlace(other.span, { pathOf })}: ${other.message}`,
		),
		`help: ${help}`,
	].map(legal);
	const attributes = {
		name: title,
		classname: path,
		file: path,
		line: `${span.start.line}`,
	};
	const text = lines.join("\n");
	// Only the text of a failure is shown everywhere, and only the message of what was skipped.
	const told = fails
		? x("failure", { type: code, message: title }, text)
		: x("skipped", { message: title }, text);
	return { outcome, element: x("testcase", attributes, told) };
}

function problemCase({
	message,
	help,
}: {
	readonly message: string;
	readonly help: string;
}): Case {
	const text = legal(message);
	const told = x("error", { message: text }, legal(`help: ${help}`));
	const attributes = { name: text, classname: "docwright" };
	return { outcome: "error", element: x("testcase", attributes, told) };
}

/** Text on one line that XML 1.0 may hold (2.2): besides what is spelt out anyway, two characters that are none. */
function legal(text: string): string {
	return visibleLine(text).replace(
		/[\ufffe\uffff]/g,
		(one) => `\\u${one.charCodeAt(0).toString(16)}`,
	);
}
