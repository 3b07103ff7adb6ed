import type { Document, Section } from "../markdown/sections.ts";
import { openLedger } from "../reading/coverage.ts";
import { emptyFragment, type Reader } from "../reading/fragment.ts";
import {
	announcedTypes,
	readListedDefinitions,
} from "../reading/listed-definitions.ts";
import { readShownTypes } from "../reading/shown-definitions.ts";
import { shownName } from "../reading/shown-type.ts";
import { once } from "../text/once.ts";
import { nameKey } from "../text/words.ts";
import type { Dialect } from "./dialect.ts";

/**
 * Sections that describe types in sentences, "The `Coupon` object supports the following keys:", with a list behind each,
 * and those that show such a type.
 */
export const listedDefinitions: Dialect = {
	name: "listed-definitions",
	apart: true,
	local: (section, document) => typesShown(section, document).join(" "),
	claims: (section, document) =>
		announcedTypes(section, silent(document)).length > 0 ||
		typesShown(section, document).length > 0,
	read(section, reader, document) {
		const announced = announcedTypes(section, silent(document));
		return {
			...emptyFragment,
			definitions:
				announced.length > 0
					? readListedDefinitions(section, reader)
					: readShownTypes(section, typesShown(section, document), reader),
		};
	},
};

/** To look without a trace in the books. */
function silent({ source }: Document): Reader {
	return { source, report: () => undefined, ledger: openLedger(source) };
}

/** The types of the document that samples of a section are named after. */
function typesShown(section: Section, document: Document): readonly string[] {
	const keys = section.blocks.flatMap(({ node }) => {
		const name = node.type === "code" ? shownName(node.value) : undefined;
		return name === undefined ? [] : [nameKey(name)];
	});
	if (keys.length === 0) return [];
	return announcedOf(document).filter((name) => keys.includes(nameKey(name)));
}

// Many sections of a document may ask.
const announcedOf = once((document: Document) =>
	announcedIn(document.root, silent(document)),
);

function announcedIn(section: Section, reader: Reader): readonly string[] {
	return [
		...announcedTypes(section, reader),
		...section.sections.flatMap((inner) => announcedIn(inner, reader)),
	];
}
