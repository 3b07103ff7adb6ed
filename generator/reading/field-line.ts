import type { List } from "mdast";
import { markdownOf, spanOf } from "../markdown/block.ts";
import { type Bullet, readBullets } from "../markdown/bullets.ts";
import type { Origins } from "../model/types.ts";
import { parsePlaceholder } from "../notation/placeholder.ts";
import { parseType, type TypeNotation } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import { behindName } from "./behind-name.ts";
import { type FieldHead, type FieldName, headOf } from "./field-head.ts";
import { locationIn, requiredIn } from "./field-prose.ts";
import type { Reader } from "./fragment.ts";
import { headWithType, typeBehind } from "./named-type.ts";
import { nestedMarks } from "./nested-marks.ts";
import type { RawField } from "./raw-field.ts";
import { announcesValues, namesValues, valuesOf } from "./value-list.ts";

/** What a list of fields says, and the bullets in it that are no fields. */
export interface FieldLines {
	readonly fields: readonly RawField[];
	readonly others: readonly Bullet[];
}

/**
 * Reads bullets that each describe a field: a name in code or bold, marks in brackets, a dash or colon, a description:
 * `` - `name` `(string: <required>)` - … ``, `` - `limit=<number>`: … ``, `- **name** (optional) …`.
 */
export function readFieldLines(list: List, reader: Reader): FieldLines {
	const fields: RawField[] = [];
	const others: Bullet[] = [];
	for (const bullet of readBullets(reader.source, list)) {
		const found = readFieldLine(bullet, reader);
		if (found.length === 0) others.push(bullet);
		else fields.push(...found);
	}
	return { fields, others };
}

/** True when most bullets of a list start with a name in code or bold and go on as fields do. */
export function isFieldLines(list: List, reader: Reader): boolean {
	const bullets = readBullets(reader.source, list);
	const named = bullets.filter(
		({ head }) =>
			headOf(head) !== undefined ||
			headWithType(head, reader.types) !== undefined,
	);
	return named.length > 0 && named.length * 2 > bullets.length;
}

/** The fields that a line describes: one, or several that share a description. */
export function readFieldLine(
	bullet: Bullet,
	reader: Reader,
	head: FieldHead | undefined = headOf(bullet.head) ??
		headWithType(bullet.head, reader.types),
): readonly RawField[] {
	if (head === undefined) return [];
	return head.names.map((name) => fieldOf(name, head, bullet, reader));
}

function fieldOf(
	head: FieldName,
	{ length }: FieldHead,
	bullet: Bullet,
	reader: Reader,
): RawField {
	const origins: Origins = [{ span: bullet.headSpan, basis: "stated" }];
	const whole = textBehind(bullet, head.name, length, reader);
	const named = typeBehind(whole, reader.types);
	const behind = named?.rest ?? withoutSample(whole);
	const { marks, shape: said, text } = behindName(behind, origins);
	const own =
		head.type === undefined
			? undefined
			: ownType(head.type, head.name, origins);
	const nested = nestedOf(bullet, text, reader);
	const value = marks.default ?? own?.default ?? nested.default;
	const description = [text, ...nested.prose]
		.filter((one) => one !== "")
		.join("\n\n");
	const shape = own?.shape ?? named?.shape ?? marks.shape ?? said;
	const required =
		head.optional === true ? false : (marks.required ?? requiredIn(text));
	const location = marks.location ?? locationIn(text) ?? head.location;
	return {
		name: head.name,
		depth: 0,
		...(shape !== undefined && { shape }),
		...(required !== undefined && { required }),
		...(value !== undefined && { default: String(value) }),
		...(marks.deprecated === true && { deprecated: true }),
		...(marks.nullable === true && { nullable: true }),
		...(nested.values !== undefined && { values: nested.values }),
		...(location !== undefined && { location }),
		...(nested.fields.length > 0 && { children: nested.fields }),
		description,
		span: bullet.headSpan,
	};
}

/** `: 12 (number, required) - the pot`: a value in front of the marks is an example. */
function withoutSample(text: string): string {
	const [, type = ""] =
		/^:\s*(?:`[^`]{1,60}`|[^\s()`][^()`]{0,60}?)\s+\(([A-Za-z]+)(?:\[[^()[\]]*\])?(?:, ?(?:required|optional|nullable|fixed|sample|default))*\)/.exec(
			text,
		) ?? [];
	return shapeOfWord(type) === undefined && type !== "enum"
		? text
		: text.slice(text.indexOf("("));
}

/** `limit=<number>`, `state=open|closed`, `size: string`; what may be given often ends its name with `[]`. */
function ownType(
	text: string,
	name: string,
	origins: Origins,
): Pick<TypeNotation, "shape" | "default"> {
	if (!/^<.*>$|^[\w-]+(?:\s*\|\s*[\w-]+)+$/.test(text))
		return parseType(text, origins) ?? { shape: { kind: "unknown" } };
	const shape = parsePlaceholder(text, origins);
	return name.endsWith("[]") && shape.kind !== "array"
		? { shape: { kind: "array", items: shape } }
		: { shape };
}

/** The Markdown of the bullet's first paragraph behind its names. */
function textBehind(
	{ head, headSpan }: Bullet,
	name: string,
	length: number,
	{ source }: Reader,
): string {
	const [first] = head;
	const last = head[length - 1] ?? first;
	if (first === undefined || last === undefined) return "";
	const start =
		length === 0
			? spanOf(source, first).start.offset + name.length
			: spanOf(source, last).end.offset;
	return source.text
		.slice(start, headSpan.end.offset)
		.replace(/\s+/g, " ")
		.trim();
}

function nestedOf(
	bullet: Bullet,
	text: string,
	reader: Reader,
): {
	readonly fields: readonly RawField[];
	readonly values?: readonly string[];
	readonly default?: string;
	readonly prose: readonly string[];
} {
	const fields: RawField[] = [];
	const values: string[] = [];
	const prose = bullet.blocks.map(({ span }) =>
		markdownOf(reader.source, span),
	);
	let given: string | undefined;
	for (const list of bullet.lists) {
		const marks = nestedMarks(list, reader);
		if (marks !== undefined) {
			values.push(...marks.values);
			given ??= marks.default;
			continue;
		}
		const words = announcesValues(text) ? valuesOf(list, reader) : undefined;
		if (words !== undefined) {
			values.push(...words);
			prose.push(markdownOf(reader.source, spanOf(reader.source, list)));
		} else if (!namesValues(text) && isFieldLines(list, reader)) {
			const found = readFieldLines(list, reader);
			fields.push(...found.fields);
			prose.push(
				...found.others.map(({ span }) => markdownOf(reader.source, span)),
			);
		} else prose.push(markdownOf(reader.source, spanOf(reader.source, list)));
	}
	return {
		fields,
		...(values.length > 0 && { values }),
		...(given !== undefined && { default: given }),
		prose,
	};
}
