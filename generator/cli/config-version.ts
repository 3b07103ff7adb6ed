/**
 * The text of a config with another version of the package. Nothing where it is not written out once, as a program may
 * take it from elsewhere: a config is code, and only a person can tell what else it would change.
 */
export function withVersion(
	config: string,
	from: string,
	to: string,
): string | undefined {
	const pattern = /(["']?)\bversion\1(\s*:\s*)(["'`])([^"'`\s]+)\3/g;
	const found = [...config.matchAll(pattern)].filter(
		([, , , , version]) => version === from,
	);
	const [only, ...others] = found;
	if (only === undefined || others.length > 0) return undefined;
	// The version and the quotation mark behind it are the end of what was found.
	const end = only.index + only[0].length - 1;
	return config.slice(0, end - from.length) + to + config.slice(end);
}
