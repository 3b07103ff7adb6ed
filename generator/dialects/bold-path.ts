import { boldMethodCodePath } from "../reading/endpoint-line.ts";
import { hasForeignParts } from "../reading/foreign-parts.ts";
import { readOperationSection } from "../reading/operation-section.ts";
import { statusOf, vocabulary } from "../reading/vocabulary.ts";
import type { Dialect } from "./dialect.ts";

const convention = {
	vocabulary,
	endpoints: [boldMethodCodePath],
	samples: "template",
} as const;

/**
 * ``**GET** `/path` ``, then "Responses" with a heading for each status and a JSON fence with the shape:
 * `{ "id": "*string*" }`, cut off with `null` and `{}`.
 */
export const boldPath: Dialect = {
	name: "bold-path",
	claims: (section, { source }) =>
		section.blocks.some((block) => boldMethodCodePath(block)) &&
		!hasForeignParts(section, source.text) &&
		section.sections.some((part) =>
			[part, ...part.sections].some(
				({ heading }) => heading && statusOf(heading.text),
			),
		),
	read: (section, reader) => readOperationSection(section, reader, convention),
};
