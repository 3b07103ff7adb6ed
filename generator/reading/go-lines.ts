import type { Report } from "../diagnostics/reporter.ts";
import { wordsOf } from "../text/words.ts";
import { snakeCase } from "./call-signature.ts";
import type { PageLine } from "./page-lines.ts";

const call = /\(\s*ctx\b/;
const field =
	/^([A-Za-z_]\w*) (param\.Field\[.+\]|(?:\*|\[\])*[A-Za-z_]\w*(?:\.\w+)*(?:\[.*\])?)$/;

/** True when a signature is that of a Go function: its first argument is a context. */
export function isGoCall(signature: string): boolean {
	return call.test(signature);
}

/**
 * Go writes `LastUsedAt Timeoptional` where others write `last_used_at: optional datetime`. The name on the wire is the
 * known one of the same words; where none is, it is made from Go's, which is told.
 */
export function readGoLines(
	lines: readonly PageLine[],
	known: readonly string[],
	report: Report,
): readonly PageLine[] {
	const wire = new Map(known.map((name) => [wordsOf(name).join(" "), name]));
	const guessed: PageLine[] = [];
	// A field's first paragraph follows it after a blank line, and two words of it may look like a field.
	let after: "field" | "gap" | "text" = "text";
	const read = lines.map((line): PageLine => {
		if (line.text.trim() === "") {
			if (after === "field") after = "gap";
			return line;
		}
		const prose = after === "gap";
		after = "text";
		if (prose) return line;
		const [, optional] = /(\s?optional)$/i.exec(line.text) ?? [];
		const bare = optional ? line.text.slice(0, -optional.length) : line.text;
		const [, name, type] = field.exec(bare) ?? [];
		if (name === undefined || type === undefined) return line;
		after = "field";
		if (/^(?:params|query|body)$/.test(name))
			return { ...line, text: `${name}: ${typeOf(type)}` };
		const found = wire.get(wordsOf(name).join(" "));
		const text = `${found ?? snakeCase(name)}: ${optional ? "optional " : ""}${typeOf(type)}`;
		if (found !== undefined || name === "Body") return { ...line, text };
		guessed.push({ ...line, text: name });
		return { ...line, text, guessed: true };
	});
	const [first] = guessed;
	if (first !== undefined)
		report("name/guessed", first.span, {
			names: guessed.map(({ text }) => `\`${text}\``).join(", "),
		});
	return read;
}

function typeOf(type: string): string {
	return type
		.replace(/^param\.Field\[(.+)\]$/, "$1")
		.replace(/\b(?:time\.)?Time\b/g, "datetime");
}
