import type { Format } from "../reading/formats.ts";
import type { Reader } from "../reading/fragment.ts";
import { textOf } from "../text/source.ts";

/** Something that a section asks of the rest of its document. */
interface Question {
	readonly about: "type" | "behind" | "chapter" | "placeholder" | "called";
	readonly name: string;
}

/** What was asked and what the answer said, wherever in the document that stands. */
export interface Asked extends Question {
	readonly answer: string;
}

/** A reader that answers as `reader` does, and what it is asked on the way. */
export function listening(reader: Reader): {
	readonly reader: Reader;
	readonly asked: () => readonly Asked[];
} {
	const { types, formats } = reader;
	const questions = new Map<string, Question>();
	const noting =
		<T>(about: Question["about"], ask: (name: string) => T) =>
		(name: string): T => {
			questions.set(`${about} ${name}`, { about, name });
			return ask(name);
		};
	return {
		reader: {
			...reader,
			...(types && {
				types: { has: noting("type", (name) => types.has(name)) },
			}),
			...(formats && {
				formats: {
					...formats,
					behind: noting("behind", formats.behind),
					chapter: noting("chapter", formats.chapter),
					placeholder: noting("placeholder", formats.placeholder),
					called: noting("called", formats.called),
				},
			}),
		},
		asked: () =>
			[...questions.values()].map((one) => ({
				...one,
				answer: answer(one, reader),
			})),
	};
}

/** True where the document answers now what it answered then. */
export function answersAlike(asked: readonly Asked[], reader: Reader): boolean {
	return asked.every((one) => answer(one, reader) === one.answer);
}

function answer({ about, name }: Question, reader: Reader): string {
	const { types, formats, source } = reader;
	const told = (section: Format["section"] | undefined): string =>
		section === undefined
			? ""
			: `${section.heading?.anchor} ${textOf(source, section.span)}`;
	switch (about) {
		case "type":
			return `${types?.has(name)}`;
		case "behind":
			return (formats?.behind(name) ?? [])
				.map(({ section }) => told(section))
				.join("\0");
		case "chapter":
			return told(formats?.chapter(name));
		case "placeholder":
			return told(formats?.placeholder(name)?.section);
		case "called":
			return told(formats?.called(name)?.section);
	}
}
