import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { SharedParameter } from "../model/shared-parameter.ts";
import type { Origins, Parameter } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import { shapeOfValues } from "./shown-parameters.ts";

type Taken = SharedParameter["taken"];

/**
 * The parameters that a section without endpoints describes for operations elsewhere: "Any request takes a `?region` query
 * parameter", a list under "Common parameters", a chapter on pagination.
 */
export function sharedParameters(
	{ heading, blocks }: Section,
	above: readonly string[],
	reader: Reader,
): readonly SharedParameter[] {
	const { source, ledger } = reader;
	const found: (readonly [Parameter, Taken])[] = [];
	const title = heading?.text ?? "";
	let listed: Taken | undefined = commonHeading.test(title)
		? "all"
		: featureHeading.test(title)
			? "named"
			: undefined;
	let spoken = false;
	for (const block of blocks) {
		if (block.node.type === "paragraph") {
			const text = plainText(block.node);
			const taken = takenBy(text);
			const named = namedIn(block, reader, spoken);
			const passed = named.length === 0 ? passedIn(block, blocks, reader) : [];
			const scope =
				taken ?? (passed.length > 0 ? scopeOfPassed(text) : "named");
			found.push(...[...named, ...passed].map((one) => [one, scope] as const));
			spoken ||= named.length > 0;
			if (named.length + passed.length > 0)
				ledger.mark(block.span, "read", whose[scope]);
			// The words right in front of a list say who takes what is in it.
			if (/[:：]$/.test(text) && /param|header|argument/i.test(text))
				listed = taken ?? listed ?? "named";
			else if (taken === "lists" && listed === "named") listed = taken;
			continue;
		}
		if (listed === undefined || !isFieldBlock(block, reader)) continue;
		for (const { property, location = "query" } of fieldsOf(block, reader) ??
			[])
			if (location === "query" || location === "header")
				found.push([{ ...property, in: location }, listed]);
	}
	const place = {
		file: source.file,
		titles: [title, above.at(-1) ?? ""].filter((one) => one !== ""),
		anchors: heading === undefined ? [] : [heading.anchor, ...heading.ids],
	};
	return found.map(([parameter, taken]) => ({ ...place, parameter, taken }));
}

/** "When using a shelf that is not your own, the request must pass …" is not said of every request. */
function scopeOfPassed(text: string): Taken {
	const before = passing.exec(text.replace(/\s+/g, " "));
	const sentence = before?.input.slice(0, before.index).split(/[.:;!?]\s/);
	return /\b(?:when|whenever|if|where|unless|in case|for)\b/i.test(
		sentence?.at(-1) ?? "",
	)
		? "named"
		: "all";
}

const whose: Readonly<Record<Taken, string>> = {
	all: "parameters of all operations",
	lists: "parameters of all lists",
	named: "parameters of some operations",
};

const commonHeading =
	/^(?:common|global|shared|general|standard|universal)(?: (?:optional|request|query|url|api|http))* (?:param(?:eter)?s|arguments|options)$/i;

/** Chapters whose lists of fields are what operations that refer to them take. */
const featureHeading =
	/^(?:[\d.]+ )?(?:(?:result|using|about|offset|cursor|page|keyset|list|response|query)(?:[- ]based)? )*(?:pagina\w+|paging|filter(?:s|ing)?|sort(?:s|ing)?|order(?:s|ing)?|search(?:ing)?|field selection|sparse fieldsets|expand(?:ing|s|ed)?(?: \w+)?|including(?: \w+)?|includes)(?: (?:param(?:eter)?s|options|results|lists?|responses?))?$/i;

/** Whom a sentence speaks of; not all of those "that …", nor "some list endpoints". */
function takenBy(text: string): Taken | undefined {
	if (forAll.test(text)) return "all";
	if (
		forLists.test(text) &&
		!/\b(?:some|many|most|certain|several|few)\b/i.test(text)
	)
		return "lists";
	return undefined;
}

const forAll =
	/\b(?:any|all|every|each)(?: of)?(?: (?:the|our|these|api|http|rest|incoming|public))* (?:requests?|endpoints?|calls?|api methods?|routes?|operations?)\b(?! (?:that|which|who|where|with|without|supporting|returning|requiring|in|under|for|body|bodies)\b)/i;
const forLists =
	/\b(?:list|listing|collection|index|paginated|paged)(?: \w+)? (?:endpoints?|requests?|calls?|methods?|operations?|routes?|resources?|queries|responses?|results?)\b|\b(?:endpoints?|requests?|calls?|methods?|operations?|routes?|resources?)(?: that| which)? (?:return(?:s|ing)?|list(?:s|ing)?|with|giv(?:e|es|ing))(?: \w+)? (?:lists?|collections?|arrays?|multiple|many|several|large)\b|\b(?:all|every|each|any) (?:lists?|collections?)\b/i;

/** `?region` query parameter, query parameter `region`, `pretty` on the query string; then "a `wait` parameter", too. */
function namedIn(
	block: Block,
	{ source }: Reader,
	spoken: boolean,
): readonly Parameter[] {
	const written = textOf(source, block.span).replace(/\s+/g, " ");
	const name = "`\\??([A-Za-z_][\\w.[\\]-]*)(?:=([^`]*))?`";
	const said = [
		new RegExp(
			`${name} (?:\\w+ )?(?:query|url|query[- ]string) (?:string )?param`,
			"gi",
		),
		new RegExp(
			`\\bquery(?:[- ]string)? param(?:eter)? (?:called |named )?${name}`,
			"gi",
		),
		new RegExp(
			`${name} (?:on|in|to|as part of) the query(?: string)?\\b`,
			"gi",
		),
	].flatMap((pattern) => [...written.matchAll(pattern)]);
	const loose =
		spoken || said.length > 0
			? [...written.matchAll(new RegExp(`${name} param`, "gi"))]
			: [];
	const names = new Map<string, string>();
	for (const [, one = "", value = ""] of [...said, ...loose])
		if (!names.has(one)) names.set(one, value);
	const description = markdownOf(source, block.span);
	const origins: Origins = [{ span: block.span, basis: "stated" }];
	return [...names].map(([one, value]) =>
		queryParameter(one, value, description, origins),
	);
}

const passing =
	/\b(?:the|an?|any|all|every|each|your) (?:api |http )?(?:requests?|calls?)\b[^.]{0,80}\bas (?:an? |the )?(?:\w+ ){0,3}query(?:[- ]string)? (?:param(?:eter)?|argument)\b/i;

/**
 * "The API request must pass the target shelf as a query parameter": what it is called, a call in the same section shows,
 * `?shelf=a`.
 */
function passedIn(
	{ span }: Block,
	blocks: readonly Block[],
	{ source }: Reader,
): readonly Parameter[] {
	const written = textOf(source, span).replace(/\s+/g, " ");
	const [sentence] = passing.exec(written) ?? [];
	if (sentence === undefined) return [];
	const words = new Set(sentence.toLowerCase().match(/[a-z][\w-]*/g));
	const description = markdownOf(source, span);
	const found = new Map<string, Parameter>();
	for (const { node, span: shown } of blocks) {
		if (node.type !== "code") continue;
		for (const [, name = ""] of node.value.matchAll(/[?&]([A-Za-z_]\w*)=/g))
			if (words.has(name.toLowerCase()) && !found.has(name))
				found.set(
					name,
					queryParameter(name, "", description, [
						{ span, basis: "stated" },
						{ span: shown, basis: "inferred", of: ["name"] },
					]),
				);
	}
	return [...found.values()];
}

function queryParameter(
	name: string,
	value: string,
	description: string,
	origins: Origins,
): Parameter {
	const shape = shapeOfValues(name, value === "" ? [] : [value]);
	const typed = shape.kind !== "unknown";
	const [first, ...others] = origins;
	const { span } = first;
	return {
		name,
		in: "query",
		required: false,
		// What nobody types goes over the wire as text.
		shape: typed ? shape : { kind: "string" },
		description,
		origins: [
			first,
			...others,
			{ span, basis: typed ? "inferred" : "assumed", of: ["type"] },
		],
	};
}
