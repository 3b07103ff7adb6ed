/** What a column of a field table holds. */
export type Column =
	| "name"
	| "type"
	| "required"
	| "optional"
	| "in"
	| "description"
	| "default"
	| "values"
	| "example";

/** The words over columns, in the languages that docs are most written in. */
const words: readonly (readonly [Column, RegExp])[] = [
	[
		"name",
		/^(?:(?:param(?:eter|etre|ètre)?|parámetro|field|property|attribute|header|argument|variable|query|body|option|json|request)?\s*(?:name|key|id)|param(?:eter|etre|ètre)?s?|fields?|propert(?:y|ies)|attributes?|arguments?|options?|headers?|variables?|keys?|nombre|campo|parámetro|nom|champ|nome|name|feld)$/,
	],
	["type", /^(?:(?:data|value|field|json)?\s*types?|tipo|typ|format|schema)$/],
	[
		"required",
		/^(?:required|mandatory|req|obligatorio|requerido|obligatoire|requis|pflicht|obrigatório|is required)$/,
	],
	["optional", /^(?:optional|opcional|optionnel|nullable)$/],
	[
		"in",
		/^(?:in|location|located in|where|param(?:eter)? type|position|ubicación|emplacement)$/,
	],
	[
		"description",
		/^(?:desc(?:ription)?s?|details?|notes?|meaning|explanation|comments?|purpose|info(?:rmation)?|definition|descripción|descrição|beschreibung|usage)$/,
	],
	[
		"default",
		/^(?:defaults?(?: values?)?|(?:valor )?por defecto|par défaut|standard(?:wert)?|valor padrão)$/,
	],
	[
		"values",
		/^(?:restrictions?|values?|(?:possible|allowed|valid|accepted|permitted) values|values\(s\)|value\(s\)|enum|constraints?|options|range)$/,
	],
	[
		"example",
		/^(?:examples?|samples?|example values?|sample values?|ejemplo|exemple|beispiel)$/,
	],
];

/** The columns under these headings; a heading that the words do not know has none. */
export function columnsOf(
	headings: readonly string[],
): readonly (Column | undefined)[] {
	const taken = new Set<Column>();
	const columns = headings.map((heading) => {
		const bare = heading
			.toLowerCase()
			.replace(/[`*_?:[\]]+/g, "")
			.trim();
		const found = words.find(
			([column, pattern]) => !taken.has(column) && pattern.test(bare),
		)?.[0];
		if (found !== undefined) taken.add(found);
		return found;
	});
	return columns;
}
