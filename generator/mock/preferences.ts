import { type Fault, isFault } from "./faults.ts";

/** What a request wants of the mock: `Prefer: code=404, wait=0.5, fault=stall` (RFC 7240). */
export interface Preferences {
	/** A documented status. */
	readonly code?: number;
	/** Milliseconds before the answer; in the header it is seconds. */
	readonly wait?: number;
	readonly fault?: Fault;
}

const token = "[\\w!#$%&'*+.^`|~-]+";
const form = new RegExp(
	`^\\s*(${token})(?:\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token})))?\\s*(?:;|$)`,
);

/** The longest wait, in milliseconds. */
const longest = 300_000;

/** Reads the header; of a preference that is given twice the first counts, and what is not understood is passed over. */
export function readPreferences(header: string | null): Preferences {
	const given = new Map<string, string>();
	for (const item of header?.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? []) {
		const [, name = "", quoted, plain] = form.exec(item) ?? [];
		const key = name.toLowerCase();
		if (key !== "" && !given.has(key))
			given.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
	}
	const code = given.get("code") ?? "";
	const wait = given.get("wait") ?? "";
	const fault = given.get("fault") ?? "";
	return {
		...(/^[2-5]\d\d$/.test(code) && { code: Number(code) }),
		...(/^\d{1,6}(?:\.\d{1,6})?$/.test(wait) && {
			wait: Math.min(Number(wait) * 1000, longest),
		}),
		...(isFault(fault) && { fault }),
	};
}

/** What was done of it, for `Preference-Applied`. */
export function printPreferences({ code, wait, fault }: Preferences): string {
	return [
		...(code === undefined ? [] : [`code=${code}`]),
		...(wait === undefined ? [] : [`wait=${wait / 1000}`]),
		...(fault === undefined ? [] : [`fault=${fault}`]),
	].join(", ");
}
