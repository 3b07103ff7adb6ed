import type { JsonValue } from "../text/json.ts";
import { redactSecrets } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";
import type { ApiModel, Operation, Origins } from "./types.ts";

/** What looked like a live secret in an example, and where the example is. */
interface FoundSecret {
	readonly span: Span;
	readonly name: string;
}

export interface RedactedModel {
	readonly model: ApiModel;
	readonly found: readonly FoundSecret[];
}

/** The model with placeholders where its examples and defaults hold what looks like live secrets. */
export function redactModel(model: ApiModel): RedactedModel {
	const found: FoundSecret[] = [];
	const operations = model.operations.map((operation) =>
		redactOperation(operation, found),
	);
	const notes = model.notes?.map((note) => {
		const text = redactValue(note.text, note.origins, found);
		return { ...note, ...(typeof text === "string" && { text }) };
	});
	return {
		model: { ...model, operations, ...(notes !== undefined && { notes }) },
		found,
	};
}

function redactOperation(
	operation: Operation,
	found: FoundSecret[],
): Operation {
	const parameters = operation.parameters.map((parameter) => {
		const { name, origins } = parameter;
		const redact = (value: JsonValue) =>
			redactValue(value, origins, found, name);
		const { default: ordinary, example } = parameter;
		return {
			...parameter,
			...(ordinary !== undefined && { default: redact(ordinary) }),
			...(example !== undefined && { example: redact(example) }),
		};
	});
	const examples = operation.examples.map((example) => {
		const { value, origins } = example;
		return { ...example, value: redactValue(value, origins, found) };
	});
	return { ...operation, parameters, examples };
}

function redactValue(
	value: JsonValue,
	[{ span }]: Origins,
	found: FoundSecret[],
	name?: string,
): JsonValue {
	const redacted = redactSecrets(value, name);
	found.push(...redacted.found.map((what) => ({ span, name: what })));
	return redacted.value;
}
