import type { Section } from "../markdown/sections.ts";

/** The name of a type that a heading states together with what it is made of: `Hive (object)`, `Queen (Bee)`. */
export interface MadeType {
	readonly name: string;
	/** As written: `object`, `Bee`. */
	readonly of: string;
}

/** Reads a heading that says in brackets what a type is. */
export function madeTypeOf(heading: string): MadeType | undefined {
	const [, name, of] =
		/^`?([A-Za-z_][\w.-]*(?: [\w.-]+)?)`?\s*\(`?([^()`]+)`?\)$/.exec(
			heading.trim(),
		) ?? [];
	return name === undefined || of === undefined
		? undefined
		: { name, of: of.split(",")[0]?.trim() ?? of };
}

/** True for a word that leaves no doubt that a type is meant: `object`, `array[Hive]`. */
export function isKindOfType(word: string): boolean {
	return /^(?:object|enum|array|string|number|boolean)(?:\[[\w, ]*\])?$/.test(
		word,
	);
}

/** True for the heading of a chapter that describes types. */
export function isTypeChapter(heading: string): boolean {
	return /^(?:[\d.]+\s+)?(?:(?:the|api|data|common|shared|all|json|object|response|request) )*(?:schemas?|models?|definitions|types|structures|objects|components|entities|dtos?)$/i.test(
		heading,
	);
}

/** The types that headings of a document declare, in a chapter of types or with what they are made of. */
export function declaredTypeNames(root: Section): ReadonlySet<string> {
	const names = new Set<string>();
	const walk = ({ sections, heading }: Section): void => {
		const chapter = isTypeChapter(heading?.text ?? "");
		for (const inner of sections) {
			const text = inner.heading?.text ?? "";
			const made = madeTypeOf(text);
			if (made !== undefined && (chapter || isKindOfType(made.of)))
				names.add(made.name);
			else if (chapter && /^`?[A-Z]\w*`?$/.test(text))
				names.add(text.replaceAll("`", ""));
			walk(inner);
		}
	};
	walk(root);
	return names;
}
