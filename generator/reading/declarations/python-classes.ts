import type { JsonValue } from "../../text/json.ts";
import type { SampleText } from "../json-sample.ts";
import { choiceOf, type Declared, type Member, objectOf } from "./declared.ts";
import { type Line, linesOf } from "./lines.ts";

const head = /^(\s*)class\s+(\w+)\s*(?:\(([^()]*)\))?\s*:/;

/** Data classes, typed dictionaries, models and enumerations of Python. */
export function readPythonClasses(sample: SampleText): readonly Declared[] {
	const lines = linesOf(sample.text);
	return lines.flatMap((line, at): readonly Declared[] => {
		const [, indent = "", name, bases = ""] = head.exec(line.text) ?? [];
		if (name === undefined) return [];
		const data =
			/\b(?:\w*Model|TypedDict|NamedTuple|Schema|Struct)\b/.test(bases) ||
			/^\s*@(?:\w+\.)?(?:dataclass|define|attrs?)\b/.test(
				lines[at - 1]?.text ?? "",
			);
		const choice = /\b\w*Enum\b/.test(bases);
		const body = bodyOf(lines, at + 1, indent.length);
		const start = line.start + line.text.indexOf(name, 5 + indent.length);
		const place = { start, end: start + name.length };
		if (choice) {
			const values = body.flatMap((one) => valueIn(one.text) ?? []);
			return values.length === 0
				? []
				: [{ name, shape: choiceOf(values), ...place }];
		}
		const optional = /\btotal\s*=\s*False\b/.test(bases);
		const members = body.flatMap((one) => memberIn(one, !optional) ?? []);
		return data && members.length > 0
			? [{ name, shape: objectOf(members, sample), ...place }]
			: [];
	});
}

/** The lines of a class that are indented alike. */
function bodyOf(
	lines: readonly Line[],
	from: number,
	outer: number,
): readonly Line[] {
	const found: Line[] = [];
	let indent: number | undefined;
	for (const line of lines.slice(from)) {
		if (line.text.trim() === "") continue;
		const own = /^\s*/.exec(line.text)?.[0].length ?? 0;
		if (own <= outer) break;
		indent ??= own;
		if (own === indent) found.push(line);
	}
	return found;
}

function memberIn(line: Line, total: boolean): Member | undefined {
	const [, name, rest = ""] = /^\s*(\w+)\s*:\s*(\S.*)$/.exec(line.text) ?? [];
	if (name === undefined || /^(?:return|else|try|finally)$/.test(name))
		return undefined;
	const [code = "", comment = ""] = splitAt(rest, "#");
	const [type = "", value = ""] = splitAt(code, "=");
	const wrapped = /^(NotRequired|Required)\[(.*)\]$/.exec(type.trim());
	const given = value.trim();
	const alias = /^Field\(.*\balias\s*=\s*["']([^"']+)["']/.exec(given)?.[1];
	const described = /^Field\(.*\bdescription\s*=\s*["']([^"']*)["']/.exec(
		given,
	)?.[1];
	const inner = /^(?:Field|field)\(\s*(?:default\s*=\s*)?([^,()]*)/.exec(
		given,
	)?.[1];
	const plain = inner === undefined ? given : inner.trim();
	const made = /^(?:Field|field)\(.*\bdefault_factory\s*=/.test(given);
	const absent = plain === "" || plain === "..." || plain.includes("=");
	const byDefault = absent ? undefined : literalOf(plain);
	const required =
		wrapped !== null ? wrapped[1] === "Required" : total && absent && !made;
	const start = line.start + line.text.indexOf(name);
	const description = described ?? comment.trim();
	return {
		name: alias ?? name,
		type: (wrapped?.[2] ?? type)
			.trim()
			.replace(/\b(?:datetime|typing)\.(?=\w)/g, ""),
		required,
		...(byDefault !== undefined &&
			byDefault !== null && { default: byDefault }),
		...(description !== "" && { description }),
		start,
		end: start + name.length,
	};
}

/** Before and behind a mark that stands in no brackets or quotes. */
function splitAt(text: string, mark: string): readonly [string, string] {
	let depth = 0;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const one = text.charAt(at);
		if (quote !== "") {
			if (one === quote) quote = "";
		} else if (/["']/.test(one)) quote = one;
		else if (/[([{]/.test(one)) depth++;
		else if (/[)\]}]/.test(one)) depth--;
		else if (one === mark && depth === 0)
			return [text.slice(0, at), text.slice(at + 1)];
	}
	return [text, ""];
}

function literalOf(text: string): JsonValue | undefined {
	if (text === "None") return null;
	if (text === "True" || text === "False") return text === "True";
	if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return Number(text);
	return /^(["'])([^"'\\]*)\1$/.exec(text)?.[2];
}

/** `ACTIVE = "active"`. */
function valueIn(text: string): string | number | undefined {
	const given = /^\s*\w+\s*=\s*(\S.*?)\s*(?:#.*)?$/.exec(text)?.[1] ?? "";
	const value = literalOf(given);
	return typeof value === "string" || typeof value === "number"
		? value
		: undefined;
}
