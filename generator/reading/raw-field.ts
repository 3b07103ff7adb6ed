import type { Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** A field as a row or a bullet gives it, before it is put into the fields around it. */
export interface RawField {
	/** As written: `filter.name`, `items[].id`. */
	readonly name: string;
	/** How many marks of nesting stand in front: `»» id` has two. */
	readonly depth: number;
	readonly shape?: Shape;
	/** Left out where the docs do not say. */
	readonly required?: boolean;
	/** As written. */
	readonly default?: string;
	/** The values that it may have, as written. */
	readonly values?: string;
	/** The place in the request, as written: `query`. */
	readonly location?: string;
	readonly deprecated?: boolean;
	readonly description: string;
	readonly children?: readonly RawField[];
	readonly span: Span;
}

/** What a cell or a mark says about whether a field has to be there; nothing for words that do not say. */
export function isRequiredWord(text: string | undefined): boolean | undefined {
	const bare = (text ?? "").replace(/[`*_<>().\s]+/g, " ").trim();
	if (
		/^(?:yes|y|true|required|mandatory|always|✓|✔|✅|☑|x|sí|si|oui|ja|sim)\b/i.test(
			bare,
		) ||
		/^[✓✔✅☑]/u.test(bare)
	)
		return true;
	if (
		/^(?:no|n|false|optional|not required|never|✗|✘|❌|☐|non|nein|não)\b/i.test(
			bare,
		) ||
		/^[✗✘❌☐]/u.test(bare)
	)
		return false;
	return undefined;
}
