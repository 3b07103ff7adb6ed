import { ApiArgumentError } from "./errors.js";
import type { Feature } from "./feature.js";
import type { Operation } from "./operation.js";
import { buildPath, dotSegments, encodeSegment } from "./path.js";
import { problemOf, scalar } from "./scalar.js";

/**
 * Underlines, in the error for a path that cannot be sent, every part that is at fault, and takes objects that have a
 * text of their own.
 */
export const explainPaths: Feature = () => ({
	path(operation, argument) {
		try {
			return buildPath(operation, (parameter) => scalar(argument(parameter)));
		} catch {
			throw new ApiArgumentError(
				operation.name,
				`path cannot be sent\n${report(operation, argument)}`,
			);
		}
	},
});

/** A part of the path's text, and what is to be said about it. */
type Place = readonly [start: number, end: number, text: string];

function report(
	{ path }: Operation,
	argument: (parameter: string) => unknown,
): string {
	let text = "";
	const parameters: Place[] = [];
	const faults: Place[] = [];
	path.forEach((part, index) => {
		const start = text.length;
		if (index % 2) {
			const value = argument(part);
			const problem = problemOfSegment(value);
			text += problem ? `{${part}}` : encodeSegment(scalar(value));
			parameters.push([start, text.length, part]);
			if (problem) faults.push([start, text.length, `${part} ${problem}`]);
		} else text += part;
	});
	for (const { 0: found, 1: before = "", index = 0 } of dotSegments(text)) {
		const start = index + before.length;
		const end = index + found.length;
		const names = parameters
			.filter((place) => place[0] < end && start < place[1])
			.map((place) => place[2]);
		faults.push([start, end, `${names} makes a dot segment`.trim()]);
	}
	faults.sort((one, other) => one[0] - other[0]);
	const marks = faults.reduce(
		(line, [start, end]) => line.padEnd(start).padEnd(end, "^"),
		"",
	);
	return [...faults.map((fault) => fault[2]), text, marks].join("\n");
}

/** Why a value cannot be a part of a path segment, in words that follow its name; `undefined` when it can. */
function problemOfSegment(value: unknown): string | undefined {
	return scalar(value) === "" ? "is empty" : problemOf(value);
}
