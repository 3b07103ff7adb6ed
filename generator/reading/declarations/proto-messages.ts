import type { SampleText } from "../json-sample.ts";
import { choiceOf, type Declared, type Member, objectOf } from "./declared.ts";
import { headsIn, insideOf } from "./pieces.ts";

/** Messages and enumerations of Protocol Buffers. */
export function readProtoMessages(sample: SampleText): readonly Declared[] {
	const { text } = sample;
	return headsIn(text, /\b(message|enum)\s+(\w+)\s*\{/g).flatMap(
		(match): readonly Declared[] => {
			const [whole, kind, name = ""] = match;
			const start = match.index + whole.indexOf(name, kind?.length);
			const place = { start, end: start + name.length };
			const { start: from, end } = insideOf(
				text,
				match.index + whole.length - 1,
			);
			const body = ownPart(text.slice(from, end));
			if (kind === "enum") {
				const values = [
					...body.matchAll(/^[ \t]*(\w+)[ \t]*=[ \t]*-?\d+/gm),
				].flatMap(([, value]) => value ?? []);
				return values.length === 0
					? []
					: [{ name, shape: choiceOf(values), ...place }];
			}
			const members = [...body.matchAll(field)].map((found): Member => {
				const [, label, type = "", own = ""] = found;
				const at = from + found.index + found[0].search(/\w+\s*=\s*\d+\b/);
				const comment = /\/\/\s*(.*)$/.exec(found[0])?.[1]?.trim();
				return {
					name: own,
					type: label === "repeated" ? `${bare(type)}[]` : bare(type),
					...(label === "optional" && { required: false }),
					...(label === "required" && { required: true }),
					...(comment && { description: comment }),
					start: at,
					end: at + own.length,
				};
			});
			return members.length === 0
				? []
				: [{ name, shape: objectOf(members, sample), ...place }];
		},
	);
}

const field =
	/^[ \t]*(?:(repeated|optional|required)[ \t]+)?(map[ \t]*<[\w ,.]{0,200}>|[\w.]+)[ \t]+(\w+)[ \t]*=[ \t]*\d+\b[^;\n]*;(?:[ \t]*\/\/[^\n]*)?/gm;

/** Without what is declared within; the members of a choice are members. */
function ownPart(body: string): string {
	let own = "";
	let from = 0;
	for (const match of headsIn(body, /\b(?:message|enum)\s+\w+\s*\{/g)) {
		if (match.index < from) continue;
		own += body.slice(from, match.index);
		from = insideOf(body, match.index + match[0].length - 1).end + 1;
		own += body.slice(match.index, from).replace(/[^\n]/g, " ");
	}
	return own + body.slice(from);
}

function bare(type: string): string {
	return type
		.replace(/\bgoogle\.protobuf\.Timestamp\b/g, "datetime")
		.replace(/\bgoogle\.protobuf\.(?:Any|Value)\b/g, "unknown")
		.replace(/\bgoogle\.protobuf\.Struct\b/g, "object")
		.replace(/\b[su]?(?:int|fixed)(?:32|64)\b|\bsfixed(?:32|64)\b/g, "integer")
		.replace(/\bbytes\b/g, "base64");
}
