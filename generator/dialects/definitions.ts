import type { Block } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import { sectionWherever } from "../markdown/section-wherever.ts";
import type { Document, Heading, Section } from "../markdown/sections.ts";
import type { Property } from "../model/types.ts";
import { openLedger } from "../reading/coverage.ts";
import { declaresType } from "../reading/declarations/declared-types.ts";
import { readDefinition } from "../reading/definition.ts";
import { listsMethods } from "../reading/endpoint-forms.ts";
import { fieldsOf, isFieldBlock } from "../reading/field-block.ts";
import { isFieldTable, isPropertyTable } from "../reading/field-table.ts";

import { emptyFragment, type Reader } from "../reading/fragment.ts";
import { sectionEndpoints } from "../reading/generic-endpoints.ts";

import { isSpecBlock } from "../reading/openapi/spec-block.ts";
import { partsOf } from "../reading/part.ts";
import { partRoleOf, partWords } from "../reading/part-words.ts";
import { statusOf } from "../reading/status-line.ts";
import {
	isKindOfType,
	isTypeChapter,
	madeTypeOf,
} from "../reading/type-headings.ts";
import { type TypeName, typeNameOf } from "../reading/type-name.ts";
import { readValueTable } from "../reading/value-table.ts";
import { once } from "../text/once.ts";
import type { Source } from "../text/source.ts";
import type { Dialect } from "./dialect.ts";

/** Sections that describe a type and no endpoint: a name, and its fields, values or a sample. */
export const definitions: Dialect = {
	name: "definitions",
	apart: true,
	local: (section, document) => nameOf(section, document)?.name ?? "",
	claims: describesType,
	read(section, reader, document) {
		const name = nameOf(section, document)?.name ?? "";
		const found = readDefinition(section, name, reader, partWords);
		return {
			...emptyFragment,
			definitions: found === undefined ? [] : [found],
		};
	},
};

function describesType(section: Section, document: Document): boolean {
	const name = nameOf(section, document);
	if (name === undefined) return false;
	const known = answers(sectionWherever(section));
	const key = JSON.stringify(name);
	const answer = known.get(key) ?? describes(section, name, document.source);
	known.set(key, answer);
	return answer;
}

// Wherever it stands, a section describes what it did before.
const answers = once((_: object) => new Map<string, boolean>());

function describes(section: Section, name: TypeName, source: Source): boolean {
	const parts = partsOf(section, partWords, describesOther);
	const telling = parts.filter(({ role, blocks }) =>
		blocks.some((block) => tells(block, role, name, source)),
	);
	const calls =
		parts.some(({ role }) => callRoles.has(role)) ||
		section.blocks.some(
			({ node }) => node.type === "table" && listsMethods(node),
		);
	return !calls && (telling.length > 0 || listsFields(section, source));
}

/** The type that a heading names; among types, "Error" and "Status" are types too, and open no part. */
function nameOf(
	{ heading }: Section,
	{ root }: Document,
): TypeName | undefined {
	const text = heading?.text ?? "";
	if (statusOf(text) !== undefined) return undefined;
	const made = madeTypeOf(text);
	if (made !== undefined && heading !== undefined)
		if (isKindOfType(made.of) || isAmongTypes(heading, root))
			return { name: made.name, strong: true };
	if (partRoleOf(partWords, text) === undefined) return typeNameOf(text);
	const word = /^[A-Z][A-Za-z]*$/.exec(text)?.[0];
	return word !== undefined &&
		heading !== undefined &&
		isAmongTypes(heading, root)
		? { name: word, strong: true }
		: undefined;
}

function isAmongTypes(
	{ span }: Pick<Heading, "span">,
	around: Section,
): boolean {
	const inner = around.sections.find(
		(one) =>
			one.span.start.offset <= span.start.offset &&
			span.start.offset < one.span.end.offset,
	);
	if (
		inner === undefined ||
		inner.heading?.span.start.offset === span.start.offset
	)
		return isTypeChapter(around.heading?.text ?? "");
	return isAmongTypes({ span }, inner);
}

/** A list of fields in the section itself or below "Attributes" in it. */
function listsFields(section: Section, source: Source): boolean {
	const text = section.heading?.text ?? "";
	const kind = kindWord.test(text);
	const made = madeTypeOf(text) !== undefined;
	const own = section.sections.filter(
		({ heading }) =>
			partRoleOf(partWords, heading?.text ?? "") === "parameters",
	);
	return [section, ...own].some(({ blocks }) =>
		blocks.some((block) =>
			made
				? block.node.type === "list" && isFieldBlock(block, anyType(source))
				: lists(block, kind, silent(source)),
		),
	);
}

/** A chapter of its own within this one, or an operation. */
function describesOther(inner: Section): boolean {
	const text = inner.heading?.text ?? "";
	return (
		sectionEndpoints(inner, partWords).endpoints.length > 0 ||
		(partRoleOf(partWords, text) === undefined &&
			typeNameOf(text) !== undefined)
	);
}

const kindWord =
	/\b(?:object|model|schema|type|struct(?:ure)?|entity|resource|record|attributes|properties|fields)s?`?$|^`?(?:object|model|schema|type|struct)\b/i;

/** A list of fields below "The crate object"; below "Crate" alone, all of them have to have types. */
function lists(block: Block, kind: boolean, reader: Reader): boolean {
	if (block.node.type !== "list" || !isFieldBlock(block, reader)) return false;
	const fields = fieldsOf(block, reader) ?? [];
	const typed = fields.filter(({ property }) => isTyped(property)).length;
	return kind
		? typed * 2 >= fields.length
		: fields.length > 1 && typed === fields.length;
}

function isTyped({ shape, origins }: Property): boolean {
	const guessed = origins.some(({ basis }) => basis === "inferred");
	return shape.kind !== "unknown" && !guessed;
}

/** To look without a trace in the books. */
function silent(source: Source): Reader {
	return { source, report: () => undefined, ledger: openLedger(source) };
}

/** Where a heading says that it is a type, any name in brackets may be that of another. */
function anyType(source: Source): Reader {
	return { ...silent(source), types: { has: () => true } };
}

/** Parts that only calls have. */
const callRoles: ReadonlySet<string> = new Set([
	"path",
	"query",
	"method",
	"url",
	"endpoint",
	"responses",
	"returns",
	"errors",
]);

function tells(
	block: Block,
	role: string,
	{ name, strong }: TypeName,
	source: Source,
): boolean {
	if (isSpecBlock(block)) return block.spec.kind === "type";
	const { node } = block;
	if (node.type === "table") {
		if (role !== "description" && role !== "parameters" && role !== "values")
			return false;
		if (readValueTable(node, source.text) !== undefined) return strong;
		return strong
			? isFieldTable(node, source.text)
			: isPropertyTable(node, source.text);
	}
	if (!strong) return false;
	if (node.type === "list") return role === "values";
	if (node.type === "code")
		return (
			role === "description" &&
			(/^\s*(?:[{[]|")/.test(node.value) ||
				declaresType(name, openFence(source, node)))
		);
	return false;
}
