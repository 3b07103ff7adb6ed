/** Tests text against a pattern that docs state. */
export type PatternTest = (text: string) => boolean;

/**
 * A test for a pattern from the docs; nothing when the pattern is no regular expression of JavaScript's, or when it
 * could take more than polynomial time: docs are not trusted to choose how long we run.
 */
export function compilePattern(pattern: string): PatternTest | undefined {
	if (pattern.length > 200 || isExpensive(pattern)) return undefined;
	// Older patterns escape what needs no escape, which the `u` flag forbids.
	const compiled = compile(pattern, "u") ?? compile(pattern, "");
	return compiled && ((text) => text.length > 200 || compiled.test(text));
}

function compile(pattern: string, flags: string): RegExp | undefined {
	try {
		return new RegExp(pattern, flags);
	} catch {
		return undefined;
	}
}

/** A repeated group, a reference back, or more than a few open-ended repetitions. */
function isExpensive(pattern: string): boolean {
	const bare = pattern.replace(/\\[^\d]/g, "x").replace(/\[[^\]]*\]/g, "x");
	const openEnded = bare.match(/[*+]|\{\d*,\}/g) ?? [];
	return /\)[*+{?]|\\\d|\(\?[<=!]/.test(bare) || openEnded.length > 4;
}
