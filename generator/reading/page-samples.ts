import { type Source, type SourceLine, spanBetween } from "../text/source.ts";
import type { SampleText } from "./json-sample.ts";

/** The JSON texts among some lines: each starts at a line that is one opening bracket and ends at the line that closes it. */
export function jsonTexts(
	source: Source,
	lines: readonly SourceLine[],
): readonly SampleText[] {
	const found: SampleText[] = [];
	for (let at = 0; at < lines.length; at++) {
		const first = lines[at];
		const close = closing(first?.text);
		if (first === undefined || close === undefined) continue;
		const end = lines.findIndex(
			(line, index) => index > at && line.text.trimEnd() === close,
		);
		const last = lines[end < 0 ? lines.length - 1 : end];
		if (last === undefined) continue;
		const start = first.span.start.offset;
		const stop = last.span.end.offset;
		found.push({
			text: source.text.slice(start, stop),
			span: spanBetween(source, start, stop),
			at: (from, to) => spanBetween(source, start + from, start + to),
		});
		at = end < 0 ? lines.length : end;
	}
	return found;
}

/** The curl commands among some lines: each goes on to the next blank line, or to a line that says what it gives. */
export function curlTexts(
	source: Source,
	lines: readonly SourceLine[],
): readonly SampleText[] {
	return lines.flatMap((first, at) => {
		if (!/^\s*(?:\$\s*)?curl\s/.test(first.text)) return [];
		const rest = lines.slice(at + 1);
		const end = rest.findIndex(
			({ text }, index) =>
				text.trim() === "" ||
				(text.trim() === "{" && !/[\\']$/.test(rest[index - 1]?.text ?? "\\")),
		);
		const last = (end < 0 ? rest : rest.slice(0, end)).at(-1) ?? first;
		const start = first.span.start.offset;
		const stop = last.span.end.offset;
		return [
			{
				text: source.text.slice(start, stop),
				span: spanBetween(source, start, stop),
				at: (from, to) => spanBetween(source, start + from, start + to),
			},
		];
	});
}

function closing(text: string | undefined): string | undefined {
	if (text?.trimEnd() === "{") return "}";
	if (text?.trimEnd() === "[") return "]";
	return undefined;
}

/** What a sample call passes by name as text: `tunnel_id="…"`, `accountId: '…'`. */
export function argumentsIn(
	lines: readonly SourceLine[],
): ReadonlyMap<string, { readonly value: string; readonly line: SourceLine }> {
	const found = new Map<string, { value: string; line: SourceLine }>();
	for (const line of lines) {
		const [, name, double, single] =
			/^\s+(\w+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)')\s*,?\s*$/.exec(line.text) ??
			[];
		const value = double ?? single;
		if (name !== undefined && value !== undefined)
			found.set(name, { value, line });
	}
	return found;
}

/** The environment variables that a sample call reads options from: `api_token=os.environ.get("ACME_TOKEN")`. */
export function environmentIn(
	lines: readonly SourceLine[],
): ReadonlyMap<
	string,
	{ readonly variable: string; readonly line: SourceLine }
> {
	const found = new Map<string, { variable: string; line: SourceLine }>();
	for (const line of lines) {
		const [, name, variable] =
			/(\w+)\s*[=:]\s*(?:os\.environ(?:\.get\(|\[)|process\.env[[.]|os\.Getenv\()["']?([A-Z][A-Z0-9_]*)/.exec(
				line.text,
			) ?? [];
		if (name !== undefined && variable !== undefined)
			found.set(name, { variable, line });
	}
	return found;
}
