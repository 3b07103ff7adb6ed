declare const brand: unique symbol;

/** Text that is safe where it goes: source, JSON or Markdown that this folder made. No plain string is one. */
export type Code = string & { readonly [brand]: "code" };

/**
 * Code with code in its holes: ``code`${name}: ${type}` ``. A list in a hole is written without anything between.
 * What stands between the holes is ours; text from the docs comes in through `literal.ts`, `property.ts` and their like.
 */
export function code(
	text: TemplateStringsArray,
	...holes: readonly (Code | readonly Code[])[]
): Code {
	return text.reduce((made, part, index) => {
		const hole = holes[index - 1] ?? "";
		return made + (typeof hole === "string" ? hole : hole.join("")) + part;
	}) as Code;
}

/** The parts in order with `separator` between them. */
export function joinCode(parts: readonly Code[], separator: Code): Code {
	return parts.join(separator) as Code;
}
