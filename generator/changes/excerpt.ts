import { type Phrase, printPhrase } from "../model/diff/phrase.ts";

/** What stood there before and after, short enough for a line each. */
export interface Excerpts {
	readonly before?: Phrase;
	readonly after?: Phrase;
}

/** Two phrases cut to `room` characters each, at the place where they begin to differ. */
export function excerpts({ before, after }: Excerpts, room: number): Excerpts {
	const [a, b] = [textIn(before), textIn(after)];
	if (a === undefined || b === undefined)
		return {
			...cutOne("before", before, room),
			...cutOne("after", after, room),
		};
	if (Math.max(a.length, b.length) <= room) return both(a, b);
	let same = 0;
	while (same < a.length && a[same] === b[same]) same++;
	// Some words in front of the difference, so that one sees where it is.
	const lead = same <= room / 3 ? 0 : a.lastIndexOf(" ", same - room / 4) + 1;
	return both(cut(a, lead, room), cut(b, lead, room));
}

function both(before: string, after: string): Excerpts {
	return { before: [{ quoted: before }], after: [{ quoted: after }] };
}

/** The text of a phrase that is nothing but one text of the docs, on one line. */
function textIn(phrase: Phrase | undefined): string | undefined {
	const [only, ...others] = phrase ?? [];
	if (only === undefined || others.length > 0 || typeof only === "string")
		return undefined;
	return only.quoted.replace(/\s+/g, " ").trim();
}

function cutOne(
	side: keyof Excerpts,
	phrase: Phrase | undefined,
	room: number,
): Excerpts {
	if (phrase === undefined) return {};
	const text = textIn(phrase);
	if (text !== undefined) return { [side]: [{ quoted: cut(text, 0, room) }] };
	if (printPhrase(phrase).length <= room) return { [side]: phrase };
	// A list: as many as there is room for.
	const shown: Phrase[number][] = [];
	let length = 0;
	for (const part of phrase) {
		length += (typeof part === "string" ? part : part.quoted).length;
		if (length > room) break;
		shown.push(part);
	}
	if (shown.at(-1) === ", ") shown.pop();
	return { [side]: [...shown, " …"] };
}

function cut(text: string, from: number, room: number): string {
	const lead = from > 0 ? "…" : "";
	const rest = [...text.slice(from)];
	return rest.length <= room
		? lead + rest.join("")
		: `${lead}${rest.slice(0, room).join("")}…`;
}
