import type { Section } from "../markdown/sections.ts";
import { join } from "../model/join.ts";
import type { ObjectShape, Origins, Property, Shape } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { shapeOfFormat } from "./format-shape.ts";
import { type Format, leadsIn } from "./formats.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addDescribed } from "./response-answer.ts";

/**
 * Adds to an operation's answer what sections that it links to say of the form of values: "See [query statistics](#…)",
 * and there "the response `data` includes a `stats` object with the following structure:".
 */
export function addLinkedFormats(
	section: Section,
	draft: OperationDraft,
	reader: Reader,
): void {
	const { formats, source } = reader;
	if (formats === undefined) return;
	const seen = new Set<string>();
	for (const { anchors, placeholders } of leadsIn(section, source)) {
		// What it says of a placeholder is read where that stands.
		if (placeholders.length > 0) continue;
		for (const anchor of anchors) {
			if (seen.has(anchor)) continue;
			seen.add(anchor);
			const [format, ...others] = formats.behind(anchor);
			if (format === undefined || others.length > 0) continue;
			if (format.property.length > 0) addUnder(format, draft, reader);
			else fillAnswer(format, draft, reader);
		}
	}
}

/** What is there only when something is set may be missing. */
const conditional = /^(?:only\s+)?(?:when|if)\b/i;

function addUnder(format: Format, draft: OperationDraft, reader: Reader): void {
	const { property: path, words, block } = format;
	const shape = shapeOfFormat(format, reader);
	const [name] = path.slice(-1);
	const { span } = words ?? block;
	if (shape === undefined || name === undefined) return;
	const origins: Origins = [{ span, basis: "stated" }];
	const optional = conditional.test(textOf(reader.source, span));
	const made: Property = {
		name,
		...(optional && { required: false }),
		shape,
		origins,
	};
	const [outer] = path.slice(0, -1);
	addDescribed([made], undefined, block, draft, outer);
}

/** An answer whose fields are named is completed by the format that has most of them. */
function fillAnswer(
	format: Format,
	draft: OperationDraft,
	reader: Reader,
): void {
	const at = draft.responses.findIndex(({ status }) => status.startsWith("2"));
	const response = draft.responses[at];
	if (response?.shape === undefined) return;
	const shape = shapeOfFormat(format, reader);
	const filled =
		shape?.kind === "object" ? completed(response.shape, shape) : undefined;
	if (filled !== undefined)
		draft.responses[at] = { ...response, shape: filled };
}

function completed(shape: Shape, format: ObjectShape): Shape | undefined {
	if (shape.kind === "array") {
		const items = completed(shape.items, format);
		return items && { ...shape, items };
	}
	if (shape.kind !== "object") return undefined;
	const names = new Set(format.properties.map(({ name }) => name));
	const common = shape.properties.filter(({ name }) => names.has(name));
	return common.length > 1 && common.length * 2 >= shape.properties.length
		? join(shape, format, { mode: "same" })
		: undefined;
}
