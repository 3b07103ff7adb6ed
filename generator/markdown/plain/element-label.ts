import { wrapperEnd } from "../wrapper-end.ts";
import type { Element } from "./node.ts";
import type { Printing } from "./printing.ts";

/** Writes the words over what a wrapper holds as a label. */
export function label(
	words: string,
	{ tag: { start, end } }: Element,
	prefix: string,
	{ draft }: Printing,
): void {
	draft.part(start);
	draft.say(`${prefix}**${words}**\n`, start, end);
	draft.part(end);
}

/** What follows a wrapper is not under its title. */
export function endLabel(
	{ end }: Element,
	prefix: string,
	{ draft }: Printing,
): void {
	draft.part(end);
	draft.say(`${prefix}${wrapperEnd}\n`, end - 1, end);
	draft.part(end);
}
