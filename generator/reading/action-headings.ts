import type { List, ListItem } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Source } from "../text/source.ts";
import { cover } from "../text/span.ts";

const resource = /^(?<words>.*?)\s*\[(?<path>\/[^\]\s]*)\]\s*$/s;
const action =
	/^(?<words>.*?)\s*\[(?<method>GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)(?:\s+(?<path>\/[^\]\s]*))?\]\s*$/s;

/** What a heading with a path says for the actions under it. */
interface Around {
	readonly path: string;
	/** Lists under `+ Parameters`. */
	readonly parameters: readonly Block[];
}

/**
 * `## Question [/questions/{id}]` above `### View [GET]`: the path stands in one heading, the method in headings under
 * it. Each of these gets the whole endpoint into its title, and the parameters that the resource describes. What the
 * resource itself is made of, `+ Attributes`, is a type of its name.
 */
export function withActions(
	source: Source,
	section: Section,
	around?: Around,
): Section {
	const { heading } = section;
	const bare = written(section);
	const { path: own, words: name = "" } = resource.exec(bare)?.groups ?? {};
	const actions = section.sections.flatMap((one) => {
		const found = action.exec(written(one))?.groups;
		const { path = own ?? "" } = found ?? {};
		return found === undefined ? [] : [path];
	});
	const shared = actions.length > 0 && own !== undefined;
	// What no action takes is left where it stands.
	const parameters = shared
		? partsCalled(/^parameters$/i, section, source).filter((one) =>
				actions.some((path) => isTaken(one, own, path)),
			)
		: [];
	const made = shared ? partsCalled(/^attributes\b/i, section, source) : [];
	const inner = own === undefined ? around : { path: own, parameters };
	const {
		words = "",
		method,
		path = around?.path,
	} = action.exec(bare)?.groups ?? {};
	const acting =
		heading !== undefined && method !== undefined && path !== undefined;
	return {
		...section,
		...(acting && {
			heading: { ...heading, markdown: `${words} — ${method} ${path}` },
		}),
		blocks: acting
			? withParameters(section.blocks, around, path)
			: without([...parameters, ...made], section.blocks, source),
		sections: [
			...made.flatMap((one) => typeSection(one, name, section, source)),
			...section.sections.map((one) => withActions(source, one, inner)),
		],
	};
}

/** A heading without the marks that keep brackets and braces from being Markdown. */
function written({ heading }: Section): string {
	return (heading?.markdown ?? "").replace(/\\([[\]{}_])/g, "$1");
}

/** The items of lists that are called so and have something in them, each as a list of its own. */
function partsCalled(
	name: RegExp,
	{ blocks }: Section,
	source: Source,
): readonly Block[] {
	return blocks.flatMap(({ node }) =>
		node.type !== "list"
			? []
			: node.children
					.filter(
						({ children: [head, ...inner] }) =>
							head !== undefined &&
							name.test(plainText(head).trim()) &&
							inner.some(({ type }) => type === "list"),
					)
					.map((item) => listOf(node, [item], source)),
	);
}

function listOf(
	list: List,
	children: readonly ListItem[],
	source: Source,
): Block {
	const spans = children.map((item) => spanOf(source, item));
	const span = spans.reduce(
		(all, one) => cover(all, one),
		spans[0] ?? spanOf(source, list),
	);
	return { node: { ...list, children: [...children] }, span };
}

/** The blocks without items that are read elsewhere. */
function without(
	taken: readonly Block[],
	blocks: readonly Block[],
	source: Source,
): readonly Block[] {
	const items = new Set(
		taken.flatMap(({ node }) => (node.type === "list" ? node.children : [])),
	);
	if (items.size === 0) return blocks;
	return blocks.flatMap((block) => {
		const { node } = block;
		if (node.type !== "list") return [block];
		const left = node.children.filter((item) => !items.has(item));
		if (left.length === node.children.length) return [block];
		return left.length === 0 ? [] : [listOf(node, left, source)];
	});
}

/** In front of the parts that the action lists itself. An action with another path takes what that has. */
function withParameters(
	blocks: readonly Block[],
	around: Around | undefined,
	path: string,
): readonly Block[] {
	const given = around?.parameters ?? [];
	const shared = given.filter((one) => isTaken(one, around?.path, path));
	const at = blocks.findIndex(({ node }) => node.type === "list");
	return at < 0
		? [...blocks, ...shared]
		: [...blocks.slice(0, at), ...shared, ...blocks.slice(at)];
}

function isTaken(
	{ node }: Block,
	around: string | undefined,
	path: string,
): boolean {
	return around === path || namesIn(node).every(isIn(path));
}

function namesIn(node: Block["node"]): readonly string[] {
	const lists =
		node.type === "list"
			? node.children.flatMap(({ children }) =>
					children.filter((child) => child.type === "list"),
				)
			: [];
	return lists.flatMap(({ children }) =>
		children.map((item) => /^[\w.-]+/.exec(plainText(item))?.[0] ?? ""),
	);
}

function isIn(path: string): (name: string) => boolean {
	const names = new Set(
		[...path.matchAll(/\{[?&+#]?([^{}]*)\}/g)].flatMap(([, list = ""]) =>
			list.split(",").map((name) => name.replace(/\*$/, "").trim()),
		),
	);
	return (name) => names.has(name);
}

/** `+ Attributes` of a resource as a section about the type. */
function typeSection(
	{ node, span }: Block,
	name: string,
	{ level, heading }: Section,
	source: Source,
): readonly Section[] {
	const [item] = node.type === "list" ? node.children : [];
	const [head, ...inner] = item?.children ?? [];
	if (head === undefined || heading === undefined) return [];
	const [, of = "object"] = /\(([^()]+)\)\s*$/.exec(plainText(head)) ?? [];
	const text = `${name} (${of})`;
	return [
		{
			level: level + 1,
			heading: {
				text,
				markdown: text,
				anchor: heading.anchor,
				ids: [],
				span: cover({ ...span, end: span.start }, spanOf(source, head)),
			},
			blocks: inner.map((one) => ({ node: one, span: spanOf(source, one) })),
			sections: [],
			span,
		},
	];
}
