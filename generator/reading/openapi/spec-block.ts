import type { Code } from "mdast";
import type { Block } from "../../markdown/block.ts";
import { openFence } from "../../markdown/fence.ts";
import { unlessNothing } from "../../markdown/once-wherever.ts";
import type { Heading, Section } from "../../markdown/sections.ts";
import type { Source } from "../../text/source.ts";
import type { SampleNode } from "../json-sample.ts";
import { type Spec, type SpecOperation, specKind } from "./spec-kind.ts";
import { entriesOf, itemsOf, textIn } from "./spec-node.ts";
import { readSpecTree } from "./spec-tree.ts";

/** A fence that holds a piece of an OpenAPI description. */
export interface SpecBlock extends Block {
	readonly spec: Spec;
	readonly root: SampleNode;
	/** All such pieces of the document: `$ref` leads from one to another. */
	readonly roots: readonly SampleNode[];
}

/** True for a block that was found to hold a piece of an OpenAPI description. */
export function isSpecBlock(block: Block): block is SpecBlock {
	return "spec" in block;
}

/**
 * Finds the fences that hold pieces of OpenAPI descriptions. One with several operations, or without a heading that it
 * could be about, becomes a section for each of them.
 */
export function openSpecs(source: Source, root: Section): Section {
	const roots: SampleNode[] = [];
	const found = find(source, root, roots);
	return roots.length === 0 ? root : spread(found);
}

function find(source: Source, section: Section, roots: SampleNode[]): Section {
	return {
		...section,
		blocks: section.blocks.map((block) => {
			const { node } = block;
			if (node.type !== "code" || !node.value.includes(":")) return block;
			const [found] = specsIn(block, source);
			if (found === undefined) return block;
			roots.push(found.root);
			return { ...block, ...found, roots };
		}),
		sections: section.sections.map((inner) => find(source, inner, roots)),
	};
}

const specsIn = unlessNothing(({ node }: Block, source: Source) => {
	if (node.type !== "code" || !mayDescribe(node)) return [];
	const root = readSpecTree(openFence(source, node));
	const spec = root && specKind(root);
	return root === undefined || spec === undefined ? [] : [{ spec, root }];
});

/** A look at the text alone: reading YAML is slow. */
function mayDescribe({ lang, value }: Code): boolean {
	return (
		/^(?:ya?ml|json[5c]?|openapi|swagger|oas.*|)$/i.test(lang ?? "") &&
		/(?:^|[\n{,])[ \t]*["']?(?:paths|responses|requestBody|parameters|operationId|schemas|definitions|properties|allOf|oneOf|anyOf|enum|items|additionalProperties)["']?[ \t]*:/.test(
			value,
		)
	);
}

function spread(section: Section): Section {
	const added = section.blocks.flatMap((block) =>
		isSpecBlock(block) ? operationSections(section, block) : [],
	);
	const inner = section.sections.map(spread);
	if (added.length === 0) return { ...section, sections: inner };
	const blocks = section.blocks.map((block) =>
		isSpecBlock(block) && operationSections(section, block).length > 0
			? { ...block, spec: { kind: "types" as const } }
			: block,
	);
	return { ...section, blocks, sections: [...added, ...inner] };
}

function operationSections(
	{ level, heading }: Section,
	block: SpecBlock,
): readonly Section[] {
	const { spec } = block;
	if (spec.kind !== "operations") return [];
	const path = pathOf(heading);
	const stated = spec.operations
		.map((one) => (path === undefined ? one : { path, ...one }))
		.filter((one) => one.path !== undefined);
	const own = path === undefined && heading !== undefined;
	if (stated.length === 0 || (stated.length === 1 && own)) return [];
	return stated.map((one) => {
		const { keySpan: span } = one.entry;
		return {
			level: level + 1,
			heading: headingOf(one, heading),
			blocks: [{ ...block, span, spec: { ...spec, operations: [one] } }],
			sections: [],
			span,
		};
	});
}

/** The path that is all a heading says: what can be done with it stands under it. */
function pathOf(heading: Heading | undefined): string | undefined {
	return /^`?(\/[^\s`]*)`?$/.exec(heading?.text ?? "")?.[1];
}

function headingOf(
	{ method, path, node, entry }: SpecOperation,
	around: Heading | undefined,
): Heading {
	const endpoint = `${method} ${path}`;
	const words = textIn(node, "summary")?.replace(/\s+/g, " ");
	return {
		text: words ?? endpoint,
		markdown: words === undefined ? endpoint : `${words} — ${endpoint}`,
		anchor: around?.anchor ?? "",
		ids: [],
		span: entry.keySpan,
	};
}

/** The node that a `$ref` leads to, within the document. */
export function follow(
	node: SampleNode,
	roots: readonly SampleNode[],
): SampleNode | undefined {
	let target: SampleNode | undefined = node;
	for (let step = 0; step < 8; step++) {
		const reference = textIn(target, "$ref");
		if (reference === undefined) return target;
		const [, pointer = ""] = reference.split("#");
		const steps = pointer.split("/").filter((one) => one !== "");
		if (steps.length === 0) return undefined;
		const keys = steps.map(unescapePointer);
		const found = roots.map((root) => walk(root, keys));
		target = found.find((one) => one !== undefined);
	}
	return undefined;
}

function walk(
	root: SampleNode,
	keys: readonly string[],
): SampleNode | undefined {
	let node: SampleNode | undefined = root;
	for (const key of keys)
		node =
			node?.kind === "array"
				? itemsOf(node)[Number(key)]
				: entriesOf(node).find((entry) => entry.key === key)?.node;
	return node;
}

/** `~1` is a slash in a JSON pointer; `%20` comes from the address that it is part of. */
export function unescapePointer(step: string): string {
	const text = step.replace(/~1/g, "/").replace(/~0/g, "~");
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
