import type { List } from "mdast";
import { plainText } from "../markdown/block.ts";
import { readBullets } from "../markdown/bullets.ts";
import type { Reader } from "./fragment.ts";

/** What bullets within a field say of it in words of their own. */
export interface NestedMarks {
	readonly values: readonly string[];
	readonly default?: string;
}

/** Reads bullets that are all marks: `Default: 20`, `Sample: 7`, and `Members` with the values within it. */
export function nestedMarks(
	list: List,
	{ source }: Reader,
): NestedMarks | undefined {
	const values: string[] = [];
	let found: string | undefined;
	for (const { head, lists } of readBullets(source, list)) {
		const text = head
			.map((one) => plainText(one))
			.join("")
			.trim();
		const [, word = "", value = ""] =
			/^(members|default|sample)(?::\s*(\S.*))?$/i.exec(text) ?? [];
		if (word === "") return undefined;
		if (/^members$/i.test(word)) {
			if (lists.length === 0) return undefined;
			values.push(...lists.flatMap(membersOf));
		} else if (value === "") return undefined;
		else if (/^default$/i.test(word)) found = value.replace(/ \(.*\)$/, "");
	}
	return { values, ...(found !== undefined && { default: found }) };
}

/** A value may have words about it behind a dash. */
function membersOf({ children }: List): readonly string[] {
	return children.flatMap((item) => {
		const [text = ""] = plainText(item).split(/\s+[-–—(]|\n/);
		const value = text.replace(/^["'`]|["'`]$/g, "").trim();
		return value === "" ? [] : [value];
	});
}
