import { isCall, sectionEndpoints } from "../reading/generic-endpoints.ts";
import { readGenericSection } from "../reading/generic-operation.ts";
import { partRoleOf, partWords } from "../reading/part-words.ts";
import { statedName } from "../reading/stated-name.ts";
import type { Dialect } from "./dialect.ts";

/**
 * All recognisers with the words that docs use most: what docs meet whose convention nobody here has seen. Narrower
 * dialects come before it.
 */
export const generic: Dialect = {
	name: "generic",
	local: (section, document) =>
		JSON.stringify(statedName(section, document) ?? null),
	words: partWords,
	claims: (section) => {
		const role = partRoleOf(partWords, section.heading?.text ?? "");
		return (
			(role === undefined || !isCall(role)) &&
			sectionEndpoints(section, partWords).endpoints.length > 0
		);
	},
	read: (section, reader, document) =>
		readGenericSection(section, reader, partWords, document),
};
