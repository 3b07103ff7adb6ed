import type { Log, Message, Notification, Result, Run } from "sarif";
import type { Span } from "../text/span.ts";
import { catalogue } from "./catalogue.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { visibleLine } from "./visible.ts";

/** What a log says besides diagnostics. */
export interface SarifOptions {
	/** The version of the generator. */
	readonly version: string;
	/** Where a document is, as a URI reference: relative to the top of the repository where it lies in that. */
	readonly uriOf: (file: string) => string;
	/** What kept the run from its work, or what it came to; these have no place in the docs. */
	readonly problems?: readonly {
		readonly message: string;
		readonly help: string;
	}[];
	readonly exitCode: number;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

/**
 * Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0, with a rule for each code that there is one
 * of. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
export function sarifLog(
	diagnostics: readonly Diagnostic[],
	options: SarifOptions,
): Log {
	const { version, problems = [], exitCode } = options;
	const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
	const run: Run = {
		tool: { driver: { name: "docwright", version, rules: codes.map(ruleOf) } },
		columnKind: "utf16CodeUnits",
		invocations: [
			{
				executionSuccessful: problems.length === 0,
				exitCode,
				toolExecutionNotifications: problems.map(notificationOf),
			},
		],
		results: diagnostics.map((one) => ({
			...resultOf(one, options.uriOf),
			ruleIndex: codes.indexOf(one.code),
		})),
	};
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [run],
	};
}

type Rule = NonNullable<Run["tool"]["driver"]["rules"]>[number];

function ruleOf(code: string): Rule {
	if (!isKnown(code)) return { id: code };
	const { severity, message, help } = catalogue[code];
	return {
		id: code,
		shortDescription: messageOf(message),
		fullDescription: messageOf(message),
		help: messageOf(help),
		defaultConfiguration: { level: levelOf(severity) },
	};
}

function isKnown(code: string): code is keyof typeof catalogue {
	return Object.hasOwn(catalogue, code);
}

function resultOf(
	{ code, severity, message, help, span, related = [] }: Diagnostic,
	uriOf: SarifOptions["uriOf"],
): Result {
	const result: Result = {
		ruleId: code,
		level: levelOf(severity),
		message: messageOf(`${message}. ${help}`),
		locations: [{ physicalLocation: locationOf(span, uriOf) }],
	};
	if (related.length === 0) return result;
	return {
		...result,
		relatedLocations: related.map((one, index) => ({
			id: index + 1,
			message: messageOf(one.message),
			physicalLocation: locationOf(one.span, uriOf),
		})),
	};
}

function levelOf(severity: Severity): (typeof levels)[Severity] {
	return levels[severity];
}

/** The end is exclusive here as there. */
function locationOf(
	{ file, start, end }: Span,
	uriOf: SarifOptions["uriOf"],
): NonNullable<NonNullable<Result["locations"]>[number]["physicalLocation"]> {
	return {
		artifactLocation: { uri: uriOf(file) },
		region: {
			startLine: start.line,
			startColumn: start.column,
			endLine: end.line,
			endColumn: end.column,
		},
	};
}

function notificationOf({
	message,
	help,
}: {
	readonly message: string;
	readonly help: string;
}): Notification {
	return { level: "error", message: messageOf(`${message}. ${help}`) };
}

/**
 * A message of others as plain text: `[text](1)` would be a link and `{0}` a placeholder (3.11.5 and 3.11.6). Braces around
 * anything but a number are none, and stay as they are, since not every viewer takes doubled ones back.
 */
function messageOf(text: string): Message & { text: string } {
	return {
		text: visibleLine(text)
			.replace(/[\\[\]]/g, "\\$&")
			.replace(/\{\{+|\}\}+|\{(?=\d+\})|(?<=\{\d+)\}/g, "$&$&"),
	};
}
