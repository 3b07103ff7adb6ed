import type { Shape } from "../model/types.ts";

const string = { kind: "string" } as const;
const number = { kind: "number" } as const;
const integer = { kind: "number", integer: true } as const;
const boolean = { kind: "boolean" } as const;
const nothing = { kind: "null" } as const;
const unknown = { kind: "unknown" } as const;
const object = { kind: "object", properties: [], open: true } as const;

/** Words that stand for a type in docs, lower case. */
const words: ReadonlyMap<string, Shape> = new Map<string, Shape>([
	["string", string],
	["str", string],
	["text", string],
	["char", string],
	["number", number],
	["num", number],
	["float", number],
	["float32", number],
	["float64", number],
	["double", number],
	["decimal", number],
	["integer", integer],
	["int", integer],
	["int32", integer],
	["int64", integer],
	["long", integer],
	["boolean", boolean],
	["bool", boolean],
	["null", nothing],
	["none", nothing],
	["unknown", unknown],
	["any", unknown],
	["object", object],
	["dict", object],
	["hash", object],
	["map", { kind: "record", values: unknown }],
	["array", { kind: "array", items: unknown }],
	["list", { kind: "array", items: unknown }],
	["datetime", { ...string, format: "date-time" }],
	["timestamp", { ...string, format: "date-time" }],
	["date", { ...string, format: "date" }],
	["time", string],
	["date-time", { ...string, format: "date-time" }],
	["rfc3339", { ...string, format: "date-time" }],
	["iso8601", { ...string, format: "date-time" }],
	["unix_timestamp", number],
	["duration", string],
	["unicode", string],
	["guid", { ...string, format: "uuid" }],
	["uuid", { ...string, format: "uuid" }],
	["uri", { ...string, format: "uri" }],
	["url", { ...string, format: "uri" }],
	["ipv4", { ...string, format: "ipv4" }],
	["ipv6", { ...string, format: "ipv6" }],
	["binary", { ...string, format: "binary" }],
	["blob", { ...string, format: "binary" }],
	["uploadable", { ...string, format: "binary" }],
	["filetype", { ...string, format: "binary" }],
	["file", { ...string, format: "binary" }],
	["byte", { ...string, format: "byte" }],
	["base64", { ...string, format: "byte" }],
	["uint", integer],
	["uint32", integer],
	["uint64", integer],
	["int8", integer],
	["int16", integer],
	["mixed", unknown],
	["json", unknown],
	["email", { ...string, format: "email" }],
	...of(string, "varchar nvarchar varchar2 clob longtext mediumtext tinytext"),
	...of(string, "bstr nsstring cidr md5 sha1 sha256 hexadecimal slug html"),
	...of(string, "ip ulid objectid"),
	...of(integer, "bigint biginteger smallint mediumint tinyint usize isize"),
	...of(integer, "uint8 uint16 u8 u16 u32 u64 i8 i16 i32 i64 int4 int8"),
	...of(integer, "nsinteger nsuinteger"),
	...of(number, "f32 f64 numeric bigdecimal cgfloat epoch unixtime"),
	...of({ ...string, format: "uuid" }, "uuid4 uuidv4 uuidv7 uniqueidentifier"),
	...of({ ...string, format: "date" }, "localdate isodate"),
	...of(
		{ ...string, format: "date-time" },
		"localdatetime offsetdatetime zoneddatetime timestamptz isodatetime instant",
	),
	["datetimeoffset", { ...string, format: "date-time" }],
	["timespan", string],
	["hostname", { ...string, format: "hostname" }],
	["password", { ...string, format: "password" }],
	["yyyy-mm-dd", { ...string, format: "date" }],
	["buffer", { ...string, format: "binary" }],
	["bytearray", { ...string, format: "byte" }],
	["jsonobject", object],
	["jsonb", unknown],
	["nil", nothing],
	["undefined", nothing],
	["void", nothing],
	...of(string, "cadena texto chaîne texte zeichenkette stringa testo"),
	...of(string, "строка текст 字符串 字符 文本 文字列"),
	...of(integer, "entero entier ganzzahl inteiro intero целое 整数 整型"),
	...of(number, "número numero nombre zahl decimale décimal"),
	...of(number, "число 数字 数值 浮点数 数値"),
	...of(boolean, "booleano booléen lógico wahrheitswert"),
	...of(boolean, "логический булево 布尔 布尔值 真偽値"),
	...of(object, "objeto objet objekt oggetto объект 对象 オブジェクト"),
	...of({ kind: "array", items: unknown }, "массив список 数组 列表 配列"),
	...of({ ...string, format: "date" }, "дата 日期 日付"),
	...of({ kind: "array", items: unknown }, "lista arreglo tableau liste"),
	...of({ ...string, format: "date" }, "fecha datum"),
]);

function of(shape: Shape, names: string): readonly [string, Shape][] {
	return names.split(" ").map((name) => [name, shape]);
}

/** The shape that a word of the docs stands for; nothing for a name that the docs made themselves. */
export function shapeOfWord(word: string): Shape | undefined {
	const lower = word.toLowerCase();
	return words.get(lower) ?? words.get(lower.replace(/s$/, ""));
}
