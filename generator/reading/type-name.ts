/** The name of a type that a heading is about. */
export interface TypeName {
	readonly name: string;
	/** True when the words leave no doubt: `The account object`, `billing.Invoice`. */
	readonly strong: boolean;
}

const kinds =
	"object|model|schema|type|struct(?:ure)?|interface|entity|class|enum(?:eration)?|record|data (?:type|structure|model)|message";

const before = new RegExp(
	`^(?:the\\s+)?(?:${kinds})\\s*[:：–—-]?\\s+(\\S+)$`,
	"i",
);
const behind = new RegExp(
	`^(?:the\\s+|an?\\s+)?(\\S+(?:\\s+\\S+){0,2}?)\\s+(?:${kinds}|attributes|properties|fields)s?$`,
	"i",
);

/** Words over tables that describe no type: how to call, or what holds for all calls. */
const general =
	/\b(?:apis?|reference|docs|documentation|guide|pagination|paging|rate|limits?|errors?|headers?|status(?:es)?|codes?|overview|introduction|sorting|filter(?:ing|s)?|search|quer(?:y|ies)|param(?:eter)?s?|arguments?|options?|versions?|versioning|changelog|requests?|responses?|authentication|authorization|environment|configuration|installation|usage|examples?|variables?|endpoints?|methods?|permissions?|scopes?|returns?|events?|notes?|summary)\b/i;

/** Words over descriptions of several types. */
const manyTypes =
	/^(?:(?:api|data|common|shared)\s+)?(?:types|schemas|models|definitions|structs|structures|interfaces|enums|objects)$/i;

/** Reads the words of a heading as the name of a type; nothing for a heading about something else. */
export function typeNameOf(heading: string): TypeName | undefined {
	const text = heading
		.replace(/[`*]|^#+\s+/g, "")
		.replace(/\s+/g, " ")
		.trim();
	const said = before.exec(text)?.[1] ?? behind.exec(text)?.[1];
	if (
		said !== undefined &&
		!/^(?:request|response|query|common|shared|other)$/i.test(said)
	)
		return { name: said, strong: true };
	if (manyTypes.test(text)) return undefined;
	// The name of a package in front leaves no doubt: `billing.Request`.
	if (/^[A-Za-z_]\w*(?:\.\w+)*\.[A-Z]\w*$/.test(text))
		return { name: text, strong: true };
	if (general.test(text.replace(/([a-z])([A-Z])/g, "$1$2"))) return undefined;
	if (/^[A-Za-z_$][\w.$<>[\]-]*$/.test(text))
		return { name: text, strong: /[._]|[A-Z]\w*[A-Z]|^[A-Z]/.test(text) };
	return /^[A-Z]\w*(?: \w+){1,2}$/.test(text)
		? { name: text, strong: false }
		: undefined;
}
