import type {
	Origin,
	Origins,
	Parameter,
	Property,
	Shape,
} from "../model/types.ts";
import type { ShownValue } from "./shown-value.ts";

/** What is known of an operation's fields, and what samples show of them. */
interface Fields {
	readonly bodyFields: Property[];
	readonly parameters: Parameter[];
	readonly shown: readonly ShownValue[];
	/** Names of fields whose place no words say. */
	readonly unsaid: ReadonlySet<string>;
	readonly shownBody?: { readonly shape: Shape; readonly origins: Origins };
}

/**
 * Moves fields whose place no words say, and that therefore went where the method has its fields, to where samples show
 * them: into the query that a call has, or into the body that it sends.
 */
export function settlePlaces(draft: Fields): void {
	const { bodyFields, parameters, shown, unsaid } = draft;
	if (unsaid.size === 0) return;
	const sent = namesSent(draft);
	const asked = new Map(
		shown.flatMap((one) =>
			one.in === "query" ? [[one.name, one.span] as const] : [],
		),
	);
	for (const property of [...bodyFields]) {
		const { name } = property;
		const span = asked.get(name);
		if (!unsaid.has(name) || span === undefined || sent.has(name)) continue;
		bodyFields.splice(bodyFields.indexOf(property), 1);
		const { readOnly: _, ...rest } = property;
		const origins = placed(property, { span, basis: "inferred", of: location });
		parameters.push({ ...rest, in: "query", origins });
	}
	const open = parameters.filter(
		(one) => one.in === "query" && unsaid.has(one.name) && !asked.has(one.name),
	);
	// A call that sends one of them in its body, and asks for nothing in its query, sends the others there, too.
	if (!open.some(({ name }) => sent.has(name))) return;
	const span = draft.shownBody?.origins[0].span;
	for (const parameter of open) {
		if (span === undefined || (asked.size > 0 && !sent.has(parameter.name)))
			continue;
		parameters.splice(parameters.indexOf(parameter), 1);
		const { in: _, example: __, ...property } = parameter;
		const origins = placed(parameter, {
			span,
			basis: "inferred",
			of: location,
		});
		bodyFields.push({ ...property, origins });
	}
}

const location = ["location"] as const;

function placed({ origins }: Parameter | Property, origin: Origin): Origins {
	const [first, ...others] = origins;
	return [first, ...others, origin];
}

function namesSent({ shownBody }: Fields): ReadonlySet<string> {
	return new Set(
		shownBody?.shape.kind === "object"
			? shownBody.shape.properties.map(({ name }) => name)
			: [],
	);
}
