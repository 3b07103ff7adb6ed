import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, select } from "@clack/prompts";

/** What a command asks a person, in texts that a terminal may see; nothing when the person wants to leave. */
export interface Ask {
	/** Gives the number of the choice, from 0. */
	readonly choose: (
		message: string,
		choices: readonly string[],
	) => Promise<number | undefined>;
	readonly confirm: (message: string) => Promise<boolean | undefined>;
}

/** Asks on a terminal, this process's unless others are given. */
export function askOn(
	streams: { readonly input?: Readable; readonly output?: Writable } = {},
): Ask {
	return {
		async choose(message, choices) {
			const options = choices.map((label, value) => ({ label, value }));
			const answer = await select({ message, options, ...streams });
			return isCancel(answer) ? undefined : answer;
		},
		async confirm(message) {
			const answer = await confirm({ message, ...streams });
			return isCancel(answer) ? undefined : answer;
		},
	};
}
