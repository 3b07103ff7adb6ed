/** The text of a string, a finite number, a bigint or a boolean; `undefined` for everything else. */
export function textOf(value: unknown): string | undefined {
	return Number.isFinite(value) || /^(s.*g|b.*)$/.test(typeof value)
		? `${value}`
		: undefined;
}

/** Such a text, percent-encoded; `undefined` also where half a surrogate pair is in it. */
export function encodeText(value: unknown): string | undefined {
	try {
		return encodeURIComponent(textOf(value) ?? "\ud800");
	} catch {
		return undefined;
	}
}
