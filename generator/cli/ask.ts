import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, select } from "@clack/prompts";

/** What a command asks a person; nothing when the person wants to leave. */
export interface Ask {
	readonly choose: (
		message: string,
		options: readonly Choice[],
	) => Promise<number | undefined>;
	readonly confirm: (message: string) => Promise<boolean | undefined>;
}

/** Texts that a terminal may see. */
export interface Choice {
	readonly label: string;
	readonly hint: string;
}

/** Asks on a terminal, this process's unless others are given. */
export function askOn(
	streams: { readonly input?: Readable; readonly output?: Writable } = {},
): Ask {
	return {
		async choose(message, choices) {
			const options = choices.map((choice, value) => ({ ...choice, value }));
			const answer = await select({ message, options, ...streams });
			return isCancel(answer) ? undefined : answer;
		},
		async confirm(message) {
			const answer = await confirm({ message, ...streams });
			return isCancel(answer) ? undefined : answer;
		},
	};
}
