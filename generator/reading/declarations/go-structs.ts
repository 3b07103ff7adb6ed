import type { SampleText } from "../json-sample.ts";
import { type Declared, type Member, objectOf } from "./declared.ts";
import { type Line, linesOf } from "./lines.ts";

/** Structs of Go whose fields say what they are called in JSON: ``Name string `json:"name,omitempty"` ``. */
export function readGoStructs(sample: SampleText): readonly Declared[] {
	const found: Declared[] = [];
	const lines = linesOf(sample.text);
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at];
		const name =
			line && /^\s*(?:type\s+)?(\w+)\s+struct\s*\{\s*$/.exec(line.text)?.[1];
		if (line === undefined || name === undefined) continue;
		const { members, next } = membersFrom(lines, at + 1, sample, 0);
		at = next;
		const tagged = members.some(({ tagged }) => tagged);
		if (!tagged) continue;
		const start = line.start + line.text.indexOf(name);
		const shape = objectOf(members, sample);
		found.push({ name, shape, start, end: start + name.length });
	}
	return found;
}

interface Field extends Member {
	readonly tagged: boolean;
}

const maximumDepth = 20;

/** The fields up to the line that closes the struct. */
function membersFrom(
	lines: readonly Line[],
	from: number,
	sample: SampleText,
	depth: number,
): { readonly members: readonly Field[]; readonly next: number } {
	const members: Field[] = [];
	let at = from;
	for (; at < lines.length; at++) {
		const line = lines[at];
		if (line === undefined || /^\s*\}/.test(line.text)) break;
		const [, name, many, type] =
			/^\s*(\w+)\s+(?:(?:(\[\])?\*?struct\s*\{)|([^\s`/]+))/.exec(line.text) ??
			[];
		if (name === undefined) continue;
		const start = line.start + line.text.indexOf(name);
		const place = { start, end: start + name.length };
		if (type !== undefined) {
			const field = fieldOf(name, type, line.text, place);
			if (field !== undefined) members.push(field);
			continue;
		}
		if (depth >= maximumDepth) break;
		const inner = membersFrom(lines, at + 1, sample, depth + 1);
		at = inner.next;
		const shape = objectOf(inner.members, sample);
		const held = many ? ({ kind: "array", items: shape } as const) : shape;
		const field = fieldOf(name, held, lines[at]?.text ?? "", place);
		if (field !== undefined) members.push(field);
	}
	return { members, next: at };
}

/** `json:"-"` keeps a field out; `omitempty` leaves it out where it is empty. */
function fieldOf(
	name: string,
	type: Field["type"],
	line: string,
	place: { readonly start: number; readonly end: number },
): Field | undefined {
	const [, tag] = /`[^`]*\bjson:"([^"]*)"[^`]*`/.exec(line) ?? [];
	const [called = "", ...marks] = (tag ?? "").split(",");
	if (called === "-" || !/^[A-Z]/.test(name)) return undefined;
	const text = marks.includes("string");
	const comment = /(?:^|[\s`])\/\/\s*(.*)$/.exec(line)?.[1]?.trim();
	return {
		name: called === "" ? name : called,
		type: text
			? { kind: "string" }
			: typeof type === "string"
				? bare(type)
				: type,
		...(marks.some((mark) => /^omit/.test(mark)) && { required: false }),
		...(comment && { description: comment }),
		tagged: tag !== undefined,
		...place,
	};
}

/** A pointer that is not left out is null; without packages in front. */
function bare(type: string): string {
	return type
		.replace(/\*/g, "")
		.replace(/\btime\.Time\b/g, "datetime")
		.replace(/\b(?:json\.RawMessage|any|interface\{\})/g, "unknown")
		.replace(/\b[a-z]\w*\.(?=[A-Z])/g, "");
}
