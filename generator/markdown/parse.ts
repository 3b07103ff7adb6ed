import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { cutBodies, frontMatterEnd, restoreBodies } from "./fence-bodies.ts";
import { hasTooManyMarks } from "./limits.ts";
import { parsePieces } from "./parse-pieces.ts";

/**
 * Parses Markdown with tables and front matter; of GFM, only its tables are on, the rest costs more than it gives. What
 * stands in fences is not looked at.
 */
export function parseMarkdown(text: string): Root {
	const { text: rest, cuts } = cutBodies(text);
	const tree = parsePieces(rest, parse);
	if (cuts.length === 0 || restoreBodies(tree, cuts)) return tree;
	return hasTooManyMarks(text) ? unparsed(text) : parse(text);
}

/** What looks like fences and is none hid from the limits what stands in them: it is no Markdown then. */
function unparsed(value: string): Root {
	const start = { line: 1, column: 1, offset: 0 };
	const lines = value.split(/\r\n|\r|\n/);
	const end = {
		line: lines.length,
		column: (lines.at(-1)?.length ?? 0) + 1,
		offset: value.length,
	};
	const position = { start, end };
	return {
		type: "root",
		children: [{ type: "code", value, position }],
		position,
	};
}

const parser = unified().use(remarkParse).use(tables).freeze();

const withMatter = unified()
	.use(remarkParse)
	.use(remarkFrontmatter, ["yaml", "toml"])
	.use(tables)
	.freeze();

/** Where front matter is looked for and has no end, no list or quote is found in all of the text. */
function parse(text: string): Root {
	return (frontMatterEnd(text) > 0 ? withMatter : parser).parse(text);
}

function tables(this: Processor): undefined {
	const data = this.data();
	data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
	data.fromMarkdownExtensions = [
		...(data.fromMarkdownExtensions ?? []),
		gfmTableFromMarkdown(),
	];
}
