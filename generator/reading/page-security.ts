import type {
	Credential,
	Origins,
	Permissions,
	SecurityScheme,
} from "../model/types.ts";
import type { PageLine } from "./page-lines.ts";

interface Draft {
	readonly title: PageLine;
	readonly description: string[];
	readonly examples: { readonly line: PageLine; readonly text: string }[];
}

const example = /^Example:\s*(\S+:\s*\S.*)$/i;

/**
 * Reads the ways to authenticate that a page lists, preferred ones first: a title, and for each credential a description
 * and an example header. A line right after an example, or at the start, is the title of the next way.
 */
export function readPageSecurity(
	lines: readonly PageLine[],
): readonly SecurityScheme[] {
	const drafts: Draft[] = [];
	let previous = "start";
	for (const line of lines) {
		const shown = example.exec(line.text.replace(/`/g, ""))?.[1];
		if (line.text.trim() === "") {
			if (previous === "example") previous = "apart";
			else if (previous !== "start" && previous !== "apart") previous = "blank";
			continue;
		}
		if (shown !== undefined)
			drafts.at(-1)?.examples.push({ line, text: shown });
		else if (
			line.summary !== undefined ||
			previous === "start" ||
			previous === "example" ||
			(previous === "apart" && isTitle(line.text))
		)
			drafts.push({ title: line, description: [], examples: [] });
		else drafts.at(-1)?.description.push(line.text.trim());
		previous = shown === undefined ? "text" : "example";
	}
	return drafts.flatMap(finishScheme);
}

/** The next way to authenticate, and not more about this one: a few words, and no sentence. */
function isTitle(text: string): boolean {
	return !/[.!?:]$/.test(text.trim()) && text.trim().split(/\s+/).length <= 8;
}

function finishScheme({
	title,
	description,
	examples,
}: Draft): readonly SecurityScheme[] {
	if (examples.length === 0) return [];
	const names = title.text.split(/\s*\+\s*/).map(wireName);
	const named = names.length === examples.length;
	const own = description.length === examples.length;
	const credentials = examples.map(({ line, text }, index) => {
		const about = own ? description[index] : undefined;
		return readCredential(text, line, {
			...(named && { name: names[index] ?? "" }),
			...(about !== undefined && { description: about }),
		});
	});
	const origins: Origins = [{ span: title.span, basis: "stated" }];
	return [
		{
			title: title.text.trim(),
			...(description.length > 0 &&
				!own && { description: description.join("\n\n") }),
			credentials,
			origins,
		},
	];
}

function readCredential(
	header: string,
	line: PageLine,
	said: { readonly name?: string; readonly description?: string },
): Credential {
	const colon = header.indexOf(":");
	const parameter = header.slice(0, colon).trim();
	const value = header.slice(colon + 1).trim();
	const scheme = /^(bearer|basic)\s/i.exec(value)?.[1]?.toLowerCase();
	const kind =
		parameter.toLowerCase() !== "authorization"
			? "apiKey"
			: scheme === "basic"
				? "basic"
				: "bearer";
	return {
		name: said.name ?? wireName(parameter.replace(/^x-/i, "")),
		kind,
		in: "header",
		parameter,
		...(said.description !== undefined && { description: said.description }),
		origins: [{ span: line.span, basis: "stated" }],
	};
}

function wireName(words: string): string {
	return words
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "_");
}

/** Reads the permissions under a label that says how many are needed; names that ran together are split. */
export function readPagePermissions(
	label: PageLine | undefined,
	lines: readonly PageLine[],
): Permissions | undefined {
	const [first, ...others] = lines.filter(({ text }) => text.trim() !== "");
	if (first === undefined) return undefined;
	const names = [first, ...others].flatMap(({ text }) => splitNames(text));
	const any = /at least one|any of|one of/i.test(label?.text ?? "");
	return {
		need: any ? "any" : "all",
		names,
		origins: [{ span: first.span, basis: "stated" }],
	};
}

/** `Zone ReadZone Write`: a capital right after a small letter starts a name, if every name then has several words. */
function splitNames(text: string): readonly string[] {
	const parts = text
		.split(/,\s*|(?<=[\p{Ll})\d])(?=\p{Lu})/u)
		.map((part) => part.trim());
	return parts.every((part) => part.includes(" ")) ? parts : [text.trim()];
}
