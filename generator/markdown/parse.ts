import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";

/** Parses Markdown with tables and front matter; of GFM, only its tables are on, the rest costs more than it gives. */
export function parseMarkdown(text: string): Root {
	return unified()
		.use(remarkParse)
		.use(remarkFrontmatter, ["yaml", "toml"])
		.use(tables)
		.parse(text);
}

function tables(this: Processor): undefined {
	const data = this.data();
	data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
	data.fromMarkdownExtensions = [
		...(data.fromMarkdownExtensions ?? []),
		gfmTableFromMarkdown(),
	];
}
