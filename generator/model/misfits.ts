import { isJsonObject, type JsonValue } from "../text/json.ts";
import type { Form, NodeForm } from "./form.ts";

/** Where `value` is not of `form`, as sentences with JSON paths; at most a hundred of them. */
export function misfits(form: Form, value: JsonValue): readonly string[] {
	const found: string[] = [];
	// A list of what is left to do, not recursion: shapes may be nested deeper than the call stack.
	const left: Task[] = [{ form, value, at: "$" }];
	for (let task = left.pop(); task !== undefined; task = left.pop()) {
		if (found.length >= 100) break;
		const step = look(task);
		found.push(...step.found);
		left.push(...step.next.toReversed());
	}
	return found;
}

interface Task {
	readonly form: Form;
	readonly value: JsonValue;
	readonly at: string;
}

interface Step {
	readonly found: readonly string[];
	readonly next: readonly Task[];
}

function look({ form, value, at }: Task): Step {
	switch (form.kind) {
		case "json":
			return fine;
		case "later":
			return { found: [], next: [{ form: form.form(), value, at }] };
		case "string":
		case "number":
		case "boolean":
			return typeof value === form.kind ? fine : fault(at, `a ${form.kind}`);
		case "choice":
			return form.of.includes(value)
				? fine
				: fault(at, `one of ${form.of.join(", ")}`);
		case "list":
			return Array.isArray(value) && (value.length > 0 || !form.filled)
				? {
						found: [],
						next: value.map((item, index) => {
							return { form: form.of, value: item, at: `${at}[${index}]` };
						}),
					}
				: fault(at, form.filled ? "a list with something in it" : "a list");
		case "kinds": {
			const kind = isJsonObject(value) ? own(value, "kind") : undefined;
			const node = typeof kind === "string" ? form.of.get(kind) : undefined;
			return node === undefined
				? fault(`${at}.kind`, `one of ${[...form.of.keys()].join(", ")}`)
				: lookAtFields(node, value, at);
		}
		case "node":
			return lookAtFields(form, value, at);
	}
}

function lookAtFields(
	{ fields }: NodeForm,
	value: JsonValue,
	at: string,
): Step {
	if (!isJsonObject(value)) return fault(at, "an object");
	const found: string[] = [];
	const next: Task[] = [];
	for (const key of Object.keys(value))
		if (!fields.has(key)) found.push(`${at} has no ${key}`);
	for (const [key, { form, optional }] of fields) {
		const member = own(value, key);
		if (member !== undefined)
			next.push({ form, value: member, at: `${at}.${key}` });
		else if (!optional) found.push(`${at}.${key} is missing`);
	}
	return { found, next };
}

/** A property of the object itself: never `Object.prototype`'s. */
function own(
	value: { readonly [key: string]: JsonValue },
	key: string,
): JsonValue | undefined {
	return Object.hasOwn(value, key) ? value[key] : undefined;
}

const fine: Step = { found: [], next: [] };

function fault(at: string, wanted: string): Step {
	return { found: [`${at} is not ${wanted}`], next: [] };
}
