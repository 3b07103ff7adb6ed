import type { Document, Section } from "../markdown/sections.ts";
import type { Span } from "../text/span.ts";
import { type SdkName, snakeCase } from "./call-signature.ts";
import { readLabel, readLabelLines } from "./label.ts";

/**
 * The name that a section states for its operation: an operation id behind its label or in the anchor that a converter
 * puts in front of the heading, or a heading that is the name of a method, `addPet`. `resource` stays empty where the name
 * does not say what it belongs to.
 */
export function statedName(
	section: Section,
	document: Document,
): SdkName | undefined {
	const { heading } = section;
	const labelled = labelledId(section);
	if (labelled !== undefined) return nameOf(labelled.id, labelled.span);
	if (heading === undefined) return undefined;
	const { span } = heading;
	const anchor = heading.ids
		.map((id) => /^opId(\S{2,})$/.exec(id)?.[1])
		.find((id) => id !== undefined);
	if (anchor !== undefined) return nameOf(anchor, span);
	const method = methodIn(heading.text);
	const found = method === undefined ? undefined : nameOf(method, span);
	return found && { ...found, resource: classOver(document) };
}

/** True for a heading that is the name of a method and nothing else. */
export function isMethod(heading: Section["heading"]): boolean {
	return heading !== undefined && methodIn(heading.text) !== undefined;
}

function labelledId({
	blocks,
}: Section): { readonly id: string; readonly span: Span } | undefined {
	for (const [index, block] of blocks.entries()) {
		const one = readLabel(block, blocks[index + 1]);
		for (const { text, value, span } of [one, ...readLabelLines(block)].flatMap(
			(label) => label ?? [],
		))
			if (/^operation[ _-]?(?:id|name)$/i.test(text) && value !== undefined)
				return { id: value.replace(/[`"'*]/g, "").trim(), span };
	}
	return undefined;
}

/** `addPet`, `` `add_pet()` ``, `AddPet`: a heading that is one identifier of several words. */
function methodIn(text: string): string | undefined {
	const [, name] =
		/^([A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)*)(?:\(\))?$/.exec(text.trim()) ?? [];
	return name !== undefined && snakeCase(name).includes("_") ? name : undefined;
}

/** `list_users`, `users.list` and `users/list`; nothing for an id that only spells the path. */
function nameOf(id: string, span: Span): SdkName | undefined {
	if (/__|[{}]/.test(id)) return undefined;
	const words = id
		.split(/[./:]+/)
		.map((word) => snakeCase(word.replace(/[-\s]+/g, "_")));
	const name = words.at(-1) ?? "";
	if (!words.every((word) => /^[a-z]\w*$/.test(word))) return undefined;
	return {
		resource: words.slice(0, -1),
		name,
		origins: [{ span, basis: "stated" }],
	};
}

/** The class whose methods a document lists: `# PetApi`, `# swagger_client.PetApi`, `# \PetApi`. */
function classOver({ root }: Document): readonly string[] {
	const tops = root.sections.flatMap(({ heading }) => {
		const [, name] =
			/^\\*(?:[\w\\]+[.\\])*([A-Z]\w*?)(?:Api|API|Client|Service)$/.exec(
				heading?.text ?? "",
			) ?? [];
		return name ?? [];
	});
	const [only, ...others] = tops;
	return only === undefined || others.length > 0 || /^Default$/.test(only)
		? []
		: [snakeCase(only)];
}
