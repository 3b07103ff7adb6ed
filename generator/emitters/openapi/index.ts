import { jsonFile } from "../../code/literal.ts";
import { memberPaths } from "../../code/member-paths.ts";
import { unique } from "../../code/names.ts";
import { callOf } from "../../model/call.ts";
import type { ApiModel, Server } from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import type { Emitter } from "../emitter.ts";
import { compact } from "./compact.ts";
import { errorResponses, operationObject } from "./operation.ts";
import { pathItems } from "./paths.ts";
import { openSchemas } from "./schema.ts";
import { securityOf } from "./security.ts";
import { tagsOf } from "./tags.ts";

/** Makes `openapi.json`: OpenAPI 3.1 of the same model that the client is made of. */
export function openApiEmitter(): Emitter {
	return {
		name: "openapi",
		emit(model) {
			return [{ path: "openapi.json", text: jsonFile(openApiOf(model)) }];
		},
	};
}

/** The model as an OpenAPI 3.1 document; what OpenAPI has no word for stands under `x-docwright-`. */
export function openApiOf(model: ApiModel): JsonObject {
	const schemas = openSchemas(model);
	const security = securityOf(model);
	const paths = memberPaths(
		model.operations.map((operation) => callOf(model, operation).path),
	);
	const ids = new Set<string>();
	const operations = model.operations.map((operation, index) => {
		const members = paths[index]?.members ?? [];
		const operationId = unique(members.join("_"), ids);
		const name = members.join(".");
		const needs = security.ofOperation(operation);
		const facts = { operationId, name, security: needs };
		return operationObject(operation, facts, schemas);
	});
	return compact({
		openapi: "3.1.0",
		// The docs of an API seldom say a version, and OpenAPI does not go without one.
		info: compact({
			title: model.title,
			version: "0.0.0",
			description: notesText(model),
		}),
		servers: filled(model.servers.map(serverObject)),
		security: filled(security.requirements),
		tags: filled(tagsOf(model)),
		paths: pathItems(model.operations, operations),
		components: compact({
			responses: errorResponses(model, schemas),
			schemas: schemas.components,
			securitySchemes: security.schemes,
		}),
	});
}

/** The chapters about the API as a whole. */
function notesText({ notes = [] }: ApiModel): string | undefined {
	return notes.length === 0
		? undefined
		: notes.map(({ title, text }) => `## ${title}\n\n${text}`).join("\n\n");
}

/** A URL, and a variable for each of its placeholders, which OpenAPI wants a default for. */
function serverObject({ url }: Server): JsonObject {
	const names = [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
	return names.length === 0
		? { url }
		: {
				url,
				variables: Object.fromEntries(
					names.map((name) => [name, { default: name }]),
				),
			};
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
	return list.length > 0 ? list : undefined;
}
