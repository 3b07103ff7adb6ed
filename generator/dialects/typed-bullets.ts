import { boldMethodCodePath } from "../reading/endpoint-line.ts";
import { hasForeignParts } from "../reading/foreign-parts.ts";
import { readOperationSection } from "../reading/operation-section.ts";
import { vocabulary } from "../reading/vocabulary.ts";
import type { Dialect } from "./dialect.ts";

const convention = {
	vocabulary,
	endpoints: [boldMethodCodePath],
	samples: "example",
} as const;

/**
 * ``**get** `/path` ``, then a heading for each place a field can be in, with typed bullets, `` - `name: type` ``, nested
 * as the fields are; "Returns" for the body of a success, and examples.
 */
export const typedBullets: Dialect = {
	name: "typed-bullets",
	claims: (section, { source }) =>
		section.blocks.some((block) => boldMethodCodePath(block)) &&
		!hasForeignParts(section, source.text),
	read: (section, reader) => readOperationSection(section, reader, convention),
};
