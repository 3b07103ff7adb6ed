import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { readDefinition } from "../reading/definition.ts";
import { isFieldTable, isPropertyTable } from "../reading/field-table.ts";
import { emptyFragment } from "../reading/fragment.ts";
import { isSpecBlock } from "../reading/openapi/spec-block.ts";
import { partsOf } from "../reading/part.ts";
import { partRoleOf, partWords } from "../reading/part-words.ts";
import { statusOf } from "../reading/status-line.ts";
import { typeNameOf } from "../reading/type-name.ts";
import { readValueTable } from "../reading/value-table.ts";
import type { Dialect } from "./dialect.ts";

/** Sections that describe a type and no endpoint: a name, and its fields, values or a sample. */
export const definitions: Dialect = {
	name: "definitions",
	apart: true,
	claims: (section, { source }) => describesType(section, source.text),
	read(section, reader) {
		const name = typeNameOf(section.heading?.text ?? "")?.name ?? "";
		const found = readDefinition(section, name, reader, partWords);
		return {
			...emptyFragment,
			definitions: found === undefined ? [] : [found],
		};
	},
};

function describesType(section: Section, source: string): boolean {
	const text = section.heading?.text ?? "";
	const name = typeNameOf(text);
	if (name === undefined || partRoleOf(partWords, text) !== undefined)
		return false;
	if (statusOf(text) !== undefined) return false;
	const parts = partsOf(section, partWords, describesOther);
	const telling = parts.filter(({ role, blocks }) =>
		blocks.some((block) => tells(block, role, name.strong, source)),
	);
	const calls = parts.some(({ role }) => callRoles.has(role));
	return telling.length > 0 && !calls;
}

/** A chapter of its own within this one. */
function describesOther({ heading }: Section): boolean {
	const text = heading?.text ?? "";
	return (
		partRoleOf(partWords, text) === undefined && typeNameOf(text) !== undefined
	);
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
	strong: boolean,
	source: string,
): boolean {
	if (isSpecBlock(block)) return block.spec.kind === "type";
	const { node } = block;
	if (node.type === "table") {
		if (role !== "description" && role !== "parameters" && role !== "values")
			return false;
		if (readValueTable(node, source) !== undefined) return strong;
		return strong ? isFieldTable(node, source) : isPropertyTable(node, source);
	}
	if (!strong) return false;
	if (node.type === "list") return role === "values";
	if (node.type === "code")
		return role === "description" && /^\s*(?:[{[]|")/.test(node.value);
	return false;
}
