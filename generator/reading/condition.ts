import type { Span } from "../text/span.ts";

/** When fields are there: a property has one of some values. */
export interface Condition {
	readonly property: string;
	/** As written; none where more than this property decides. */
	readonly values: readonly string[];
	/** The condition in the words of the docs, for those who read the fields. */
	readonly written: string;
	/** True where nothing marks the words as names: "If payment is refused". */
	readonly loose?: true;
	/** The docs say that the property tells the variants apart that stand under its values. */
	readonly telling?: true;
	/** Where the docs say it. */
	readonly span: Span;
}

/** A condition, and what else the words say. */
export interface SaidCondition {
	readonly condition: Condition;
	readonly rest: string;
}

const name = "`([A-Za-z_][\\w.-]*)`";
const value = '(?:`"?[^`"]{1,60}"?`|"[^"]{1,60}")';
const values = `(${value}(?:(?:,? or |, |/| / )${value})*)`;
const equals =
	"(?: (?:field|property|parameter|attribute|value|key))?\\s*(?:is|equals|is set to|set to|is equal to|has the value|being|==?|:)\\s*(?:one of |either )?";

const spoken = new RegExp(
	`\\b(?:only )?(?:when|if|for|where|with|in case)\\b (?:the )?(?:value of )?(?:the |an? )?${name}${equals}${values}`,
	"i",
);
const spokenAlone = new RegExp(`^(?:${spoken.source})$`, "i");
const titled = new RegExp(`^${name}${equals}${values}$`, "i");
const coded =
	/^(?:(?:when|if|for|where|with) )?`([A-Za-z_][\w.-]*)\s*(?:==?|:)\s*"?([\w./-]{1,60})"?`$/i;
/** "… and `mode` is `fast`": another property decides, too. */
const compound = /^,?\s*(?:and|or)\s+(?:if |when )?(?:the )?`[^`]+`\s+\w+/i;

/** The condition that a sentence in front of fields says: "When `type` is `card`:", "Fields for `type` = `card`:". */
export function conditionIn(
	markdown: string,
	span: Span,
): SaidCondition | undefined {
	const text = markdown.replace(/\s+/g, " ").trim();
	const found = spoken.exec(text);
	if (!/[:：]$/.test(text)) return undefined;
	if (found === null) {
		const condition = looseIn(text, span);
		return condition && { condition, rest: "" };
	}
	const [said, property = "", list = ""] = found;
	const behind = text.slice(found.index + said.length);
	const more = compound.test(behind);
	const listed = more ? [] : valuesIn(list);
	const written = more ? `${said}${behind.replace(/[\s:：]+$/, "")}` : said;
	return {
		condition: { property, values: listed, written, span },
		rest: `${text.slice(0, found.index)}${behind}`.trim(),
	};
}

/** The condition that a heading or a label is: `` `type`: `card` ``, `type=card` in code, "When `type` is `card`". */
export function conditionOfTitle(
	markdown: string,
	span: Span,
): Condition | undefined {
	const text = markdown
		.replace(/^#+\s*|\s*#+\s*$|\*\*/g, "")
		.replace(/\s+/g, " ")
		.replace(/[:：]$/, "")
		.trim();
	const [, property, list] = titled.exec(text) ?? spokenAlone.exec(text) ?? [];
	const [, one, only] = coded.exec(text) ?? [];
	if (one !== undefined && only !== undefined)
		return conditionOn(one, [only], span);
	return property === undefined || list === undefined
		? looseIn(text, span)
		: conditionOn(property, valuesIn(list), span);
}

/** "When type is card", all of it. */
function looseIn(text: string, span: Span): Condition | undefined {
	const [, property, value] =
		/^(?:when|if|for) (?:the )?([A-Za-z_][\w-]*)(?: (?:field|parameter|attribute))? ?(?:is|equals|==?) ?["“]?([\w-]+)["”]?[:：]?$/i.exec(
			text,
		) ?? [];
	return property === undefined || value === undefined
		? undefined
		: { ...conditionOn(property, [value], span), loose: true };
}

/** The property that tells variants apart: "One of the following, by `type`:", "The fields depend on `type`." */
export function tellingProperty(markdown: string): string | undefined {
	const text = markdown.replace(/\s+/g, " ");
	return telling.map((form) => form.exec(text)?.[1]).find((one) => one);
}

const of = `(?:the |its )?(?:value of )?(?:the |its )?${name}`;
const telling: readonly RegExp[] = [
	new RegExp(
		`\\bone of\\b[^.\`]{0,60}\\b(?:by|depending on|according to|based on)(?: the)? ${of}`,
		"i",
	),
	new RegExp(
		`\\b(?:fields?|attributes|properties|parameters|keys|body|object|rest|others?|shape|form)\\b[^.\`]{0,40}\\b(?:depends?|varies|vary|differs?)\\b[^.\`]{0,20}\\b(?:on|by|with)\\b ${of}`,
		"i",
	),
	new RegExp(
		`\\bdepending on ${of}[^.\`]{0,60}\\b(?:fields?|attributes|properties|parameters|keys|one of)\\b`,
		"i",
	),
];

/** What a label names where the property is known: `**card**`, `` #### `card` ``, "For `card`:"; nothing for other words. */
export function valueOfTitle(markdown: string): string | undefined {
	const text = markdown.replace(/^#+\s*|\s*#+\s*$/g, "").trim();
	const [, marked, plain] =
		/^(?:(?:for|when|if) )?(?:\*\*|`|"|\*\*`|`\*\*)([\w./-]{1,60})(?:`\*\*|\*\*`|\*\*|`|"|:\*\*)[:：]?$|^([\w./-]{1,60})$/i.exec(
			text,
		) ?? [];
	return marked ?? plain;
}

/** A condition on one property. */
export function conditionOn(
	property: string,
	listed: readonly string[],
	span: Span,
): Condition {
	const words = listed.map((one) => `\`${one}\``).join(" or ");
	const written = `when \`${property}\` is ${words}`;
	return { property, values: listed, written, span };
}

function valuesIn(list: string): readonly string[] {
	return [...list.matchAll(new RegExp(value, "g"))].map(([one]) =>
		one.replace(/[`"]/g, ""),
	);
}
