import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { Definition } from "../model/definition.ts";
import type { Reader } from "./fragment.ts";
import { saidIn } from "./said.ts";
import { shownType } from "./shown-type.ts";

/** Reads a section with samples of types whose fields another section of the document lists. */
export function readShownTypes(
	section: Section,
	names: readonly string[],
	reader: Reader,
): readonly Definition[] {
	const found: Definition[] = [];
	for (const block of saidIn(section, reader)) {
		const { node, span } = block;
		const fence =
			node.type === "code" ? openFence(reader.source, node) : undefined;
		const shown = names.flatMap((name) => {
			const shape = fence && shownType(fence, name, []);
			return shape === undefined ? [] : [{ name, shape }];
		});
		const [first] = shown;
		if (first === undefined) {
			reader.ledger.mark(span, "prose", "description of a type");
			continue;
		}
		reader.ledger.mark(span, "read", "example of a type");
		found.push({
			...first,
			file: reader.source.file,
			anchors: [],
			origins: [{ span, basis: "inferred" }],
		});
	}
	if (section.heading !== undefined)
		reader.ledger.mark(section.heading.span, "read", "example of a type");
	return found;
}
