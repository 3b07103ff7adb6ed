import { own } from "./own.js";
import { redact } from "./redact.js";

/** Takes `secrets` out of an error and its causes: some runtimes quote the URL in what they say of a failure. */
export function conceal(error: unknown, secrets: readonly string[]): void {
	// Nobody knows how long a chain of causes is, or whether it has an end.
	for (let depth = 0; error instanceof Error && depth < 5; depth++) {
		for (const name of Object.getOwnPropertyNames(error)) {
			const text: unknown = own(error, name);
			if (typeof text !== "string") continue;
			const safe = redact(text, secrets);
			if (safe !== text) Reflect.set(error, name, safe);
		}
		error = error.cause;
	}
}
