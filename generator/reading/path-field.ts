import { pathParameters } from "../model/path.ts";
import { wordsOf } from "../text/words.ts";
import { addField } from "./add-field.ts";
import type { Field } from "./field.ts";
import type { OperationDraft } from "./operation-draft.ts";

/**
 * A field that its description places in the path: the parameter of that name, or the one that has it under other words,
 * `ID` beside `:role_id`. Where the path has no such parameter, the field goes where the method has its fields.
 */
export function addPathField(draft: OperationDraft, field: Field): void {
	const { property } = field;
	const names = pathParameters(draft.endpoint.path);
	const described = new Set(
		draft.parameters
			.filter(({ in: place }) => place === "path")
			.map(({ name }) => name),
	);
	const words = wordsOf(property.name);
	const own = names.find((name) => wordsOf(name).join(" ") === words.join(" "));
	const open = names.filter((name) => !described.has(name));
	const kin = open.filter((name) => isKin(wordsOf(name), words));
	const name = own ?? only(kin) ?? (isPlain(words) ? only(open) : undefined);
	if (name !== undefined)
		addField(draft, { ...field, property: { ...property, name } }, "path");
	else {
		draft.strangers.push(property);
		const { location: _, ...rest } = field;
		addField(draft, rest, "unsaid");
	}
}

/** `id` ends `role_id`, `job` starts `job_id`. */
function isKin(long: readonly string[], short: readonly string[]): boolean {
	const from = (start: number) =>
		short.every((word, index) => long[start + index] === word);
	return (
		short.length > 0 &&
		short.length <= long.length &&
		(from(0) || from(long.length - short.length))
	);
}

/** `ID` is that of whatever the path has. */
function isPlain(words: readonly string[]): boolean {
	return (
		words.length === 1 && /^(?:id|uuid|name|key|slug)$/.test(words[0] ?? "")
	);
}

function only(names: readonly string[]): string | undefined {
	return names.length === 1 ? names[0] : undefined;
}
