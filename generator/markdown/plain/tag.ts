/** A tag as people write them into Markdown: HTML, JSX, or a template's shortcode. */
export interface Tag {
	readonly form: "html" | "shortcode";
	/** As written: `ParamField`, `api-method`. */
	readonly name: string;
	readonly role: "open" | "close" | "alone";
	/** By lower-case name; the empty text for one without a value. */
	readonly attributes: ReadonlyMap<string, string>;
	/** Words of a shortcode that stand without a name: `json` in `{% highlight json %}`. */
	readonly words: readonly string[];
	readonly start: number;
	readonly end: number;
}

const maximumLength = 4000;

/** Reads the tag that starts at an offset; nothing where none does. */
export function tagAt(text: string, start: number): Tag | undefined {
	return text[start] === "<" ? markupAt(text, start) : shortcodeAt(text, start);
}

function markupAt(text: string, start: number): Tag | undefined {
	const name = stickyWord(/<\/?([A-Za-z][\w.:-]*)/y, text, start);
	if (name === undefined) return undefined;
	const closing = text[start + 1] === "/";
	const read = attributesFrom(
		text,
		start + name.length + (closing ? 2 : 1),
		/\/?>/y,
	);
	if (read === undefined) return undefined;
	const alone = text[read.end - 2] === "/";
	return {
		form: "html",
		name,
		role: closing ? "close" : alone ? "alone" : "open",
		attributes: read.attributes,
		words: [],
		start,
		end: read.end,
	};
}

function shortcodeAt(text: string, start: number): Tag | undefined {
	const open = /\{\{[<%]-?\s*|\{%-?\s*/y;
	open.lastIndex = start;
	const [opening] = open.exec(text) ?? [];
	if (opening === undefined) return undefined;
	const at = start + opening.length;
	const name = stickyWord(/(\/?[A-Za-z][\w./-]*)/y, text, at);
	if (name === undefined) return undefined;
	const end = opening.startsWith("{{") ? /\/?\s*[%>]\}\}/y : /\s*-?%\}/y;
	const read = attributesFrom(text, at + name.length, end);
	if (read === undefined) return undefined;
	const liquid = opening.startsWith("{%");
	const closes = name.startsWith("/") || (liquid && /^end[a-z]/i.test(name));
	return {
		form: "shortcode",
		name: closes ? name.replace(/^\/|^end_?/i, "") : name,
		role: closes ? "close" : "open",
		attributes: read.attributes,
		words: read.words,
		start,
		end: read.end,
	};
}

function stickyWord(
	pattern: RegExp,
	text: string,
	at: number,
): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[1];
}

interface Attributes {
	readonly attributes: ReadonlyMap<string, string>;
	readonly words: readonly string[];
	readonly end: number;
}

function attributesFrom(
	text: string,
	from: number,
	close: RegExp,
): Attributes | undefined {
	const attributes = new Map<string, string>();
	const words: string[] = [];
	let at = from;
	const limit = Math.min(text.length, from + maximumLength);
	while (at < limit) {
		at = afterSpace(text, at);
		close.lastIndex = at;
		const [end] = close.exec(text) ?? [];
		if (end !== undefined) return { attributes, words, end: at + end.length };
		const one = attributeAt(text, at);
		if (one === undefined) return undefined;
		if (one.name === undefined) words.push(one.value);
		else if (!attributes.has(one.name)) attributes.set(one.name, one.value);
		at = one.end;
	}
	return undefined;
}

/** One line end within a tag is space; a blank line is the end of what may be one. */
function afterSpace(text: string, at: number): number {
	const space = /[ \t]*(?:\r?\n[ \t]*(?![ \t]*\r?\n))*/y;
	space.lastIndex = at;
	return at + (space.exec(text)?.[0].length ?? 0);
}

function attributeAt(
	text: string,
	at: number,
):
	| {
			readonly name: string | undefined;
			readonly value: string;
			readonly end: number;
	  }
	| undefined {
	const quoted = valueAt(text, at, true);
	if (quoted !== undefined) return { name: undefined, ...quoted };
	const name = stickyWord(/([A-Za-z@:_][\w.:@-]{0,60})/y, text, at);
	if (name === undefined) return undefined;
	const behind = at + name.length;
	const equals = /\s{0,8}=\s{0,8}/y;
	equals.lastIndex = behind;
	const [sign] = equals.exec(text) ?? [];
	if (sign === undefined)
		return { name: name.toLowerCase(), value: "", end: behind };
	const value = valueAt(text, behind + sign.length, false);
	return value && { name: name.toLowerCase(), ...value };
}

function valueAt(
	text: string,
	at: number,
	quoted: boolean,
): { readonly value: string; readonly end: number } | undefined {
	const first = text[at];
	if (first === '"' || first === "'") {
		const end = text.indexOf(first, at + 1);
		return end < 0 || end - at > maximumLength
			? undefined
			: { value: text.slice(at + 1, end), end: end + 1 };
	}
	if (quoted) return undefined;
	if (first === "{") return expressionAt(text, at);
	const word = stickyWord(/([^\s"'=<>`{}%]+)/y, text, at);
	return word === undefined
		? undefined
		: { value: word, end: at + word.length };
}

/** `{true}`, `{["a", "b"]}`, `{<b>x</b>}`: what stands between the braces, which have to match. */
function expressionAt(
	text: string,
	at: number,
): { readonly value: string; readonly end: number } | undefined {
	let depth = 0;
	const limit = Math.min(text.length, at + maximumLength);
	for (let index = at; index < limit; index++) {
		const one = text[index];
		if (one === "{") depth++;
		else if (one === "}" && --depth === 0) {
			const inner = text.slice(at + 1, index).trim();
			const value = /^(["'`])([^"'`]*)\1$/.exec(inner)?.[2] ?? inner;
			return { value, end: index + 1 };
		}
	}
	return undefined;
}
