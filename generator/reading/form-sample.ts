import type { Origins, Shape } from "../model/types.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { shapeOfValues } from "./shown-parameters.ts";
import { pairsIn } from "./shown-request.ts";

/** Fields of a form by name, with their texts; `undefined` for a file. */
export type FormPairs = readonly (readonly [string, string | undefined])[];

/** The pairs of `a=1&b=2`; nothing for other text. */
export function formPairs(text: string): FormPairs | undefined {
	const written = text.trim().split("&");
	const pairs = pairsIn(written.map(decoded));
	const whole = pairs.length === written.length && text.includes("=");
	return whole ? pairs : undefined;
}

/** The pairs of parts as curl takes them: `file=@photo.jpg;type=image/jpeg`, `name=Ann`. */
export function partPairs(parts: readonly string[]): FormPairs {
	return parts.flatMap((part) => {
		const [, name, value = ""] = /^([^=]+)=([\s\S]*)$/.exec(part) ?? [];
		if (name === undefined) return [];
		return [[name, /^[@<]/.test(value) ? undefined : value] as const];
	});
}

/** What a form shows of the body: its fields, a name that is there twice being a list. */
export function shapeOfForm(pairs: FormPairs, origins: Origins): Shape {
	return {
		kind: "object",
		properties: [...grouped(pairs)].map(([name, values]) => ({
			name,
			shape: shapeOf(name, values),
			origins,
		})),
	};
}

/** The form as a value, files left out. */
export function valueOfForm(pairs: FormPairs): JsonObject {
	const fields = [...grouped(pairs)].flatMap(
		([name, values]): [string, JsonValue][] => {
			const { kind } = shapeOf(name, values);
			const texts = values.filter((value) => value !== undefined);
			if (texts.length < values.length) return [];
			const [only = ""] = texts;
			if (kind === "array") return [[name, texts]];
			if (kind === "number") return [[name, Number(only)]];
			return [[name, kind === "boolean" ? only === "true" : only]];
		},
	);
	return Object.fromEntries(fields);
}

function grouped(
	pairs: FormPairs,
): ReadonlyMap<string, readonly (string | undefined)[]> {
	const fields = new Map<string, (string | undefined)[]>();
	for (const [name, value] of pairs)
		fields.set(name, [...(fields.get(name) ?? []), value]);
	return fields;
}

function shapeOf(name: string, values: readonly (string | undefined)[]): Shape {
	const texts = values.filter((value) => value !== undefined);
	if (texts.length === values.length) return shapeOfValues(name, texts);
	const file: Shape = { kind: "string", format: "binary" };
	return values.length > 1 ? { kind: "array", items: file } : file;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
