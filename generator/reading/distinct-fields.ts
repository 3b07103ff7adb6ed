import type { Report } from "../diagnostics/reporter.ts";
import { joinProperties } from "../model/join.ts";
import type { Property } from "../model/types.ts";
import type { Field } from "./field.ts";

/** The fields of one list, each once: what stands there twice is joined and reported. */
export function distinctFields(
	fields: readonly Field[],
	report: Report,
): readonly Field[] {
	const found = new Map<string, Field>();
	for (const field of fields) {
		const { name, origins } = field.property;
		const key = `${field.location ?? ""} ${name}`;
		const first = found.get(key);
		if (first === undefined) {
			found.set(key, field);
			continue;
		}
		report("field/duplicate", origins[0].span, { name: `\`${name}\`` }, [
			{ message: "first here", span: first.property.origins[0].span },
		]);
		const property = joinProperties(first.property, field.property, quiet);
		found.set(key, { ...first, property });
	}
	return [...found.values()];
}

/** Properties or parameters that several parts of a section describe, each once; later parts say more than prose above. */
export function distinct<P extends Property>(
	properties: readonly P[],
	keyOf: (property: P) => string,
): readonly P[] {
	const found = new Map<string, P>();
	for (const property of properties) {
		const key = keyOf(property);
		const first = found.get(key);
		found.set(
			key,
			first === undefined ? property : joinProperties(property, first, quiet),
		);
	}
	return [...found.values()];
}

const quiet = { mode: "same" } as const;
