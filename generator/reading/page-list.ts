import type { Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import type { JsonValue } from "../text/json.ts";
import type { Span } from "../text/span.ts";
import { argumentObject } from "./argument-object.ts";
import type { Became } from "./covered-block.ts";
import type { Field } from "./field.ts";
import { readFoldedFields } from "./folded-fields.ts";
import type { Reader } from "./fragment.ts";
import { type PageField, readPageFields } from "./page-fields.ts";
import type { PageLine } from "./page-lines.ts";
import { nestPageFields } from "./page-nesting.ts";

interface PageList {
	readonly fields: readonly Field[];
	/** What the whole is called, where a line says so. */
	readonly title?: string;
	/** The type of the whole, where its fields are folded into it. */
	readonly whole?: Shape;
	readonly span?: Span;
}

/** The fields of a part: nested as they are folded, or, where nothing is, as types and the example have it. */
export function fieldsIn(
	lines: readonly PageLine[],
	reader: Reader,
	shownIn?: (names: readonly string[]) => JsonValue | undefined,
): PageList {
	const mark = markLine(reader);
	if (lines.some(({ depth }) => depth !== undefined && depth > 0)) {
		const { fields, variants } = readFoldedFields(lines, reader, mark);
		if (fields.length > 0 || variants.length === 0) return { fields };
		const whole = unionOf(variants);
		const title = whole.kind === "object" ? whole.title : undefined;
		return { fields, whole, ...(title !== undefined && { title }) };
	}
	const { fields, title } = readPageFields(lines, mark);
	const own = fields.filter((field) => !isArgumentObject(field));
	const around = shownIn?.(own.map(({ name }) => name));
	return {
		fields: nestPageFields(own, around, reader.report),
		...(title !== undefined && { title: title.name, span: title.span }),
	};
}

/** Takes down what became of the lines of a list; of lines in a row that nobody understood, the first is reported. */
function markLine({ ledger, report }: Reader) {
	let telling = true;
	return (line: PageLine, became: Became, what: string): void => {
		ledger.mark(line.span, became, what);
		const unread = became === "unread";
		if (unread && telling) report("block/unread", line.span, {});
		telling = !unread;
	};
}

/** `params: ThingRenameParams { a, b }` is how an SDK takes what the lines after it describe. */
function isArgumentObject({ line }: PageField): boolean {
	return argumentObject(line.text) !== undefined;
}
