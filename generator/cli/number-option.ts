import { UsageError } from "./exit.ts";

/** The number that an option was given; wrong use where it is none, or more than `most`. */
export function numberOf(
	option: string,
	text: string,
	most: number,
	form = /^\d+$/,
): number {
	if (form.test(text) && Number(text) <= most) return Number(text);
	throw new UsageError({
		message: `${option} cannot be ${text}`,
		help: `Give a number from 0 to ${most}`,
	});
}
