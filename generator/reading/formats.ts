import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { type Source, textOf } from "../text/source.ts";
import { announcedBy } from "./announced.ts";
import { sectionEndpoints } from "./generic-endpoints.ts";
import { partWords } from "./part-words.ts";

/** What a value looks like that operations elsewhere in a document lead to. */
export interface Format {
	/** The section that describes it, and nothing else. */
	readonly section: Section;
	/** The sample, list or table that shows it, and the sentence in front of that. */
	readonly block: Block;
	readonly words?: Block;
	/** The property of an answer that looks so, from the outside in: `data`, `stats`. */
	readonly property: readonly string[];
	/** What it is called where there are several: `matrix` of "returned as type `matrix`". */
	readonly names: readonly string[];
	/** The placeholder that stands for it in samples: `histogram` of `<histogram>`. */
	readonly placeholder?: string;
	/** True where a sentence or the heading says that it is a format, and not only where it stands. */
	readonly said: boolean;
}

/** The formats of a document. */
export interface Formats {
	/** Those in the section that a link leads to, and in the sections within it. */
	readonly behind: (anchor: string) => readonly Format[];
	readonly chapter: (anchor: string) => Section | undefined;
	readonly placeholder: (name: string) => Format | undefined;
	/** "Transaction format" is that of a `transaction`. */
	readonly called: (noun: string) => Format | undefined;
	/** True for a section about the form of one property or placeholder: it describes no type with a name. */
	readonly owns: (section: Section) => boolean;
}

/** Finds what sections without an endpoint say about the form of values. */
export function formatsIn(root: Section, source: Source): Formats {
	const chapters = new Map<string, Section>();
	const formats: Format[] = [];
	const walk = (section: Section): void => {
		if (sectionEndpoints(section, partWords).endpoints.length > 0) return;
		for (const anchor of anchorsOf(section))
			if (!chapters.has(anchor)) chapters.set(anchor, section);
		formats.push(...ownFormats(section, source));
		for (const inner of section.sections) walk(inner);
	};
	walk(root);
	const chapter = (anchor: string) => chapters.get(anchor);
	return {
		chapter,
		behind(anchor) {
			const found = chapter(anchor);
			return formats.filter(({ section }) => isIn(found, section));
		},
		owns: ({ span }) =>
			formats.some(
				({ section, property, placeholder }) =>
					section.span.start.offset === span.start.offset &&
					(property.length > 0 || placeholder !== undefined),
			),
		placeholder: (name) => formats.find((one) => one.placeholder === name),
		called(noun) {
			const named = formats.filter(
				({ section, placeholder }) =>
					placeholder === undefined && nounOf(section) === noun.toLowerCase(),
			);
			return named.length === 1 ? named[0] : undefined;
		},
	};
}

function anchorsOf({ heading }: Section): readonly string[] {
	return heading === undefined ? [] : [heading.anchor, ...heading.ids];
}

function isIn(outer: Section | undefined, { span }: Section): boolean {
	return (
		outer !== undefined &&
		outer.span.start.offset <= span.start.offset &&
		span.end.offset <= outer.span.end.offset
	);
}

const kinds = "format|structure|schema|object|shape|fields|type";

/** `transaction` of the heading "Transaction format". */
function nounOf({ heading }: Section): string | undefined {
	return new RegExp(`^(?:the\\s+)?([\\w -]{1,40}?)\\s+(?:${kinds})s?$`, "i")
		.exec(heading?.text ?? "")?.[1]
		?.toLowerCase();
}

const announces =
	/\bfollowing\s+(?:\w+\s+)?(?:format|structure|form|shape|schema)s?\b|\b(?:formatted|structured|encoded|represented|laid out)\s+(?:as follows|like this|like so)\b|\b(?:format|structure|form|shape|schema)\s+(?:of\s[^.]{0,60})?is\s+as\s+follows\b/i;

function ownFormats(section: Section, source: Source): readonly Format[] {
	const { blocks } = section;
	const found = blocks.flatMap((block, index): readonly Format[] => {
		const words = blocks[index - 1];
		if (!shows(block) || words?.node.type !== "paragraph") return [];
		const text = textOf(source, words.span).replace(/\s+/g, " ");
		if (!announces.test(text)) return [];
		const placeholder = /`<([\w -]+)>`/.exec(text)?.[1];
		const property = propertyIn(text);
		return [
			{
				section,
				block,
				words,
				property,
				names: namesIn(text).filter((name) => !property.includes(name)),
				...(placeholder !== undefined && { placeholder }),
				said: true,
			},
		];
	});
	const [block] = blocks.filter(shows);
	if (found.length > 0 || block === undefined) return found;
	const said = nounOf(section) !== undefined;
	return said ? [{ section, block, property: [], names: [], said }] : [];
}

function shows({ node }: Block): boolean {
	return ["code", "list", "table"].includes(node.type);
}

/** "the response `data` includes a `stats` object" is `data`, `stats`; "the `result` property has" is `result`. */
function propertyIn(text: string): readonly string[] {
	const holds =
		/`"?([\w-]+)"?`(?:\s+(?:section|property|field|key|object|part))?\s+(?:also\s+)?(?:includes|contains|has|holds|carries)\s+an?\s+(?:\w+\s+)?`"?([\w-]+)"?`\s/.exec(
			text,
		);
	if (holds !== null)
		return holds.slice(1, 3).filter((name) => name !== undefined);
	const answer =
		/\b(?:response|answer|body|output|result)s?\s+(?:also\s+)?(?:includes?|contains?|has|have|holds?)\s+an?\s+(?:\w+\s+)?`"?([\w-]+)"?`\s/i.exec(
			text,
		)?.[1];
	const own = answer ?? announcedBy(text).property;
	return own === undefined ? [] : [own];
}

function namesIn(text: string): readonly string[] {
	return [
		...text.matchAll(
			/\b(?:type|kind|as|is|called|named|for|variant)\s+`"?([\w.-]+)"?`/g,
		),
	].flatMap(([, name]) => name ?? []);
}

/** Where a block leads within its document, and the placeholders that it speaks of; code leads nowhere. */
export interface Leads {
	readonly anchors: readonly string[];
	readonly placeholders: readonly string[];
}

/** Reads the links and the placeholders of all blocks of a section. */
export function leadsIn(section: Section, source: Source): readonly Leads[] {
	const own = section.blocks
		.filter(({ node }) => node.type !== "code")
		.map(({ node, span }): Leads => {
			const text = textOf(source, span);
			const anchors = [...text.matchAll(/\]\(#([^\s()]+)\)/g)];
			const spoken = [...text.matchAll(/`<([\w -]+)>`/g)];
			return {
				anchors: anchors.flatMap(([, anchor]) => anchor ?? []),
				placeholders:
					node.type === "paragraph"
						? spoken.flatMap(([, one]) => one ?? [])
						: [],
			};
		});
	return [...own, ...section.sections.flatMap((one) => leadsIn(one, source))];
}
