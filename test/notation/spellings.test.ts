import { expect, test } from "vitest";
import type { Origins, Shape } from "../../generator/model/types.ts";
import { parseType } from "../../generator/notation/type.ts";

const point = { line: 1, column: 1, offset: 0 };
const origins: Origins = [
	{ span: { file: "a.md", start: point, end: point }, basis: "stated" },
];

/** Spellings from docs of many hands, each with what it says. */
const spellings: readonly (readonly [string, string])[] = [
	// Databases and languages
	["varchar(255)", "string maxLength=255"],
	["CHAR(36)", "string maxLength=36"],
	["Integer(11)", "integer"],
	["tinyint(1)", "integer"],
	["bigint", "integer"],
	["decimal(10,2)", "number"],
	["NUMERIC", "number"],
	["u64", "integer"],
	["BigDecimal", "number"],
	["LocalDate", "string format=date"],
	["OffsetDateTime", "string format=date-time"],
	["uuid4", "string format=uuid"],
	["nil", "null"],
	["interface{}", "unknown"],
	["[]interface{}", "[unknown]"],
	["map[string]interface{}", "{unknown}"],
	["map[string][]Hive", "{[Hive]}"],
	["[]*Hive", "[Hive]"],
	["map<string|int>", "{integer}"],
	["map<string|string>", "{string}"],
	["map<string|null>", "{string | null}"],
	["map<string|[]Hive>", "{[Hive]}"],
	["string(key=value)", "string"],
	["string(date-time)¦null", "string format=date-time | null"],
	["std::vector<int>", "[integer]"],
	["std::map<string, int>", "{integer}"],
	["apiary::Hive", "Hive"],
	["NSString *", "string"],
	["Vec<String>", "[string]"],
	["Option<String>", "string | null"],
	["HashMap<String, i32>", "{integer}"],
	["Dictionary<string, Hive>", "{Hive}"],
	["IEnumerable<Hive>", "[Hive]"],
	["ArrayList<String>", "[string]"],
	["Promise<Hive>", "Hive"],
	["ReadonlyArray<string>", "[string]"],
	["readonly string[]", "[string]"],
	["Map<String, List<Hive>>", "{[Hive]}"],
	["Tuple[int, str]", "[integer | string]"],
	["[number, number]", "[number]"],
	["number[2]", "[number]"],
	["Optional<String>", "string optional"],
	["string?", "string optional"],
	["?string", "string | null"],
	["string | undefined", "string optional"],
	["dict[str, list[int]] | None", "{[integer]} | null"],
	["Array<{ id: string; name?: string }>", "[{id: string, name?: string}]"],
	["{ id: string, tags: string[] }", "{id: string, tags: [string]}"],
	["{ [key: string]: number }", "{number}"],
	["{[key in Kind]: Hive}", "{Hive}"],
	["Array.<string>", "[string]"],
	["Object.<string, number>", "{number}"],
	["{string}", "string"],
	["{?string}", "string | null"],
	["{number=}", "number optional"],
	["\\Apiary\\Model\\Hive[]", "[Hive]"],
	["array<string,int>", "{integer}"],
	["Pointer to []Hive", "[Hive]"],
	["NullableString", "string | null"],
	// Words of people
	["a list of strings", "[string]"],
	["an array of Hive objects", "[Hive]"],
	["list of lists of integers", "[[integer]]"],
	["Hive object", "Hive"],
	["object (Hive)", "Hive"],
	["object of strings", "{string}"],
	["map of string to int", "{integer}"],
	["map from string to int", "{integer}"],
	["array (csv)", "[unknown]"],
	["comma-separated list of ids", "string"],
	["positive integer", "integer minimum=1"],
	["non-negative integer", "integer minimum=0"],
	["unsigned int", "integer minimum=0"],
	["hex string", "string"],
	["base64-encoded string", "string format=byte"],
	["IP address", "string"],
	["email address", "string format=email"],
	["ISO 8601 datetime string", "string format=date-time"],
	["ISO 8601 date", "string format=date"],
	["RFC 3339 timestamp", "string format=date-time"],
	["Unix timestamp (seconds)", "number"],
	["timestamp (ms)", "number"],
	["date (YYYY-MM-DD)", "string format=date"],
	["YYYY-MM-DD", "string format=date"],
	["#/components/schemas/Hive", "Hive"],
	// Formats
	["string($date-time)", "string format=date-time"],
	["string <uuid>", "string format=uuid"],
	["string (hostname)", "string format=hostname"],
	["integer($int64)", "integer"],
	["string (int64)", "string"],
	// Limits
	["string(64)", "string maxLength=64"],
	["string (max 255)", "string maxLength=255"],
	["string(max:255)", "string maxLength=255"],
	["string[10..20]", "string minLength=10 maxLength=20"],
	["string [ 1 .. 64 ] characters", "string minLength=1 maxLength=64"],
	["string (1-64 characters)", "string minLength=1 maxLength=64"],
	["string, 3 to 10 chars", "string minLength=3 maxLength=10"],
	["string, minLength 1", "string minLength=1"],
	["string(key=value)", "string"],
	["integer [1..100]", "integer minimum=1 maximum=100"],
	["number [0, 1]", "number minimum=0 maximum=1"],
	["integer >= 0", "integer minimum=0"],
	["int(min=1,max=100)", "integer minimum=1 maximum=100"],
	// What may be missing or null
	["string (nullable)", "string | null"],
	["string nullable", "string | null"],
	["string, null", "string | null"],
	["string/null", "string | null"],
	["integer, optional", "integer optional"],
	["int = 5", "integer optional default=5"],
	["boolean (default false)", "boolean optional default=false"],
	['string = "calm"', 'string optional default="calm"'],
	// Several
	["integer/string", "integer | string"],
	["string, integer", "string | integer"],
	["oneOf(string, integer)", "string | integer"],
	["anyOf [string, integer]", "string | integer"],
	// Values
	["enum(calm, wild)", '"calm" | "wild"'],
	["enum[calm,wild]", '"calm" | "wild"'],
	['ENUM("calm","wild")', '"calm" | "wild"'],
	["enum: calm, wild", '"calm" | "wild"'],
	["string enum: calm|wild", '"calm" | "wild"'],
	["one of: calm, wild", '"calm" | "wild"'],
	['One of "calm", "wild"', '"calm" | "wild"'],
	['string ("calm" or "wild")', '"calm" | "wild"'],
	['string: "calm" | "wild"', '"calm" | "wild"'],
	['"calm", "wild"', '"calm" | "wild"'],
	["`calm` or `wild`", '"calm" | "wild"'],
	["calm | wild", '"calm" | "wild"'],
	["1, 2, 3", "1 | 2 | 3"],
	["0/1", "0 | 1"],
	["boolean (0/1)", "0 | 1"],
	["true/false", "boolean"],
	["enum", "unknown"],
	["enum<string>", "string"],
];

test.each(spellings)("%s is %s", (text, said) => {
	const notation = parseType(text, origins);
	if (notation === undefined) throw new Error(`${text} is not read`);
	const { shape, optional, default: value } = notation;
	const marks = [
		...(optional ? ["optional"] : []),
		...(value === undefined ? [] : [`default=${JSON.stringify(value)}`]),
	];
	expect([print(shape), ...marks].join(" ")).toBe(said);
});

test.each([
	"see below",
	"[lat, lng]",
	"calm/wild",
	"Page<Hive>",
	"string (see the notes)",
	"string, or so",
	"between 1 and 3",
	"string[20..10]",
	"text/plain",
])("does not read %s", (text) => {
	expect(parseType(text, origins)).toBeUndefined();
});

test.each(["{a: ", "a=b, ", "{a:{[b:", "a|"])(
	"comes to an end with %j over and over",
	(piece) => {
		const text = `string (${piece.repeat(20_000)}§`;
		expect(() => parseType(text, origins)).not.toThrow();
	},
);

function print(shape: Shape): string {
	switch (shape.kind) {
		case "array":
			return `[${print(shape.items)}]`;
		case "record":
			return `{${print(shape.values)}}`;
		case "union":
			return shape.members.map(print).join(" | ");
		case "literal":
			return JSON.stringify(shape.value);
		case "object": {
			if (shape.title !== undefined) return shape.title;
			const properties = shape.properties.map(
				({ name, required, shape }) =>
					`${name}${required === false ? "?" : ""}: ${print(shape)}`,
			);
			return `{${properties.join(", ")}}`;
		}
		case "number": {
			const { kind, integer, ...limits } = shape;
			return withLimits(integer ? "integer" : kind, limits);
		}
		case "string": {
			const { kind, ...limits } = shape;
			return withLimits(kind, limits);
		}
		default:
			return shape.kind;
	}
}

function withLimits(kind: string, limits: object): string {
	const said = Object.entries(limits).map(([key, value]) => `${key}=${value}`);
	return [kind, ...said].join(" ");
}
