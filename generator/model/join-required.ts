import { isStated, isStatement } from "./join-origins.ts";
import type { Joining } from "./joining.ts";
import type { Property } from "./types.ts";

/** Whether a property that two places describe has to be there; a contradiction is told, and it may be missing. */
export function joinRequired(
	a: Property,
	b: Property,
	how: Joining,
): boolean | undefined {
	if (how.mode === "either") {
		if (a.required === false || b.required === false) return false;
		return a.required === b.required ? a.required : undefined;
	}
	// An example shows what may be left out of it, not what must be there.
	if (how.mode === "fill" || (isStated(a) && !isStated(b))) return a.required;
	if (requires(a) !== requires(b)) return (requires(a) ? a : b).required;
	if (isUnsure(a) !== isUnsure(b))
		return (isUnsure(a) ? b.required : a.required) ?? a.required ?? b.required;
	const differ = a.required !== undefined && b.required !== undefined;
	if (differ && a.required !== b.required) {
		how.conflict?.({
			name: a.name,
			one: { says: requirement(a), origins: a.origins },
			other: { says: requirement(b), origins: b.origins },
		});
		return false;
	}
	return a.required ?? b.required;
}

/** True when `required` is a guess: what another place states of it holds. */
export function isUnsure({ origins }: Property): boolean {
	return origins.some(
		({ basis, of }) => basis === "assumed" && of?.includes("required") === true,
	);
}

/** True when a place says, and does not only show, whether the property has to be there. */
function requires({ required, origins }: Property): boolean {
	return (
		required !== undefined &&
		origins.some(
			(origin) =>
				isStatement(origin) &&
				(origin.of === undefined || origin.of.includes("required")),
		)
	);
}

function requirement({ required }: Property): string {
	return required === true ? "required" : "optional";
}
