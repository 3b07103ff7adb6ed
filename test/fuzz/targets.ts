import { faultsOfJson } from "./faults-of-json.ts";
import { faultsOfReading } from "./faults-of-reading.ts";

/** What is fuzzed, by name: what is wrong with what comes of some bytes, or nothing. */
export const targets = {
	reading: faultsOfReading,
	json: faultsOfJson,
} as const;

export type Target = keyof typeof targets;

/** The seconds that reading one input may take; ours are small, and most take milliseconds. */
export const longest = 5;

export function isTarget(name: string): name is Target {
	return Object.hasOwn(targets, name);
}
