/**
 * Makes JSON of what docs show in its place, every character at its own offset or blanked: `...` for what was left out,
 * `"a" | "b"` for either, `<value>` for anything, prose comments. What stands there instead has the same length, so that
 * places still hold.
 */
export function lenientJson(text: string): string {
	let made = "";
	let at = 0;
	while (at < text.length) {
		const rest = text.slice(at);
		const token = next(rest);
		made += token.made;
		at += token.length;
	}
	return made;
}

interface Token {
	readonly length: number;
	/** As long as what it stands for. */
	readonly made: string;
}

function next(rest: string): Token {
	const string = /^"(?:[^"\\\n]|\\.)*"/.exec(rest)?.[0];
	if (string !== undefined) {
		// `"a" | "b"`: the first stands for all.
		const others =
			/^(?:\s*\|\s*(?:"(?:[^"\\\n]|\\.)*"|[\w<>.]+))+/.exec(
				rest.slice(string.length),
			)?.[0] ?? "";
		return {
			length: string.length + others.length,
			made: string + blank(others),
		};
	}
	const comment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)/.exec(rest)?.[0];
	if (comment !== undefined) return gone(comment);
	const dots =
		/^(?:\.{3,}|…|\[\s*(?:\.{3,}|…)\s*\](?=\s*[,}\]]|\s*$)|\{\s*(?:\.{3,}|…)\s*\})\s*,?/.exec(
			rest,
		)?.[0];
	if (dots !== undefined) return dotted(dots);
	const placeholder = /^<[^<>\n]*>/.exec(rest)?.[0];
	if (placeholder !== undefined && placeholder.length >= 4)
		return {
			length: placeholder.length,
			made: `null${blank(placeholder.slice(4))}`,
		};
	const single = /^'(?:[^'\\\n]|\\.)*'/.exec(rest)?.[0];
	if (single !== undefined)
		return {
			length: single.length,
			made: `"${single.slice(1, -1).replace(/"/g, "'")}"`,
		};
	const scalar =
		/^(?:true|false|null)(?:\s*(?:\||or)\s*(?:true|false|null))+/.exec(
			rest,
		)?.[0];
	if (scalar !== undefined) {
		const first = /^\w+/.exec(scalar)?.[0] ?? "";
		return {
			length: scalar.length,
			made: first + blank(scalar.slice(first.length)),
		};
	}
	const [one = ""] = rest;
	return { length: one.length, made: one };
}

/** Dots in brackets leave the brackets. */
function dotted(text: string): Token {
	const open = /^[[{]/.exec(text)?.[0];
	if (open === undefined) return gone(text);
	const close = open === "[" ? "]" : "}";
	const end = text.indexOf(close);
	return {
		length: text.length,
		made: open + blank(text.slice(1, end)) + close + text.slice(end + 1),
	};
}

function gone(text: string): Token {
	return { length: text.length, made: blank(text) };
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, " ");
}
