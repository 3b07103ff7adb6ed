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
	let open = false;
	for (const section of sections) {
		const last = made.at(-1);
		const adopted = open && last !== undefined && isPart(section, words);
		if (adopted && !describes(section)) {
			made[made.length - 1] = {
				...last,
				sections: [...last.sections, section],
				span: cover(last.span, section.span),
			};
			continue;
		}
		made.push(section);
		open =
			describes(section) &&
			!section.sections.some((inner) => isPart(inner, words));
	}
	return made;
}

function isPart({ heading }: Section, words: PartWords): boolean {
	const role = heading && partRoleOf(words, heading.text);
	return role !== undefined && own.has(role);
}
