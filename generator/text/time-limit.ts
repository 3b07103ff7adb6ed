import { createContext, Script } from "node:vm";

/** The time that something was given is over; what it did until then is lost. */
export class TimeOver extends Error {
	override readonly name = "TimeOver";
}

interface Box {
	run?: (() => unknown) | undefined;
}

const box: Box = createContext({});
const script = new Script("run()");

/** Runs a function that does not wait for anything; throws `TimeOver`, in the midst of whatever it does, after `seconds`. */
export function withinSeconds<T>(seconds: number, run: () => T): T {
	const outer = box.run;
	let made: { readonly value: T } | undefined;
	box.run = () => {
		made = { value: run() };
	};
	try {
		script.runInContext(box, { timeout: Math.ceil(seconds * 1_000) });
	} catch (error) {
		if (isTimeout(error)) throw new TimeOver();
		throw error;
	} finally {
		box.run = outer;
	}
	if (made === undefined) throw new TimeOver();
	return made.value;
}

/** The error comes from another context, so its class is not ours. */
function isTimeout(error: unknown): boolean {
	return (
		typeof error === "object" &&
		error !== null &&
		"code" in error &&
		error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
	);
}
