import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { SharedEnvelope } from "../model/shared-envelope.ts";
import type { Origins } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import type { Reader } from "./fragment.ts";
import { readLoose } from "./loose-json.ts";
import { sampleKind } from "./sample.ts";
import { shapeOfTemplate } from "./sample-shape.ts";

const announces =
	/\b(?:envelope|(?:all|every|each)\b[^.]{0,60}\bresponses?|responses? (?:format|body|structure|wrapper))\b/i;

/**
 * The envelope that a section describes for the whole API: "The JSON response envelope format is as follows:", and a
 * template in which one property holds a placeholder, `"data": <data>`.
 */
export function sharedEnvelopesIn(
	{ blocks }: Section,
	reader: Reader,
): readonly SharedEnvelope[] {
	return blocks.flatMap(({ node, span }, index): readonly SharedEnvelope[] => {
		const before = blocks[index - 1];
		if (node.type !== "code" || before?.node.type !== "paragraph") return [];
		const fence = openFence(reader.source, node);
		if (sampleKind(fence) !== "json") return [];
		if (!announces.test(textOf(reader.source, before.span))) return [];
		const [sample] = readLoose(fence, () => undefined);
		if (sample?.kind !== "object") return [];
		const held = sample.entries.filter(
			(entry) =>
				entry.node.kind === "value" && entry.node.says?.kind === "unknown",
		);
		const [data] = held;
		if (data === undefined || held.length > 1) return [];
		const shape = shapeOfTemplate(sample, reader.report);
		if (shape.kind !== "object") return [];
		reader.ledger.mark(span, "read", "envelope");
		const origins: Origins = [{ span, basis: "stated" }];
		return [{ data: data.key, shape, origins }];
	});
}
