import type { Section } from "../markdown/sections.ts";
import { cover } from "../text/span.ts";
import type { PartRole, PartWords } from "./part-role.ts";
import { partRoleOf } from "./part-words.ts";

/** Parts that stand under the heading of an operation, and are about nothing else. */
const own: ReadonlySet<PartRole> = new Set([
	"path",
	"query",
	"header",
	"cookie",
	"body",
	"parameters",
	"responses",
	"returns",
	"request-sample",
	"payload",
	"response-sample",
	"example",
]);

/**
 * Headings of one level, where `### Render a page` is followed by `### Parameters` and `### Response`: these are parts
 * of the operation in front of them, as long as it has no such parts under headings of its own.
 */
export function adoptParts(
	sections: readonly Section[],
	words: PartWords,
	describes: (section: Section) => boolean,
): readonly Section[] {
	const made: Section[] = [];
	const isOpen = (section: Section) =>
		!section.sections.some((inner) => isPart(inner, words)) &&
		describes(section);
	let owner: { readonly section: Section; open?: boolean } | undefined;
	for (const section of sections) {
		const last = made.at(-1);
		// Whether it is open is only looked at where something like a part follows.
		if (last !== undefined && owner !== undefined && isPart(section, words))
			owner.open ??= isOpen(owner.section);
		const adopted =
			last !== undefined && owner?.open === true && isPart(section, words);
		if (adopted && !describes(section)) {
			made[made.length - 1] = {
				...last,
				sections: [...last.sections, section],
				span: cover(last.span, section.span),
			};
			continue;
		}
		made.push(section);
		owner = { section };
	}
	return made;
}

function isPart({ heading }: Section, words: PartWords): boolean {
	const role = heading && partRoleOf(words, heading.text);
	return role !== undefined && own.has(role);
}
