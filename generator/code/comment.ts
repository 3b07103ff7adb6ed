import { type Code, code } from "./code.ts";
import { showUnseen } from "./unseen.ts";

declare const brand: unique symbol;

/** The inside of a doc comment: nothing in it ends the comment, and its only tags are those it was made with. */
export type Comment = string & { readonly [brand]: "comment" };

/** What a doc comment says. All of it may be text from the docs, Markdown kept. */
export interface CommentParts {
	/** What says more: `Hives.get`. */
	readonly link?: Code;
	readonly paragraphs: readonly (string | undefined)[];
	readonly tags?: readonly CommentTag[];
}

export interface CommentTag {
	readonly tag: "param" | "deprecated";
	/** For `param`: a name in the code. */
	readonly name?: Code;
	readonly text: string;
}

/** A doc comment, or nothing when there is nothing to say. */
export function docComment({
	link,
	paragraphs,
	tags = [],
}: CommentParts): Comment | undefined {
	const texts = [
		link === undefined ? "" : `{@link ${link}}`,
		...paragraphs.map((text) => escapeText(text ?? "")),
	].filter((text) => text !== "");
	const lines = tags.map(({ tag, name, text }) =>
		`@${tag} ${name === undefined ? "" : `${name} - `}${indent(escapeText(text))}`.trimEnd(),
	);
	const all = [texts.join("\n\n"), lines.join("\n")].filter((part) => part);
	return all.length === 0 ? undefined : (all.join("\n\n") as Comment);
}

/** A comment of its own, for the top of a file: a doc comment there would document the first declaration. */
export function bannerComment(lines: readonly string[]): Code {
	const body = lines.map((line) => ` * ${escapeText(line)}`.trimEnd());
	return code`/*\n${body.map((line) => `${line}\n` as Code)} */`;
}

/** The lines of a tag's text are one paragraph; none of them may be empty. */
function indent(text: string): string {
	return text.replace(/\n+/g, "\n  ");
}

function escapeText(text: string): string {
	return showUnseen(outsideSpans(text, escapeMarkup))
		.replace(/\*(?=\/)/g, "*\\")
		.replace(magic, (mark) => `&#${mark.charCodeAt(0)};`)
		.replace(/(?<![\w`\\])@/g, "\\@")
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n")
		.trim();
}

/**
 * One character of each mark that compilers, bundlers, linters, coverage tools and test runners obey wherever it stands:
 * `@ts-expect-error`, `@vitest-environment`, `# sourceMappingURL=`, `c8 ignore`. As an entity it reads the same.
 */
const magic =
	/@(?=(?:ts-|jsx|vitest|jest|vite-|flow|license|preserve|cc_on|internal|__))|(?<=source(?:Mapping)?URL)=|(?<=(?:eslint|biome|prettier|oxlint|deno-lint|deno-fmt))-(?=ignore|disable|enable|env)|(?<=(?:istanbul|c8|v8|node:coverage)) (?=ignore|disable|enable)|#(?=__)/gi;

/** Applies `change` to what is not in a code span; a fence of backticks is one to it. */
function outsideSpans(text: string, change: (text: string) => string): string {
	const runs = [...text.matchAll(/`+/g)];
	const closers = closersOf(runs.map(([run]) => run.length));
	let made = "";
	let at = 0;
	for (let index = 0; index < runs.length; index++) {
		const closer = closers[index];
		const [from, to] = [runs[index]?.index, runs[closer ?? -1]];
		if (closer === undefined || from === undefined || to === undefined)
			continue;
		const end = to.index + to[0].length;
		made += change(text.slice(at, from)) + text.slice(from, end);
		at = end;
		index = closer;
	}
	return made + change(text.slice(at));
}

/** For each run of backticks, the next one of the same length. */
function closersOf(
	lengths: readonly number[],
): readonly (number | undefined)[] {
	const next = new Map<number, number>();
	const closers: (number | undefined)[] = [];
	for (let index = lengths.length - 1; index >= 0; index--) {
		const length = lengths[index] ?? 0;
		closers[index] = next.get(length);
		next.set(length, index);
	}
	return closers;
}

/** Takes HTML and links to anything but the web, mail and places nearby out of force; the text stays. */
function escapeMarkup(text: string): string {
	return text
		.replace(
			/(?<!\\)(\\*)<(?!(?:https?:\/\/|mailto:)[^\s<>]*>)(?=[a-z/!?])/gi,
			(mark, slashes: string) =>
				slashes.length % 2 === 1 ? mark : `${slashes}\\<`,
		)
		.replace(
			/\](?=[(:]\s*(?:<([^<>\n]*)|([^\s()<>]*)))/g,
			(mark, pointed?: string, plain?: string) =>
				safeTarget.test(pointed ?? plain ?? "") ? mark : `${mark}\\`,
		);
}

const safeTarget = /^(?:(?:https?:\/\/|mailto:).*|[^:&\\\s]*)$/i;
