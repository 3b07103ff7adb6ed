import {
	type ApiModel,
	type Authentication,
	type Body,
	type Credential,
	type Envelope,
	type Example,
	MODEL_VERSION,
	type NamedShape,
	type NextPage,
	type Note,
	type OAuth,
	type Operation,
	type Origin,
	type PageTotal,
	type Pagination,
	type Parameter,
	type PathPart,
	type PathSegment,
	type Permissions,
	type Property,
	type Resource,
	type Response,
	type ResponseHeader,
	type Scope,
	type SecurityScheme,
	type Server,
	type Shape,
} from "./types.ts";

/** What may stand at one place of a model's JSON. */
export type Form =
	| { readonly kind: "string" | "number" | "boolean" | "json" }
	| { readonly kind: "choice"; readonly of: readonly unknown[] }
	| { readonly kind: "list"; readonly of: Form; readonly filled: boolean }
	| NodeForm
	| { readonly kind: "kinds"; readonly of: ReadonlyMap<string, NodeForm> }
	| { readonly kind: "later"; readonly form: () => Form };

export interface NodeForm {
	readonly kind: "node";
	/** In the order in which they are printed. */
	readonly fields: ReadonlyMap<string, Field>;
}

interface Field {
	readonly form: Form;
	readonly optional: boolean;
}

/** The form of a whole model: `types.ts` as data, which the compiler keeps from drifting apart. */
export function modelForm(): Form {
	const strings = list(string);
	const point = node<Origin["span"]["start"]>({
		line: number,
		column: number,
		offset: number,
	});
	const span = node<Origin["span"]>({ file: string, start: point, end: point });
	const origins = list(
		node<Origin>({
			span,
			basis: choice("stated", "inferred", "assumed"),
			of: optional(strings),
		}),
		true,
	);
	const shape: Form = { kind: "later", form: () => shapes };
	const property = node<Property>({
		name: string,
		required: optional(boolean),
		shape,
		description: optional(string),
		default: optional(json),
		deprecated: optional(boolean),
		readOnly: optional(boolean),
		origins,
	});
	const shapes = kinds<Shape>({
		unknown: { kind: string, placeholder: optional(choice("null", "{}")) },
		null: { kind: string },
		boolean: { kind: string },
		number: {
			kind: string,
			integer: optional(boolean),
			minimum: optional(number),
			maximum: optional(number),
		},
		string: {
			kind: string,
			format: optional(string),
			minLength: optional(number),
			maxLength: optional(number),
			pattern: optional(string),
		},
		literal: { kind: string, value: json },
		array: { kind: string, items: shape },
		record: { kind: string, values: shape },
		object: {
			kind: string,
			title: optional(string),
			open: optional(boolean),
			shown: optional(shape),
			bases: optional(strings),
			properties: list(property),
		},
		union: {
			kind: string,
			discriminator: optional(string),
			members: list(shape, true),
		},
		reference: { kind: string, name: string },
	});
	return node<ApiModel>({
		version: choice(MODEL_VERSION),
		title: string,
		documents: strings,
		servers: list(serverForm(origins)),
		security: list(securityForm(origins)),
		resources: list(
			node<Resource>({
				path: strings,
				title: optional(string),
				description: optional(string),
				origins,
			}),
		),
		operations: list(operationForm(shape, origins)),
		notes: optional(list(node<Note>({ title: string, text: string, origins }))),
		errors: optional(list(responseForm(shape, origins))),
		shapes: list(
			node<NamedShape>({
				name: string,
				shape,
				description: optional(string),
				origins,
			}),
		),
	});
}

function serverForm(origins: Form): Form {
	return node<Server>({ url: string, origins });
}

function securityForm(origins: Form): Form {
	return node<SecurityScheme>({
		title: string,
		description: optional(string),
		credentials: list(
			node<Credential>({
				name: string,
				kind: choice("bearer", "basic", "apiKey"),
				in: choice("header", "query", "cookie"),
				parameter: string,
				prefix: optional(string),
				environment: optional(string),
				description: optional(string),
				origins,
			}),
			true,
		),
		oauth: optional(
			node<OAuth>({
				authorizationUrl: optional(string),
				tokenUrl: optional(string),
				scopes: list(
					node<Scope>({ name: string, description: optional(string) }),
				),
			}),
		),
		origins,
	});
}

function operationForm(shape: Form, origins: Form): Form {
	const part = {
		literal: { kind: string, text: string },
		parameter: { kind: string, name: string },
	};
	const mixed = { kind: string, parts: list(kinds<PathPart>(part), true) };
	return node<Operation>({
		id: string,
		method: choice(
			...["GET", "PUT", "POST", "DELETE", "PATCH"],
			...["HEAD", "OPTIONS", "TRACE"],
		),
		path: list(kinds<PathSegment>({ ...part, mixed })),
		servers: optional(list(serverForm(origins), true)),
		resource: optional(list(string)),
		name: optional(string),
		scope: optional(list(string)),
		nameOrigins: optional(origins),
		summary: optional(string),
		description: optional(string),
		deprecated: optional(boolean),
		permissions: optional(
			node<Permissions>({
				need: choice("any", "all"),
				names: list(string),
				origins,
			}),
		),
		authentication: optional(
			node<Authentication>({ required: boolean, origins }),
		),
		parameters: list(parameterForm(shape, origins)),
		body: optional(
			node<Body>({
				mediaType: string,
				required: optional(boolean),
				shape,
				suggested: optional(boolean),
				description: optional(string),
				origins,
			}),
		),
		responses: list(responseForm(shape, origins)),
		envelope: optional(
			node<Envelope>({
				data: string,
				success: optional(string),
				errors: optional(string),
				shape,
				origins,
			}),
		),
		pagination: optional(
			node<Pagination>({
				kind: choice("page", "offset", "cursor", "url"),
				parameter: optional(string),
				size: optional(string),
				items: optional(list(string)),
				next: optional(
					kinds<NextPage>({
						property: {
							kind: string,
							path: list(string),
							url: optional(boolean),
						},
						header: { kind: string, name: string },
					}),
				),
				more: optional(list(string)),
				first: optional(number),
				total: optional(
					node<PageTotal>({
						of: choice("items", "pages"),
						path: list(string),
					}),
				),
				origins,
			}),
		),
		examples: list(
			node<Example>({
				on: choice("request", "response"),
				status: optional(string),
				mediaType: string,
				value: json,
				origins,
			}),
		),
		places: list(
			node<Operation["places"][number]>({
				file: string,
				anchor: optional(string),
			}),
		),
		origins,
	});
}

function responseForm(shape: Form, origins: Form): Form {
	return node<Response>({
		status: string,
		description: optional(string),
		mediaType: optional(string),
		enveloped: optional(boolean),
		shape: optional(shape),
		headers: optional(
			list(
				node<ResponseHeader>({
					name: string,
					required: optional(boolean),
					shape,
					description: optional(string),
					origins,
				}),
			),
		),
		origins,
	});
}

function parameterForm(shape: Form, origins: Form): Form {
	return node<Parameter>({
		name: string,
		in: choice("path", "query", "header", "cookie"),
		required: optional(boolean),
		shape,
		description: optional(string),
		default: optional(json),
		deprecated: optional(boolean),
		example: optional(json),
		origins,
	});
}

const string: Form = { kind: "string" };
const number: Form = { kind: "number" };
const boolean: Form = { kind: "boolean" };
const json: Form = { kind: "json" };

/** A form for each field of `T`, marked optional where `T` has it so. */
type FieldsOf<T> = {
	readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional : Form;
};

interface Optional {
	readonly optional: Form;
}

function optional(form: Form): Optional {
	return { optional: form };
}

function choice(...of: readonly unknown[]): Form {
	return { kind: "choice", of };
}

function list(of: Form, filled = false): Form {
	return { kind: "list", of, filled };
}

function node<T extends object>(fields: FieldsOf<T>): NodeForm {
	return nodeOf(fields);
}

function kinds<S extends { readonly kind: string }>(
	of: {
		readonly [K in S["kind"]]: FieldsOf<Extract<S, { readonly kind: K }>>;
	},
): Form {
	const forms = Object.entries<Readonly<Record<string, Form | Optional>>>(of);
	return {
		kind: "kinds",
		of: new Map(forms.map(([kind, fields]) => [kind, nodeOf(fields)])),
	};
}

function nodeOf(fields: Readonly<Record<string, Form | Optional>>): NodeForm {
	const entries = Object.entries(fields).map(([key, field]) => {
		const optional = "optional" in field;
		return [
			key,
			{ form: optional ? field.optional : field, optional },
		] as const;
	});
	return { kind: "node", fields: new Map(entries) };
}
