/** Those that wait for each signal. */
const waits = new WeakMap<AbortSignal, Waiting>();

/** What is called when a signal is aborted; one listener of the signal for all of them, since Node warns of many. */
interface Waiting extends Set<() => void>, EventListenerObject {}

/** Calls `stop` when the signal is aborted. */
export function listen(signal: AbortSignal, stop: () => void): void {
	const all: Waiting =
		waits.get(signal) ??
		Object.assign(new Set<() => void>(), {
			handleEvent() {
				for (const each of all) each();
			},
		});
	waits.set(signal, all.add(stop));
	// The same listener is not added twice.
	signal.addEventListener("abort", all);
}

/** Calls it no more. */
export function unlisten(signal: AbortSignal, stop: () => void): void {
	const all = waits.get(signal);
	if (all?.delete(stop) && !all.size) signal.removeEventListener("abort", all);
}
