import type { Element } from "./node.ts";
import type { Indent, Printing } from "./printing.ts";

/** Writes a wrapper of code as a fence. */
export function printCode(
	element: Element,
	{ prefix }: Indent,
	state: Printing,
): void {
	const { draft, source } = state;
	const { tag, children, end } = element;
	const [text] = children;
	const language =
		tag.words[0] ??
		tag.attributes.get("lang") ??
		tag.attributes.get("language");
	const [first = ""] = [...tag.attributes.keys()];
	const named = language ?? (/^[a-z]\w*$/.test(first) ? first : "");
	if (text === undefined) return;
	const start =
		text.start +
		(/^[ \t]*\r?\n/.exec(source.text.slice(text.start, text.end))?.[0].length ??
			0);
	draft.say(`${prefix}~~~~${named}\n`, tag.start, tag.end);
	draft.keep(start, text.end);
	if (source.text[text.end - 1] !== "\n") draft.say("\n", text.end, end);
	draft.say(`${prefix}~~~~\n`, text.end, end);
	draft.part(end);
}

/** Whether a wrapper holds nothing but code. */
export function isCode({ tag, children }: Element): boolean {
	const [only, ...others] = children;
	return (
		/^(?:highlight|code|codeblock|verbatim)$/i.test(tag.name) &&
		only?.kind === "text" &&
		others.length === 0
	);
}
