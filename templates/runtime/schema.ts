/** Something that does not fit: what is there and what is documented, by their types; no value is part of it. */
export interface ApiIssue {
	readonly message: string;
	/** Names and places from the root: `["tunnels", 0, "tags", { key: "a" }]`, where a key that is data is in an object. */
	readonly path?:
		| readonly (PropertyKey | { readonly key: PropertyKey })[]
		| undefined;
}

/** What any library makes that knows Standard Schema (standardschema.dev), version 1. */
export interface StandardSchema<T = unknown> {
	readonly "~standard": Standard<T, Validated<T> | Promise<Validated<T>>>;
}

interface Standard<T, V> {
	readonly version: 1;
	readonly vendor: string;
	readonly validate: (value: unknown) => V;
	readonly types?: { readonly input: T; readonly output: T } | undefined;
}

/** A value that fits, the one that was given and no copy of it, or what does not fit. */
export type Validated<T> =
	| { readonly value: T; readonly issues?: undefined }
	| { readonly issues: readonly ApiIssue[] };

/** What the docs say of values of a type, as a Standard Schema. It answers at once and never throws. */
export interface Schema<T> extends StandardSchema<T> {
	readonly "~standard": Standard<T, Validated<T>>;
	/** For other schemas alone. */
	readonly "~check": Check;
}

/** What calls are held to, by the path of the method in the client; other libraries' schemas will do. */
export interface Schemas {
	readonly [operation: string]: {
		/** Of the object of named params. */
		readonly params?: StandardSchema;
		/** Of the data, or of each item where the data is a stream. */
		readonly response?: StandardSchema;
	};
}

/** Reports what does not fit inside of a value, or gives the kind that is documented when the value is of another. */
export type Check = (value: unknown, walk: Walk) => string | undefined;

/** Where a check is in the value that was given, and what it found so far. */
export interface Walk {
	readonly issues: ApiIssue[];
	readonly path: Step[];
	/** What was found in objects that may be of several types: each is looked at once for each of its unions. */
	readonly tried: Map<unknown, Map<Check, Found>>;
}

/** What a check found: issues inside of the value, or the kind that it should be of. */
export interface Found {
	readonly issues: ApiIssue[];
	kind?: string | undefined;
}

type Step = string | number | { readonly key: string };

/** A walk ends here: who sent more does not get more out of us. */
const maxIssues = 100;
const maxDepth = 256;

/** The schema of a check. */
export function schemaOf<T>(check: Check): Schema<T> {
	return {
		"~check": check,
		"~standard": {
			version: 1,
			vendor: "docwright",
			validate(value) {
				const walk: Walk = { issues: [], path: [], tried: new Map() };
				try {
					see(walk, check, value);
				} catch {
					// Getters and proxies may do anything.
					report(walk, "cannot be read");
				}
				return walk.issues[0]
					? { issues: walk.issues.slice(0, maxIssues) }
					: { value: value as T };
			},
		},
	};
}

/** Checks what stands at `step` in a value. */
export function into(
	walk: Walk,
	step: Step,
	{ "~check": check }: Schema<unknown>,
	value: unknown,
): void {
	const { issues, path } = walk;
	if (issues.length >= maxIssues) return;
	path.push(step);
	if (path.length > maxDepth)
		report(walk, `is more than ${maxDepth} levels deep`);
	else see(walk, check, value);
	path.pop();
}

/** Adds an issue where the walk is. */
export function report({ issues, path }: Walk, message: string): undefined {
	issues.push({ message, path: [...path] });
}

function see(walk: Walk, check: Check, value: unknown): void {
	const kind = check(value, walk);
	if (kind)
		report(
			walk,
			value === undefined ? "is missing" : `is ${kindOf(value)}, not ${kind}`,
		);
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	const kind = Array.isArray(value) ? "list" : typeof value;
	return `${kind === "object" ? "an" : "a"} ${kind}`;
}
