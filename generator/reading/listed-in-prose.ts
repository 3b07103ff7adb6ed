import type { Property, Response } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** What a sentence lists of an answer, as it is written: `name`, `screen`, `opening hours`. */
export interface ListedInProse {
	readonly items: readonly string[];
	readonly span: Span;
}

/** The lists of an answer's fields in a text: "Shows a hall including name, screen, seats and owner." */
export function listsInProse(
	text: string,
	span: Span,
): readonly ListedInProse[] {
	return [...text.replace(/\s+/g, " ").matchAll(sentence)].map(
		([, list = ""]) => {
			const items = list
				.split(/, (?:and |or )?| and /)
				.map((item) => item.replace(/`/g, "").trim());
			return { items, span };
		},
	);
}

const sentence =
	/\b(?:show|return|get|give|retrieve|read|fetch|provide)(?:e?s)?\b[^.:]{0,80}?\b(?:including|with|containing)(?: the| its)? ((?:`?[a-z][\w ]{0,30}`?, ){2,}(?:and |or )?`?[a-z][\w ]{0,30}`?)(?=\.(?: |$)|$)/gi;

/** An answer that shows most of what a list names by name has the rest of it as well. */
export function withListedFields(
	response: Response,
	lists: readonly ListedInProse[],
): Response {
	const { shape, status } = response;
	if (shape?.kind !== "object" || !status.startsWith("2")) return response;
	const known = new Set(shape.properties.map(({ name }) => name));
	const added = lists.flatMap(({ items, span }) => {
		const shown = items.filter((item) => known.has(item)).length;
		if (shown < 3 || shown * 3 < items.length * 2) return [];
		return items
			.filter((item) => /^[a-z]\w*$/.test(item) && !known.has(item))
			.map(
				(name): Property => ({
					name,
					required: false,
					shape: { kind: "unknown" },
					origins: [{ span, basis: "stated", of: ["name"] }],
				}),
			);
	});
	return added.length === 0
		? response
		: {
				...response,
				shape: { ...shape, properties: [...shape.properties, ...added] },
			};
}
