import { originOf } from "./own-server.ts";
import { pathParameters, pathParts } from "./path.ts";
import { resolveObject } from "./resolve.ts";
import type { ApiModel, Operation, Origins } from "./types.ts";
import { shapesIn, shapesOf } from "./walk.ts";

/** What is wrong with a model that has the right form: each a sentence, and each a fault of ours, not of the docs. */
export function checkModel(model: ApiModel): readonly string[] {
	const names = new Set(model.shapes.map(({ name }) => name));
	const dangling = danglingReferences(model, names);
	return [
		...repeated(
			"shape",
			model.shapes.map(({ name }) => name),
		),
		...repeated(
			"operation",
			model.operations.map(({ id }) => id),
		),
		...repeated("method", model.operations.flatMap(methodName)),
		...repeated(
			"resource",
			model.resources.map(({ path }) => path.join(".")),
		),
		...[...names]
			.filter((name) => !/^[A-Za-z_$][\w$]*$/.test(name))
			.map((name) => `${JSON.stringify(name)} is no name for a shape`),
		...[
			...model.servers,
			...model.operations.flatMap(({ servers = [] }) => servers),
		]
			.filter(({ url }) => url.endsWith("/"))
			.map(({ url }) => `server ${url} ends with a slash`),
		...model.operations.flatMap(({ id, servers = [] }) =>
			servers
				.filter(({ url }) => originOf(url) === undefined)
				.map(({ url }) => `${id} is at ${url}, which is no URL`),
		),
		...dangling,
		...repeatedProperties(model),
		...model.operations.flatMap((operation) => [
			...checkPath(operation),
			...checkResponses(operation),
			...checkResource(model, operation),
			// Looking into an envelope follows its references.
			...checkPagination(operation),
			...(dangling.length === 0 ? checkEnvelope(model, operation) : []),
		]),
		...checkOrigins(model),
	];
}

function repeated(what: string, names: readonly string[]): readonly string[] {
	const seen = new Set<string>();
	const twice = names.filter((name) => seen.has(name) || !seen.add(name));
	return twice.map((name) => `${what} ${name} is there twice`);
}

function methodName({ resource, name }: Operation): readonly string[] {
	return name === undefined ? [] : [[...(resource ?? []), name].join(".")];
}

function danglingReferences(
	model: ApiModel,
	names: ReadonlySet<string>,
): readonly string[] {
	const found: string[] = [];
	for (const { shape: root, of } of shapesOf(model))
		for (const { shape } of shapesIn(root))
			if (shape.kind === "reference" && !names.has(shape.name))
				found.push(`${of} refers to ${shape.name}, which is not there`);
	return found;
}

function repeatedProperties(model: ApiModel): readonly string[] {
	const found: string[] = [];
	for (const { shape: root, of } of shapesOf(model))
		for (const { shape } of shapesIn(root))
			if (shape.kind === "object") {
				const properties = shape.properties.map(({ name }) => name);
				found.push(...repeated(`${of}: property`, properties));
			}
	return found;
}

function checkPath({ id, path, parameters }: Operation): readonly string[] {
	const inPath = pathParameters(path);
	const described = parameters.filter(
		({ in: location }) => location === "path",
	);
	const missing = inPath.filter(
		(name) => !described.some((parameter) => parameter.name === name),
	);
	const strangers = described.filter(({ name }) => !inPath.includes(name));
	const places = parameters.map(({ name, in: place }) => `${place} ${name}`);
	return [
		...missing.map((name) => `${id} has no parameter ${name}`),
		...strangers.map(({ name }) => `${id} has no ${name} in its path`),
		...described
			.filter(({ required }) => required !== true)
			.map(({ name }) => `${id} does not require ${name} of its path`),
		...repeated(`${id}: parameter`, places),
		...pathParts(path)
			.filter((part) => part.kind === "literal" && part.text.includes("/"))
			.map(() => `${id} has a slash inside a segment`),
	];
}

function checkResponses({ id, responses }: Operation): readonly string[] {
	const statuses = responses.map(({ status }) => status);
	return [
		...repeated(`${id}: response`, statuses),
		...responses.flatMap(({ status, headers = [] }) =>
			repeated(
				`${id} ${status}: header`,
				headers.map(({ name }) => name.toLowerCase()),
			),
		),
		...statuses
			.filter((status) => !/^([1-5]\d\d|[1-5]XX|default)$/.test(status))
			.map((status) => `${id} has the status ${JSON.stringify(status)}`),
	];
}

function checkResource(
	{ resources }: ApiModel,
	{ id, resource }: Operation,
): readonly string[] {
	// What is under no resource is a method of the client itself.
	if (resource === undefined || resource.length === 0) return [];
	const wanted = JSON.stringify(resource);
	return resources.some(({ path }) => JSON.stringify(path) === wanted)
		? []
		: [`${id} is under ${resource.join(".")}, which is not a resource`];
}

function checkPagination({
	id,
	pagination,
	parameters,
}: Operation): readonly string[] {
	const queries = parameters.filter((one) => one.in === "query");
	return [pagination?.parameter, pagination?.size].flatMap((name) =>
		name === undefined || queries.some((one) => one.name === name)
			? []
			: [`${id}: its pages have no parameter ${name}`],
	);
}

function checkEnvelope(
	model: ApiModel,
	{ id, envelope, responses }: Operation,
): readonly string[] {
	if (envelope === undefined)
		return responses
			.filter(({ enveloped }) => enveloped === true)
			.map(({ status }) => `${id} has no envelope for ${status}`);
	const { data, success, errors } = envelope;
	const names = resolveObject(model, envelope.shape)?.properties.map(
		({ name }) => name,
	);
	return [data, success, errors]
		.filter((name) => name !== undefined && names?.includes(name) !== true)
		.map((name) => `${id}: its envelope has no ${name}`);
}

/** Spans lie in documents that were read, and do not end before they start. */
function checkOrigins(model: ApiModel): readonly string[] {
	const documents = new Set(model.documents);
	const all: readonly Origins[] = [
		...model.operations.flatMap(({ servers = [] }) =>
			servers.map(({ origins }) => origins),
		),
		...model.operations.flatMap(({ origins, parameters, responses }) => [
			origins,
			...parameters.map((parameter) => parameter.origins),
			...responses.map((response) => response.origins),
			...responses.flatMap(({ headers = [] }) =>
				headers.map((header) => header.origins),
			),
		]),
		...model.shapes.map(({ origins }) => origins),
		...model.security.map(({ origins }) => origins),
	];
	const spans = all.flatMap((origins) => origins.map(({ span }) => span));
	const strangers = spans.filter(({ file }) => !documents.has(file));
	return [
		...new Set(strangers.map(({ file }) => `${file} is not a document`)),
		...spans
			.filter(({ start, end }) => start.line < 1 || end.offset < start.offset)
			.map(({ file, start }) => `${file}:${start.line} is not a span`),
	];
}
