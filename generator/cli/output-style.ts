import type { ResultsStyle } from "./write-results.ts";

/** For whom a command prints what it found. */
export type OutputStyle = "text" | "github" | "json" | ResultsStyle;

export const outputStyles: readonly OutputStyle[] = [
	"text",
	"github",
	"sarif",
	"junit",
	"json",
];

export interface StyleFlags {
	readonly json?: boolean;
	readonly reporter?: OutputStyle;
}

/** For whom to print, as a command line says. */
export function styleOf({ json, reporter }: StyleFlags): OutputStyle {
	return json === true ? "json" : (reporter ?? "text");
}

/** True for the forms in which other programs take results. */
export function isResultsStyle(style: OutputStyle): style is ResultsStyle {
	return style === "sarif" || style === "junit";
}

/** The same of a command line that could not be made sense of. */
export function styleOfArguments(args: readonly string[]): OutputStyle {
	if (args.includes("--json")) return "json";
	const named = args.flatMap((arg, index) =>
		arg === "--reporter"
			? [args[index + 1]]
			: arg.startsWith("--reporter=")
				? [arg.slice("--reporter=".length)]
				: [],
	);
	return outputStyles.find((style) => style === named.at(-1)) ?? "text";
}
