import { ApiArgumentError } from "./errors.js";
import type { Operation } from "./operation.js";
import { problemOf, scalar } from "./scalar.js";

/** A part of the path's text, and what is to be said about it. */
type Place = readonly [start: number, end: number, text: string];

/** The path of an operation with its parameters in it, or an `ApiArgumentError` that points at every bad one. */
export function buildPath(
	{ name, path }: Operation,
	argument: (parameter: string) => unknown,
): string {
	let text = "";
	const parameters: Place[] = [];
	const faults: Place[] = [];
	path.forEach((part, index) => {
		const start = text.length;
		if (index % 2) {
			const value = argument(part);
			const problem = scalar(value) === "" ? "is empty" : problemOf(value);
			text += problem ? `{${part}}` : encodeSegment(`${scalar(value)}`);
			parameters.push([start, text.length, part]);
			if (problem) faults.push([start, text.length, `${part} ${problem}`]);
		} else text += part;
	});
	for (const { 0: found, index } of parameters[0] ? dotSegments(text) : []) {
		const end = index + found.length;
		const names = parameters
			.filter((place) => place[0] < end && index < place[1])
			.map((place) => place[2]);
		faults.push([index, end, `${names} makes a dot segment`.trim()]);
	}
	if (!faults[0]) return text;
	faults.sort((one, other) => one[0] - other[0]);
	const marks = faults.reduce(
		(line, [start, end]) => line.padEnd(start).padEnd(end, "^"),
		"",
	);
	throw new ApiArgumentError(
		name,
		[
			"path cannot be sent",
			...faults.map((fault) => fault[2]),
			text,
			marks,
		].join("\n"),
	);
}

/** `text` as a part of one path segment: nothing in it separates or ends a segment. */
export function encodeSegment(text: string): string {
	return encodeURIComponent(text).replace(/%(3A|40)/g, decodeURIComponent);
}

/**
 * The dot segments before the query, also those that a proxy would make by decoding the path once more. A parameter's
 * own `%2e` is `%252e` here, its slash `%2F`.
 */
function dotSegments(path: string): Iterable<{ 0: string; index: number }> {
	return path
		.replace(/\?.*/s, "")
		.matchAll(
			/(?<=^|\/|%(25)?(2f|5c))(\.|%(25)?2e){1,2}(?=$|\/|%(25)?(2f|5c))/gi,
		);
}
