/**
 * The types whose fields a sentence says another has, too: "All fields of [Hive](#hive), plus:", "Extends `Hive`", "Same
 * as Hive, with:". Nothing for one that leaves some of them out.
 */
export function extendedTypes(markdown: string): readonly string[] {
	const text = markdown.replace(/\s+/g, " ").trim();
	for (const sentence of text.split(/(?<=[.!?:])\s+(?=[\p{Lu}`[])/u)) {
		const names = forms
			.map((form) => form.exec(sentence)?.[1])
			.find((found) => found !== undefined);
		if (names === undefined || leavesOut.test(sentence)) continue;
		return [...names.matchAll(new RegExp(name, "g"))].map(([written]) =>
			bare(written),
		);
	}
	return [];
}

/** A link, code or bold says that a word is a name, and so does a capital. */
const name =
	"(?:\\[[^\\]]{1,80}\\]\\([^()\\s]*\\)|`[A-Za-z_][\\w.$]{0,80}`|\\*\\*[A-Za-z_][\\w.$]{0,80}\\*\\*|[A-Z][\\w$]{0,80})";
const kind = "(?:object|type|model|schema|resource|entity|struct(?:ure)?)";
const names = `(${name}(?:(?:,| and|, and| &) ${name}){0,7})(?:['’]s?)?(?: ${kind}s?)?`;
const fields =
	"(?:(?:fields|properties|attributes|members|keys|columns)(?: (?:that are )?(?:defined|described|listed))?)";
const all = "(?:all|everything|every one|each)";
/** What goes on behind the name adds to it, or nothing does. */
const more =
	"(?=\\s*(?:[:.–—-]|[,;]?\\s*(?:plus|and|with|as well as|along with|together with|in addition|but (?:also|with)|extended by)\\b|$))";

const forms: readonly RegExp[] = [
	new RegExp(
		`^(?:(?:it |this(?: \\w+)? )?(?:has|contains|includes|supports|takes|accepts|returns|returned are) )?${all}(?: of)?(?: the)?(?: \\w+)? ${fields} (?:of|from|in|on) (?:the |an? )?${names}${more}`,
		"i",
	),
	new RegExp(
		`^(?:it |this(?: \\w+)? |[\`*]*\\w+[\`*]* )?(?:also )?(?:extends|inherits(?: ${all})?(?: the)?(?: ${fields})? from|derives from|is derived from|is an? (?:extension|subtype|subclass) of):? (?:the |an? )?${names}${more}`,
		"i",
	),
	new RegExp(
		`^(?:in addition to|besides?|on top of|along with) (?:(?:all|the|those) )*(?:${fields} (?:of|from|in|on) )(?:the |an? )?${names}(?=\\s*[,:.]|$)`,
		"i",
	),
	new RegExp(
		`^(?:it |this(?: \\w+)? )?(?:is |has )?(?:the )?same (?:${fields} )?as (?:the |an? )?${names}${more}`,
		"i",
	),
];

const leavesOut =
	/\b(?:except(?:ing)?|excluding|without|minus|but (?:not|no|without)|other than|apart from|omitting|some of)\b/i;

function bare(written: string): string {
	const [, linked] = /^\[([^\]]*)\]/.exec(written) ?? [];
	return (linked ?? written).replace(/[`*]/g, "").trim();
}
