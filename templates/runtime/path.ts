import { ApiArgumentError } from "./errors.js";
import type { Operation } from "./operation.js";
import { problemOf, scalar } from "./scalar.js";

/** A part of the path's text, and what is to be said about it. */
interface Place {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The path of an operation with its parameters in it, or an `ApiArgumentError` that points at every bad one. */
export function buildPath(
	{ name, path }: Operation,
	argument: (parameter: string) => unknown,
): string {
	let text = "";
	const parameters: Place[] = [];
	const faults: Place[] = [];
	for (const [index, part] of path.entries()) {
		const start = text.length;
		if (index % 2 === 0) {
			text += part.replace(/[#\\]/g, encodeURIComponent);
			continue;
		}
		const value = argument(part);
		const problem = scalar(value) === "" ? "is empty" : problemOf(value);
		text += problem ? `{${part}}` : encodeSegment(`${scalar(value)}`);
		const end = text.length;
		parameters.push({ start, end, text: part });
		if (problem) faults.push({ start, end, text: `${part} ${problem}` });
	}
	if (parameters.length === 0) return text;
	for (const { start, end } of dotSegments(text)) {
		const names = parameters
			.filter((place) => place.start < end && start < place.end)
			.map((place) => place.text);
		faults.push({ start, end, text: `${names} makes a dot segment` });
	}
	if (faults.length === 0) return text;
	faults.sort((one, other) => one.start - other.start);
	const lines = [
		"path cannot be sent",
		...faults.map((fault) => fault.text.trim()),
		text,
		faults.reduce(
			(line, { start, end }) => line.padEnd(start).padEnd(end, "^"),
			"",
		),
	];
	throw new ApiArgumentError(name, lines.join("\n"));
}

/** `text` as a part of one path segment: nothing in it separates or ends a segment. */
export function encodeSegment(text: string): string {
	return encodeURIComponent(text).replace(/%(3A|40)/g, decodeURIComponent);
}

/**
 * The dot segments before the query, also those that a proxy would make by decoding the path once more. A parameter's
 * own `%2e` is `%252e` here, its slash `%2F`.
 */
function dotSegments(path: string): readonly Omit<Place, "text">[] {
	const pattern =
		/(?<=^|\/|%(25)?(2f|5c))(\.|%(25)?2e){1,2}(?=$|\/|%(25)?(2f|5c))/gi;
	const [beforeQuery = ""] = path.split("?");
	return [...beforeQuery.matchAll(pattern)].map(
		({ 0: { length }, index: start = 0 }) => ({ start, end: start + length }),
	);
}
