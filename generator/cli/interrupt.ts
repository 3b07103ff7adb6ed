/** A shell's exit status for each signal that asks a program to end. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The exit status of a command that was asked to end. */
export type Interrupted = (typeof signals)[keyof typeof signals];

/**
 * Lets `work` finish when a signal asks the process to end, which it may hear of, and says afterwards which exit status that is; a second
 * signal ends it at once. Outside of such work a signal ends the process where it stands, as nothing is half done there.
 */
export async function holdSignals(
	work: (asked: AbortSignal) => Promise<void>,
): Promise<Interrupted | undefined> {
	const asked = new AbortController();
	let status: Interrupted | undefined;
	const hear = (signal: NodeJS.Signals): void => {
		if (status !== undefined) process.exit(status);
		if (signal === "SIGINT" || signal === "SIGTERM" || signal === "SIGHUP")
			status = signals[signal];
		asked.abort();
	};
	for (const signal of Object.keys(signals)) process.on(signal, hear);
	try {
		await work(asked.signal);
	} finally {
		for (const signal of Object.keys(signals)) process.off(signal, hear);
	}
	return status;
}
