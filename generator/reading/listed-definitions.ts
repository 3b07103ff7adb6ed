import { type Block, markdownOf } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { Definition } from "../model/definition.ts";
import { join } from "../model/join.ts";
import type { Origins, Property, Shape } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { distinct } from "./distinct-fields.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import { nestedTypes } from "./nested-types.ts";
import { saidIn, tellUnread } from "./said.ts";
import { shownType } from "./shown-type.ts";
import { announcedType } from "./type-announcement.ts";

interface Draft {
	readonly name: string;
	readonly origins: Origins;
	readonly anchors: readonly string[];
	readonly fields: Property[];
	readonly prose: string[];
	shown?: Shape;
}

/**
 * Reads a section with sentences that each announce the fields of a type, "The `Coupon` object supports the following
 * keys:", and a list or table behind each. Samples of these types complete what the lists leave open.
 */
export function readListedDefinitions(
	section: Section,
	reader: Reader,
): readonly Definition[] {
	const drafts: Draft[] = [];
	const before: string[] = [];
	const blocks = saidIn(section, reader);
	let open: Draft | undefined;
	for (const [index, block] of blocks.entries()) {
		const { span } = block;
		const name = announcedType(block);
		const next = blocks[index + 1];
		if (
			name !== undefined &&
			next !== undefined &&
			isFieldBlock(next, reader)
		) {
			open = draftFor(name, block, section, drafts.length === 0);
			drafts.push(open);
			if (drafts.length === 1) open.prose.push(...before);
			open.prose.push(markdownOf(reader.source, span));
			reader.ledger.mark(span, "read", "type");
		} else if (isFieldBlock(block, reader)) {
			if (open === undefined) tellUnread(block, "fields of no type", reader);
			else readFields(block, open, reader);
		} else if (block.node.type === "code") readSample(block, drafts, reader);
		else if (block.node.type === "definition")
			reader.ledger.mark(span, "read", "where a link leads");
		else if (block.node.type === "html") tellUnread(block, "not shown", reader);
		else {
			(drafts.at(-1)?.prose ?? before).push(markdownOf(reader.source, span));
			reader.ledger.mark(span, "prose", "description of a type");
			// What a sentence in between says of the list behind it, nobody knows.
			open = undefined;
		}
	}
	if (section.heading !== undefined && drafts.length > 0)
		reader.ledger.mark(section.heading.span, "read", "type");
	return drafts.flatMap((draft) => finish(draft, reader.source.file));
}

/** The types whose fields a section announces. */
export function announcedTypes(
	{ blocks }: Section,
	reader: Reader,
): readonly string[] {
	return blocks.flatMap((block, index) => {
		const next = blocks[index + 1];
		const name = next === undefined ? undefined : announcedType(block);
		return name !== undefined &&
			next !== undefined &&
			isFieldBlock(next, reader)
			? [name]
			: [];
	});
}

/** The first type of a section is what its heading leads to, whatever it calls it. */
function draftFor(
	name: string,
	{ span }: Block,
	{ heading }: Section,
	first: boolean,
): Draft {
	const headed = first && heading !== undefined;
	return {
		name,
		origins: [{ span, basis: "stated" }],
		anchors: headed ? [heading.anchor, ...heading.ids] : [],
		fields: [],
		prose: [],
	};
}

function readFields(block: Block, { fields }: Draft, reader: Reader): void {
	const found = fieldsOf(block, reader) ?? [];
	fields.push(...found.map(({ property }) => property));
}

/** A sample is of the type that it names, or else of the one whose fields it shows. */
function readSample(
	block: Block,
	drafts: readonly Draft[],
	reader: Reader,
): void {
	const { node, span } = block;
	if (node.type !== "code") return;
	const fence = openFence(reader.source, node);
	for (const draft of drafts) {
		const shown = shownType(fence, draft.name, draft.fields);
		if (shown === undefined) continue;
		draft.shown =
			draft.shown === undefined
				? shown
				: (join(draft.shown, shown, { mode: "either" }) ?? draft.shown);
		reader.ledger.mark(span, "read", "example of a type");
		return;
	}
	if (/^\s*[{[]/.test(textOf(reader.source, fence.span)))
		tellUnread(block, "in the description of a type", reader);
	else reader.ledger.mark(span, "prose", "description of a type");
}

function finish(draft: Draft, file: string): readonly Definition[] {
	const { name, origins, anchors, shown, prose } = draft;
	const fields = distinct(draft.fields, (field) => field.name);
	if (fields.length === 0) return [];
	const { properties, types } = nestedTypes(fields, file);
	const stated: Shape = { kind: "object", properties };
	const shape =
		shown === undefined
			? stated
			: (join(stated, shown, { mode: "fill" }) ?? stated);
	const description = prose.join("\n\n");
	const own: Definition = {
		name,
		file,
		anchors,
		shape,
		...(description !== "" && { description }),
		origins,
	};
	return [own, ...types];
}
