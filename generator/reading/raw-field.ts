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
	/** True where only the marks of other fields say that it has to be there. */
	readonly unsure?: true;
	/** As written. */
	readonly default?: string;
	/** The values that it may have: as written in one cell, or one for each bullet. */
	readonly values?: string | readonly string[];
	/** The place in the request, as written: `query`. */
	readonly location?: string;
	readonly deprecated?: boolean;
	readonly nullable?: boolean;
	readonly description: string;
	readonly children?: readonly RawField[];
	readonly span: Span;
}

/** What a cell or a mark says about whether a field has to be there; nothing for words that do not say. */
export function isRequiredWord(text: string | undefined): boolean | undefined {
	const bare = (text ?? "").replace(/[`*_<>().\s]+/g, " ").trim();
	if (yes.test(bare)) return true;
	if (no.test(bare)) return false;
	return undefined;
}

const yes =
	/^(?:(?:yes|y|true|required|mandatory|always|must|m|r|x|s[íìi]|oui|ja|sim|obligatori[oa]|requerid[oa]|obligatoire|requis|erforderlich|pflicht|obrigat[óo]ri[oa]|obbligatori[oa]|richiest[oa]|да|обязательн\p{L}*|是|必填|必须|必选|必須|はい)(?![\p{L}\p{N}])|[✓✔✅☑●◯〇])/iu;

const no =
	/^(?:(?:no|n|false|optional|not required|never|o|non|nein|n[ãa]o|opcional|optionnel|facultatif|facultativ[oa]|opzionale|нет|необязательн\p{L}*|否|选填|可选|任意|いいえ)(?![\p{L}\p{N}])|[✗✘❌☐○])/iu;
