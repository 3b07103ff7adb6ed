import type { JsonValue } from "../text/json.ts";
import { redactSecrets } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";
import type { ApiModel, Origins } from "./types.ts";

/** What looked like a live secret, and where it is said. */
interface FoundSecret {
	readonly span: Span;
	readonly name: string;
}

export interface RedactedModel {
	readonly model: ApiModel;
	readonly found: readonly FoundSecret[];
}

/**
 * The model with placeholders for what looks like live secrets in examples, defaults, values, prose and names of properties.
 * What identifies something stays: ids, paths, servers, names of parameters and types.
 */
export function redactModel(model: ApiModel): RedactedModel {
	const found: FoundSecret[] = [];
	return { model: redactPart(model, { found }), found };
}

/** What is around a part of the model. */
interface Around {
	readonly found: FoundSecret[];
	readonly origins?: Origins;
	/** What the part is a value of. */
	readonly name?: string;
}

const values: ReadonlySet<string> = new Set(["default", "example", "value"]);
const prose: ReadonlySet<string> = new Set([
	"summary",
	"description",
	"title",
	"text",
]);
const identities: ReadonlySet<string> = new Set(["origins", "path", "servers"]);

/** A part with the same form; one without secrets is the same object. */
function redactPart<T>(part: T, around: Around): T {
	if (typeof part !== "object" || part === null) return part;
	if (Array.isArray(part)) {
		const items = part.map((item) => redactPart(item, around));
		return items.some((item, at) => item !== part[at]) ? (items as T) : part;
	}
	const { origins = around.origins, name } = part as Partial<Around>;
	const own = { found: around.found, ...(origins && { origins }) };
	let changed = false;
	const entries = Object.entries(part).map(([key, value]) => {
		const made = redactMember(key, value, {
			...own,
			...(typeof name === "string" && { name }),
		});
		if (made !== value) changed = true;
		return [key, made];
	});
	return changed ? Object.fromEntries(entries) : part;
}

function redactMember(key: string, value: unknown, around: Around): unknown {
	if (identities.has(key)) return value;
	if (values.has(key)) return redactValue(value as JsonValue, around);
	if (prose.has(key) && typeof value === "string")
		return redactValue(value, { ...around, name: "" });
	if (key === "properties" && Array.isArray(value))
		return redactNames(redactPart(value, around), around);
	return redactPart(value, around);
}

/** Two secrets may have one placeholder: then one property is left. */
function redactNames<P extends { readonly name: string }>(
	properties: readonly P[],
	around: Around,
): readonly P[] {
	const renamed = properties.map((property) => {
		const name = redactValue(property.name, { ...around, name: "" });
		return name === property.name ? property : { ...property, name };
	});
	if (renamed.every((one, at) => one === properties[at])) return properties;
	return [...new Map(renamed.map((one) => [one.name, one])).values()] as P[];
}

function redactValue(value: JsonValue, around: Around): JsonValue {
	const redacted = redactSecrets(value, around.name);
	const [{ span } = { span: undefined }] = around.origins ?? [];
	if (redacted.found.length === 0) return value;
	if (span !== undefined)
		around.found.push(...redacted.found.map((name) => ({ span, name })));
	return redacted.value;
}
