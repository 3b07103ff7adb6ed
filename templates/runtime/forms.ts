import { ApiArgumentError } from "./errors.js";
import { problemOf, scalar, typeName } from "./scalar.js";
import { isStreaming, toFile, type Uploadable } from "./to-file.js";
import { serialiseWideQuery } from "./wide-query.js";

/** Writes a body as a form of the web, `a=1&b=2`. */
export function encodeForm(operation: string, value: unknown): BodyInit | null {
	if (value === undefined) return null;
	return /^(URLSearchParams|String)$/.test(typeName(value))
		? new URLSearchParams(value as string)
		: new URLSearchParams(
				serialiseWideQuery(operation, Object.entries(Object(value))),
			);
}

/**
 * Writes a body as a form with parts: files as they are, all else as text. A property of an object is `object[property]`,
 * an item of a list `list[]`; `undefined` is left out.
 */
export function encodeMultipart(
	operation: string,
	value: unknown,
): BodyInit | null | Promise<BodyInit> {
	if (value === undefined || typeName(value) === "FormData")
		return (value as FormData | undefined) ?? null;
	const form = formOf(operation, Object(value));
	// A call that ends before it needs its body does not wait for it.
	form.catch(() => {});
	return form;
}

async function formOf(operation: string, value: object): Promise<FormData> {
	const form = new FormData();
	for (const [name, part] of Object.entries(value))
		await addPart(operation, form, [name, part]);
	return form;
}

async function addPart(
	operation: string,
	form: FormData,
	[name, part]: readonly [string, unknown],
): Promise<void> {
	const type = typeName(part);
	const add = (name: string, part: unknown) =>
		addPart(operation, form, [name, part]);
	if (/^(Blob|File)$/.test(type)) form.append(name, part as Blob);
	else if (/^(DataView|\w+Buffer|\w+Array)$/.test(type) || isStreaming(part))
		form.append(name, await fileOf(operation, name, part as Uploadable));
	else if (Array.isArray(part))
		for (const item of part) await add(`${name}[]`, item);
	else if (scalar(part) !== undefined) form.append(name, `${scalar(part)}`);
	else if (type === "Date") form.append(name, (part as Date).toISOString());
	else if (type === "Object")
		for (const [key, item] of Object.entries(Object(part)))
			await add(`${name}[${key}]`, item);
	else if (part !== undefined)
		throw new ApiArgumentError(operation, `part ${name} ${problemOf(part)}`);
}

async function fileOf(
	operation: string,
	name: string,
	part: Uploadable,
): Promise<File> {
	try {
		return await toFile(part);
	} catch (cause) {
		throw new ApiArgumentError(operation, `part ${name} cannot be read`, {
			cause,
		});
	}
}
