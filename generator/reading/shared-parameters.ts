import { markdownOf, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Origins, Parameter } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import type { Reader, SharedParameter } from "./fragment.ts";

/**
 * The parameters that a section without endpoints describes for all operations: "Any request takes a `?region` query
 * parameter", or a list under "Common parameters".
 */
export function sharedParameters(
	{ heading, blocks }: Section,
	reader: Reader,
): readonly SharedParameter[] {
	const { source, ledger } = reader;
	const found: Parameter[] = [];
	let announced = commonHeading.test(heading?.text ?? "");
	for (const block of blocks) {
		if (block.node.type === "paragraph") {
			const text = plainText(block.node);
			const forAll = isForAll(text);
			const written = textOf(source, block.span).replace(/\s+/g, " ");
			if (announced || forAll) {
				const origins: Origins = [{ span: block.span, basis: "stated" }];
				const description = markdownOf(source, block.span);
				const named = forAll ? namesIn(written) : [];
				for (const name of named)
					found.push(queryParameter(name, description, origins));
				if (named.length > 0)
					ledger.mark(block.span, "read", "parameters of all operations");
			}
			if (forAll && /:$/.test(text) && /param|header/i.test(text))
				announced = true;
			continue;
		}
		if (!announced || !isFieldBlock(block, reader)) continue;
		for (const { property, location = "query" } of fieldsOf(block, reader) ??
			[])
			if (location === "query" || location === "header")
				found.push({ ...property, in: location });
	}
	return found.map((parameter) => ({ file: source.file, parameter }));
}

const commonHeading =
	/^(?:common|global|shared|general|standard|universal)(?: (?:optional|request|query|url|api|http))* (?:param(?:eter)?s|arguments|options)$/i;

/** All of them, not "all requests that …" nor "all list endpoints". */
function isForAll(text: string): boolean {
	return /\b(?:any|all|every|each)(?: of)?(?: (?:the|our|these|api|http|rest|incoming|public))* (?:requests?|endpoints?|calls?|api methods?|routes?|operations?)\b(?! (?:that|which|who|where|with|without|supporting|returning|requiring|in|under|for|body|bodies)\b)/i.test(
		text,
	);
}

/** `?region` query parameter, query parameter `region`, `pretty` on the query string. */
function namesIn(markdown: string): readonly string[] {
	const patterns = [
		/`\??([A-Za-z_]\w*)(?:=[^`]*)?` (?:\w+ )?(?:query|url|query[- ]string) (?:string )?param/gi,
		/\bquery(?:[- ]string)? param(?:eter)? (?:called |named )?`\??([A-Za-z_]\w*)(?:=[^`]*)?`/gi,
		/`\??([A-Za-z_]\w*)(?:=[^`]*)?` (?:on|in|to|as part of) the query(?: string)?\b/gi,
	];
	return [
		...new Set(
			patterns.flatMap((pattern) =>
				[...markdown.matchAll(pattern)].flatMap(([, name]) => name ?? []),
			),
		),
	];
}

function queryParameter(
	name: string,
	description: string,
	origins: Origins,
): Parameter {
	return {
		name,
		in: "query",
		required: false,
		// What nobody types goes over the wire as text.
		shape: { kind: "string" },
		description,
		origins: [origins[0], { ...origins[0], basis: "assumed", of: ["type"] }],
	};
}
