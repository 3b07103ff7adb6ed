/** What the exit status says. */
export const exitCodes = {
	ok: 0,
	/** Errors in the docs, or docs that could not be fetched. */
	docs: 1,
	/** The command line, the config or the output folder. */
	usage: 2,
	/** The output is not what the docs give, or the docs are not what is published. */
	outdated: 3,
	/** A fault of ours. */
	internal: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One thing to put right before there is anything to read or to write, and how. */
export interface Problem {
	readonly message: string;
	readonly help: string;
}

/** The command was asked for something that it cannot do: nothing was read or written, exit 2. */
export class UsageError extends Error {
	readonly problems: readonly Problem[];

	constructor(...problems: readonly Problem[]) {
		super(problems.map(({ message }) => message).join("; "));
		this.name = "UsageError";
		this.problems = problems;
	}
}
