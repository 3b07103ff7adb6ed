import { resolveObject } from "../../model/resolve.ts";
import type {
	ApiModel,
	Body,
	Operation,
	Origin,
	Pagination,
	Parameter,
	Response,
	ResponseHeader,
	Shape,
} from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import { basisOf, sourceOf } from "./basis.ts";
import { compact } from "./compact.ts";
import { templateName } from "./paths.ts";
import type { Schemas } from "./schema.ts";
import { tagOf } from "./tags.ts";

/** What the rest of the document says of an operation. */
export interface OperationFacts {
	/** Unique in the document: `magicTransit_ipsecTunnels_get`. */
	readonly operationId: string;
	/** Its method's path in the client: `magicTransit.ipsecTunnels.get`. */
	readonly name: string;
	/** What it needs, where that is not what the whole API needs. */
	readonly security: readonly JsonObject[] | undefined;
}

/** The operation object of an operation. */
export function operationObject(
	operation: Operation,
	{ operationId, name, security }: OperationFacts,
	schemas: Schemas,
): JsonObject {
	const { summary, description, deprecated, parameters, body } = operation;
	const {
		responses,
		pagination,
		permissions,
		origins,
		nameOrigins = [],
	} = operation;
	const tag = tagOf(operation);
	return compact({
		operationId,
		tags: tag === undefined ? undefined : [tag],
		summary,
		description,
		deprecated,
		parameters:
			parameters.length > 0
				? parameters.map((parameter) => parameterObject(parameter, schemas))
				: undefined,
		requestBody: body && bodyObject(operation, body, schemas),
		responses:
			responses.length > 0
				? Object.fromEntries(
						responses.map((response) => {
							const object = responseObject(operation, response, schemas);
							return [response.status, object];
						}),
					)
				: undefined,
		security,
		servers: operation.servers?.map(({ url }) => ({ url })),
		"x-docwright-name": name,
		"x-docwright-pagination": pagination && paginationObject(pagination),
		"x-docwright-permissions": permissions && {
			need: permissions.need,
			names: permissions.names,
		},
		...basisOf([
			...origins,
			...nameOrigins.map((origin): Origin => ({ ...origin, of: ["name"] })),
		]),
		...sourceOf(origins),
	});
}

function paginationObject({
	origins: _,
	...pagination
}: Pagination): JsonObject {
	const { items, next, more, total, ...rest } = pagination;
	return compact({
		...rest,
		items,
		next: next && { ...next },
		more,
		total: total && { ...total },
	});
}

function parameterObject(parameter: Parameter, schemas: Schemas): JsonObject {
	const { name, in: location, required, description } = parameter;
	const { deprecated, example, shape, origins } = parameter;
	const schema = schemas.schemaOf(shape);
	return compact({
		name: location === "path" ? templateName(name) : name,
		in: location,
		required: location === "path" ? true : required,
		description,
		deprecated,
		schema: compact({ ...schema, default: parameter.default }),
		example,
		...basisOf(origins),
	});
}

function bodyObject(
	{ examples }: Operation,
	{ mediaType, required, shape, suggested, description, origins }: Body,
	{ schemaOf }: Schemas,
): JsonObject {
	const example = examples.find(({ on }) => on === "request")?.value;
	// What the docs do not describe may be anything; what it is likely to be is for people to read.
	const schema =
		suggested === true
			? { "x-docwright-suggested": schemaOf(shape) }
			: schemaOf(shape);
	return compact({
		description,
		required,
		content: { [mediaType]: compact({ schema, example }) },
		...basisOf(origins),
	});
}

function responseObject(
	operation: Operation,
	response: Response,
	schemas: Schemas,
): JsonObject {
	const { status, description = "", mediaType, shape, origins } = response;
	const example = operation.examples.find(
		(each) => each.on === "response" && each.status === status,
	)?.value;
	const schema =
		shape && schemas.schemaOf(wholeBody(operation, response, shape, schemas));
	return compact({
		description,
		headers: response.headers && headerObjects(response.headers, schemas),
		content:
			mediaType === undefined
				? undefined
				: { [mediaType]: compact({ schema, example }) },
		...basisOf(origins),
	});
}

function headerObjects(
	headers: readonly ResponseHeader[],
	{ schemaOf }: Schemas,
): JsonObject {
	return Object.fromEntries(
		headers.map(({ name, required, description, shape, origins }) => [
			name,
			compact({
				description,
				required,
				schema: schemaOf(shape),
				...basisOf(origins),
			}),
		]),
	);
}

/** The failures that the docs describe once for all operations, by status. */
export function errorResponses(
	{ errors }: ApiModel,
	schemas: Schemas,
): JsonObject | undefined {
	if (errors === undefined || errors.length === 0) return undefined;
	return Object.fromEntries(
		errors.map(({ status, description = "", mediaType, shape, origins }) => [
			status,
			compact({
				description,
				content: mediaType && {
					[mediaType]: compact({ schema: shape && schemas.schemaOf(shape) }),
				},
				...basisOf(origins),
				...sourceOf(origins),
			}),
		]),
	);
}

/** The shape of the whole body: the envelope with the data in its place, where there is one. */
function wholeBody(
	{ envelope }: Operation,
	{ enveloped }: Response,
	data: Shape,
	{ model }: Schemas,
): Shape {
	const around = envelope && resolveObject(model, envelope.shape);
	if (enveloped !== true || envelope === undefined || around === undefined)
		return data;
	const properties = around.properties.map((property) =>
		property.name === envelope.data ? { ...property, shape: data } : property,
	);
	return { ...around, properties };
}
