import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { cutBodies, restoreBodies } from "./fence-bodies.ts";

/**
 * Parses Markdown with tables and front matter; of GFM, only its tables are on, the rest costs more than it gives. What
 * stands in fences is not looked at.
 */
export function parseMarkdown(text: string): Root {
	const { text: rest, cuts } = cutBodies(text);
	const tree = parser.parse(rest);
	if (cuts.length === 0 || restoreBodies(tree, cuts)) return tree;
	return parser.parse(text);
}

const parser = unified()
	.use(remarkParse)
	.use(remarkFrontmatter, ["yaml", "toml"])
	.use(tables)
	.freeze();

function tables(this: Processor): undefined {
	const data = this.data();
	data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
	data.fromMarkdownExtensions = [
		...(data.fromMarkdownExtensions ?? []),
		gfmTableFromMarkdown(),
	];
}
