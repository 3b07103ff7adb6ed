import { sectionEndpoints } from "../reading/generic-endpoints.ts";
import { readGenericSection } from "../reading/generic-operation.ts";
import { indexedEndpoints } from "../reading/indexed-endpoint.ts";
import { partWords } from "../reading/part-words.ts";
import { settleBody } from "../reading/single-body.ts";
import type { Dialect } from "./dialect.ts";

/** Sections of operations whose methods and paths stand in a table of contents that links to them. */
export const indexed: Dialect = {
	name: "indexed",
	words: partWords,
	claims: (section, document) =>
		indexedEndpoints(section, document).endpoints.length > 0 &&
		sectionEndpoints(section, partWords).endpoints.length === 0,
	read(section, reader, document) {
		const { endpoints, table } = indexedEndpoints(section, document);
		if (table !== undefined)
			reader.ledger.mark(table, "read", "table of contents");
		return readGenericSection(section, reader, partWords, document, {
			endpoints,
			settle: settleBody,
		});
	},
};
