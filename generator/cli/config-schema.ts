import * as v from "valibot";
import type { Emitter } from "../index.ts";
import type { Config } from "../output/config.ts";
import { isReadPath } from "../output/find-docs.ts";
import { isSafePath } from "../output/safe-path.ts";

const text = v.pipe(v.string("must be text"), v.nonEmpty("must not be empty"));

const single = v.pipe(
	v.string("must be a file, folder or glob, or a list of them"),
	v.nonEmpty("must not be empty"),
);

const list = v.pipe(v.array(text), v.nonEmpty("must not be empty"));

const packageName = v.pipe(
	text,
	v.maxLength(214, "must not be longer than 214 characters"),
	v.regex(
		/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
		"must be a package name, such as tunnels-client or @acme/tunnels",
	),
);

const version = v.pipe(
	text,
	v.regex(
		/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[\w.-]+)?(?:\+[\w.-]+)?$/,
		"must be a version, such as 1.0.0",
	),
);

const repository = v.pipe(
	text,
	v.check(
		(url) => isBaseURL(url) && url.startsWith("https:"),
		"must be an https URL, such as https://github.com/acme/tunnels",
	),
);

const license = v.pipe(
	text,
	v.regex(
		/^\(*[\w.+-]+\)*(?: (?:AND|OR|WITH) \(*[\w.+-]+\)*)*$/,
		"must be a licence as SPDX writes it, such as MIT",
	),
);

const className = v.pipe(
	text,
	v.regex(/^[A-Z][A-Za-z0-9]*$/, "must be a class name, such as Tunnels"),
);

const baseURL = v.pipe(
	text,
	v.check(
		isBaseURL,
		"must be an http or https URL without user, query and fragment",
	),
);

const operationName = v.pipe(
	text,
	v.regex(
		/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/,
		"must be names joined by dots, such as zones.fetch",
	),
);

const typeName = v.pipe(
	text,
	v.regex(/^[A-Z][A-Za-z0-9]*$/, "must be a type's name, such as Zone"),
);

const scope = v.pipe(
	text,
	v.regex(
		/^[A-Za-z][\w-]*$/,
		"must be a word of a path, such as organizations",
	),
);

const limit = v.pipe(
	v.number("must be a number"),
	v.integer("must be a whole number"),
	v.minValue(1, "must be at least 1"),
);

const rename = keys({
	operations: v.optional(v.record(text, operationName)),
	shapes: v.optional(v.record(text, typeName)),
});

const pull = keys({
	documents: v.pipe(
		v.array(
			keys({
				url: v.pipe(
					text,
					v.check(
						isDocumentURL,
						"must be an https URL without user, password and fragment",
					),
				),
				to: v.pipe(
					text,
					v.check(
						(path) => isSafePath(path) && isReadPath(path),
						"must be a path inside the docs' folder, such as vendor/hives.md",
					),
				),
			}),
			"must be a list of { url, to }",
		),
		v.nonEmpty("must not be empty"),
		v.check(
			(entries) => new Set(entries.map(onAnyDisk)).size === entries.length,
			"must not have two documents go to one file",
		),
	),
	folder: v.optional(text),
	maxBytes: v.optional(positive("bytes")),
	timeout: v.optional(positive("milliseconds")),
	allowLoopback: v.optional(v.boolean("must be true or false")),
});

const onOrOff = v.optional(v.boolean("must be true or false"));

const outputs = keys({ openapi: onOrOff, zod: onOrOff, llms: onOrOff });

const emitter = v.custom<Emitter>(
	(value) =>
		typeof value === "object" &&
		value !== null &&
		"name" in value &&
		typeof value.name === "string" &&
		value.name !== "" &&
		"emit" in value &&
		typeof value.emit === "function",
	"must be an emitter, { name, emit(model, report) }",
);

const schema = keys({
	docs: v.optional(v.lazy((value) => (Array.isArray(value) ? list : single))),
	out: v.optional(text),
	title: v.optional(text),
	baseURL: v.optional(baseURL),
	package: v.optional(
		keys({
			name: v.optional(packageName),
			version: v.optional(version),
			repository: v.optional(repository),
			license: v.optional(license),
			attribution: v.optional(text),
			changelog: v.optional(text),
		}),
	),
	client: v.optional(
		keys({
			name: v.optional(className),
			definitions: v.optional(
				v.picklist(["types", "docs"], "must be types or docs"),
			),
		}),
	),
	rename: v.optional(rename),
	scopes: v.optional(
		v.array(scope, 'must be a list of words, such as ["organizations"]'),
	),
	pull: v.optional(pull),
	outputs: v.optional(outputs),
	emitters: v.optional(
		v.array(emitter, "must be a list of emitters, which are code"),
	),
	templates: v.optional(text),
	limits: v.optional(
		keys({
			bytes: v.optional(limit),
			files: v.optional(limit),
			lineLength: v.optional(limit),
			nesting: v.optional(limit),
			columns: v.optional(limit),
			marks: v.optional(limit),
			seconds: v.optional(limit),
		}),
	),
	strict: v.optional(v.boolean("must be true or false")),
});

/** Checks what a config file holds: the config, or one sentence for each thing wrong with it, the key's path first. */
export function checkConfig(
	value: unknown,
): { readonly config: Config } | { readonly faults: readonly string[] } {
	const result = v.safeParse(schema, value);
	if (result.success) return { config: result.output };
	const faults = result.issues.map(
		(issue) => `${v.getDotPath(issue) ?? "the config"} ${issue.message}`,
	);
	return { faults };
}

/** An object with these keys and no others. */
function keys<Entries extends v.ObjectEntries>(entries: Entries) {
	const known = Object.keys(entries).join(", ");
	return v.pipe(
		v.custom<v.InferInput<v.StrictObjectSchema<Entries, undefined>>>(
			(value) =>
				typeof value === "object" && value !== null && !Array.isArray(value),
			"must be an object",
		),
		v.strictObject(entries, `is not a key that is known here (${known})`),
	);
}

function isBaseURL(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password, search, hash } = new URL(text);
	const extra = [username, password, search, hash];
	return /^https?:$/.test(protocol) && extra.every((part) => part === "");
}

/** What is more is up to how pull is run: http for this machine. */
function isDocumentURL(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password, hash } = new URL(text);
	const extra = [username, password, hash];
	return /^https?:$/.test(protocol) && extra.every((part) => part === "");
}

/** The name that a disk which ignores case, or composes letters, has for the file. */
function onAnyDisk({ to }: { readonly to: string }): string {
	return to.normalize("NFC").toLowerCase();
}

function positive(unit: string) {
	const message = `must be a whole number of ${unit}, from 1 on`;
	return v.pipe(
		v.number(message),
		v.safeInteger(message),
		v.minValue(1, message),
		v.maxValue(2 ** 31 - 1, message),
	);
}
