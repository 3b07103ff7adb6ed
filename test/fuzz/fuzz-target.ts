import { kindOf } from "./known-kinds.ts";
import { isTarget, type Target, targets } from "./targets.ts";

const { FUZZ_TARGET: name = "", FUZZ_KNOWN = "[]" } = process.env;
if (!isTarget(name)) throw new Error(`There is no target ${name}`);
const check = targets[name satisfies Target];
const known: ReadonlySet<string> = new Set(JSON.parse(FUZZ_KNOWN));

/** What a fuzzer calls with each input: throws for the first fault of a kind that was not found before. */
export function fuzz(bytes: Uint8Array): void {
	const fault = firstFault(bytes);
	if (fault !== undefined && !known.has(kindOf(fault))) throw new Error(fault);
}

function firstFault(bytes: Uint8Array): string | undefined {
	try {
		return check(bytes)[0];
	} catch (error) {
		return String(error);
	}
}
