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

const things =
	"param(?:eter|etre|ètre|eters)?s?|par[aáâ]met(?:ro|re)s?|fields?|propert(?:y|ies)|attributes?|arguments?|args?|options?|headers?|variables?|keys?|members?|elements?|query(?: param(?:eter)?)?s?|body(?: param(?:eter)?)?s?|json|request|form|path|url|campos?|champs?|feld(?:er)?|propiedad(?:es)?|proprietà|propriedades?|atributos?|attributi|argumentos?|clave|chiave|chave|schlüssel";

/** The words over columns, in the languages that docs are most written in. */
const words: readonly (readonly [Column, RegExp])[] = [
	[
		"name",
		whole(
			`(?:${things})(?: (?:name|key|id))?|(?:name|key|id)|nombre(?: del? (?:${things}))?|nom(?: du (?:${things}))?|nome(?: do (?:${things})| del (?:${things}))?|(?:${things})?name|bezeichnung|bezeichner|(?:参数|字段|变量|属性)(?:名称?)?|名称|(?:パラメータ|フィールド|項目)ー?名?|名前|キー|параметр|поле|имя|название|ключ|атрибут|свойство`,
		),
	],
	[
		"type",
		whole(
			"(?:data|value|field|json|param(?:eter)?)?[ -]?types?|tipo(?: de dato| de dado| di dato)?s?|typ|datentyp|type de donn[ée]es|format|formato|schema|(?:数据|参数|字段)?类型|(?:データ)?型|タイプ|тип(?: данных)?",
		),
	],
	[
		"required",
		whole(
			"(?:is |are )?(?:required|mandatory|req(?:'?d)?|needed|must)(?: or optional)?(?: ?\\/ ?optional)?|m\\/o|r\\/o|obligatori[oa]|requerid[oa]|obligatoire|requis(?:e)?|pflicht(?:feld)?|erforderlich|notwendig|obrigat[óo]ri[oa]|obbligatori[oa]|richiest[oa]|necesari[oa]|(?:是否)?(?:必填|必选|必须|必需)|必須(?:項目)?|обязательн\\p{L}+|обязательность",
		),
	],
	[
		"optional",
		whole(
			"(?:is )?optional|opcional|optionnel(?:le)?|facultatif|facultativ[oa]|opzionale|facoltativ[oa]",
		),
	],
	[
		"in",
		whole(
			"in|location|located in|where|param(?:eter)? type|position|place|passed (?:in|as|via)|sent (?:in|as)|ubicaci[óo]n|lugar|emplacement|ort|posici[óo]n|localiza[çc][ãa]o|posizione|(?:参数)?位置|場所|расположение|место",
		),
	],
	[
		"description",
		whole(
			"desc(?:r(?:iption)?)?s?\\.?|details?|notes?|meaning|explanations?|comments?|remarks?|purpose|info(?:rmation)?|definition|what it (?:is|does)|about|summary|descripci[óo]n|descri[çc][ãa]o|description|beschreibung|erklärung|bedeutung|bemerkung(?:en)?|descrizione|significa(?:do|to)|note|detalles?|usage|(?:参数|字段)?(?:说明|描述)|备注|含义|説明|備考|内容|概要|описание|комментарий|примечание|пояснение",
		),
	],
	[
		"default",
		whole(
			"default(?:s|ed)?(?: values?)?|(?:valor )?(?:por|predeterminado por|por el) defecto|(?:valor )?predeterminado|(?:valeur )?par d[ée]faut|standard(?:wert)?|vorgabe(?:wert)?|(?:valor )?padr[ãa]o|predefinito|(?:valore )?(?:di )?default|if omitted|默认值?|缺省值|デフォルト(?:値)?|既定値|初期値|(?:значение )?по умолчанию",
		),
	],
	[
		"values",
		whole(
			"restrictions?|values?|(?:possible|allowed|valid|accepted|permitted|supported) values?|values?\\(s\\)|enum(?:eration)?|constraints?|options|range|valores?(?: posibles| possíveis| permitidos)?|valeurs?(?: possibles)?|(?:mögliche |erlaubte )?werte|valori(?: possibili| ammessi)?|取值范围?|可选值|枚举值|取りうる値|(?:допустимые )?значения",
		),
	],
	[
		"example",
		whole(
			"examples?|e\\.g\\.?|samples?|(?:example|sample) values?|ejemplos?|exemples?|exemplos?|beispiele?|esempi?o?|示例值?|例|サンプル|пример",
		),
	],
];

function whole(source: string): RegExp {
	return new RegExp(`^(?:${source})$`, "iu");
}

/** The columns under these headings; a heading that the words do not know has none. */
export function columnsOf(
	headings: readonly string[],
): readonly (Column | undefined)[] {
	const taken = new Set<Column>();
	return headings.map((heading) => {
		const bare = heading
			.replace(/\[\^[^\]]*\]|<[^>]*>/g, "")
			.replace(/[`*_?:[\]†‡¹²³]+/g, "")
			.replace(/\s+/g, " ")
			.trim();
		// "Name (type)" is a column of names.
		const first = bare.replace(/\s*\([^)]*\)$/, "");
		const found = words.find(
			([column, pattern]) =>
				!taken.has(column) && (pattern.test(bare) || pattern.test(first)),
		)?.[0];
		if (found !== undefined) taken.add(found);
		return found;
	});
}
