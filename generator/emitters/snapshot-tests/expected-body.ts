import { callOf } from "../../model/call.ts";
import { encodingOf } from "../../model/encoding.ts";
import type { RequestFixture } from "../../model/fixtures/request.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import { isJsonObject, type JsonValue } from "../../text/json.ts";
import { queryPairs } from "./url.ts";

/** What a request's body has to be, and the content type that goes with it; `undefined` for neither. */
export interface ExpectedBody {
	readonly type: string | undefined;
	readonly body: JsonValue | undefined;
}

/**
 * The body that a call with the arguments of a fixture has to send: JSON as it is, forms as lists of their fields by name.
 * Nothing where a client cannot be held to one.
 */
export function expectedBody(
	model: ApiModel,
	operation: Operation,
	{ params = {}, files = [] }: RequestFixture,
): ExpectedBody | undefined {
	const { body: place, members } = callOf(model, operation);
	const mediaType = operation.body?.mediaType;
	if (mediaType === undefined || place === "none")
		return { type: undefined, body: undefined };
	const fields = Object.entries(params).filter(
		([name]) => !members.some((member) => member.name === name),
	);
	const json = /^application\/json\s*(?:;|$)/i.test(mediaType);
	if (json && place === "fields")
		return { type: "application/json", body: Object.fromEntries(fields) };
	if (json) {
		const { body } = params;
		return { type: body === undefined ? body : "application/json", body };
	}
	if (place === "whole" || !isPlain(fields)) return undefined;
	const { type, write } = forms[encodingOf(mediaType)] ?? {};
	const body = write?.(fields, files) ?? [];
	return body.length > 0 ? { type, body } : undefined;
}

type Field = readonly [name: string, value: JsonValue];

const forms: Readonly<
	Partial<
		Record<
			string,
			{
				readonly type: string;
				write(
					fields: readonly Field[],
					files: readonly string[],
				): readonly JsonValue[];
			}
		>
	>
> = {
	form: {
		type: "application/x-www-form-urlencoded;charset=UTF-8",
		write: queryPairs,
	},
	multipart: {
		type: "multipart/form-data",
		write: (fields, files) =>
			fields
				.flatMap(([name, value]) => parts(name, value, files.includes(name)))
				.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
				.map(([name, value]) => [name, value]),
	},
};

/** `name[property]` for what is in an object, `name[]` for each item of a list; files are objects. */
function parts(
	name: string,
	value: JsonValue,
	file: boolean,
): readonly Field[] {
	if (Array.isArray(value))
		return value.flatMap((item: JsonValue) => parts(`${name}[]`, item, file));
	if (isJsonObject(value))
		return Object.entries(value).flatMap(([key, member]) =>
			parts(`${name}[${key}]`, member, file),
		);
	const text = String(value);
	// Line ends of texts are CRLF in such a form; those of files are nobody's business.
	return [[name, file ? { file: text } : text.replace(/\r\n?|\n/g, "\r\n")]];
}

/** Whether forms carry everything: null, halves of characters and names with quotes have no one way to be written. */
function isPlain(fields: readonly Field[]): boolean {
	return fields.every(([name, value]) => {
		if (/["\r\n\\%]|\p{Surrogate}/u.test(name) || value === null) return false;
		if (Array.isArray(value))
			return isPlain(value.map((item: JsonValue) => [name, item] as const));
		return isJsonObject(value)
			? isPlain(Object.entries(value))
			: !/\p{Surrogate}/u.test(String(value));
	});
}
