import { type Code, code, joinCode } from "../../code/code.ts";
import type { Declaration } from "../../code/declarations.ts";
import { stringLiteral } from "../../code/literal.ts";
import { unique, variableName } from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import { resolve, resolveObject } from "../../model/resolve.ts";
import { streamAnswer } from "../../model/stream-answer.ts";
import { answersBytes, answersText } from "../../model/text-answer.ts";
import type { Body } from "../../model/types.ts";
import { fromRuntime, fromScope, importPath, importsOf } from "./imports.ts";
import { filed, hasParams, isScalar, sentAsIs, sentMembers } from "./params.ts";
import type { OperationPlan } from "./plan.ts";
import { successesOf } from "./responses.ts";
import {
	anyOf,
	anything,
	type Member,
	membersOf,
	objectOf,
	type SchemaScope,
	schemaOf,
} from "./schemas.ts";
import { withoutItself } from "./shapes.ts";
import type { SourceFile } from "./source-file.ts";
import type { Scope } from "./types.ts";

/** `src/schemas.ts`: a Standard Schema for each named shape, and for the params and the data of each operation. */
export function schemasFile(
	types: Scope,
	homes: ReadonlyMap<string, string>,
): SourceFile {
	const path = "src/schemas.ts";
	const { plan } = types;
	const { model, runtime, resources, shapes } = plan;
	const operations = resources.flatMap((resource) => resource.operations);
	const taken = new Set([
		...["s", "t", "schemas", "feature"],
		...shapes.values(),
		...operations.flatMap(({ params, response }) => [params, response]),
	]);
	const constantOf = (type: Code) =>
		identifier(unique(variableName(type), taken));
	const constants = new Map(
		[...shapes].map(([wire, type]) => [wire, constantOf(type)]),
	);
	const scope: SchemaScope = { ...types, constants, depth: 0 };
	const lines: Code[] = [];
	const declare = (type: Code, name: Code, schema: Code) =>
		lines.push(code`export const ${name}: s.Schema<${type}> = ${schema};`);
	for (const shape of model.shapes) {
		const { name } = shape;
		const schema = schemaOf(withoutItself(shape, model), scope);
		const type = code`t.${shapes.get(name) ?? code``}`;
		declare(type, constants.get(name) ?? code``, lazily(schema));
	}
	const entries: Code[] = [];
	for (const operation of operations) {
		const response = constantOf(operation.response);
		const data = simply(dataOf(operation, scope));
		declare(dataType(operation, scope), response, data);
		const pair = [response];
		if (hasParams(operation)) {
			const params = constantOf(operation.params);
			const schema = simply(paramsOf(operation, scope));
			declare(code`t.${operation.params}`, params, schema);
			pair.push(params);
		}
		const name = stringLiteral(operation.path);
		entries.push(code`\t${name}: [${joinCode(pair, code`, `)}],\n`);
	}
	const from = importPath(path, runtime.homes.get("lazy") ?? "");
	const wanted = [
		...fromRuntime(plan, ["Feature"], { type: true }),
		...fromRuntime(plan, ["validation"], { type: false }),
	];
	const functions = importPath(path, "src/functions.ts");
	const declarations: readonly Declaration[] = [
		...(lines.length > 0
			? [code`import type * as t from "${functions}";`]
			: []),
		code`import * as s from "${from}";`,
		code`export type { Schema, Schemas } from "${from}";`,
		...lines,
		code`/** Of every operation, for \`validation\`. */\nexport const schemas: s.Schemas = /* @__PURE__ */ s.ofOperations({\n${entries}});`,
		code`/** Holds calls to all of these: \`new Client({ validate: "throw", schemas })\` behind \`import * as schemas\`. */\nexport const feature: Feature = /* @__PURE__ */ validation(schemas);`,
	].map((text) => ({ kind: "statement", text }));
	const imports = importsOf(path, [...wanted, ...fromScope(types, homes)]);
	return { path, imports, declarations };
}

/** Schemas refer to each other in any order, and most programs use few: each is made when it is first used. */
function lazily(schema: Code): Code {
	return code`/* @__PURE__ */ s.lazy(() => ${schema})`;
}

/** What is there already needs no making. */
function simply(schema: Code): Code {
	return /^[\w$.]+$/.test(schema) ? schema : lazily(schema);
}

/** The type of what an operation resolves to, or of one item where that is a stream. */
function dataType({ operation, response }: OperationPlan, { plan }: Scope) {
	return streamAnswer(plan.model, operation)
		? code`s.ItemOf<t.${response}>`
		: code`t.${response}`;
}

/** The schema of what an operation resolves to, or of one item where that is a stream. */
function dataOf({ operation, response }: OperationPlan, scope: SchemaScope) {
	const stream = streamAnswer(scope.plan.model, operation);
	if (stream?.kind === "textEvents") return code`s.text`;
	if (!stream && answersText(operation)) return code`s.text`;
	if (answersBytes(operation)) return code`s.opaque<t.${response}>()`;
	return anyOf(
		successesOf(operation).map(({ shape, mediaType }) =>
			shape !== undefined
				? schemaOf(shape, { ...scope, direction: "received" })
				: mediaType === undefined
					? code`s.nothing`
					: anything,
		),
	);
}

/** The schema of the object that an operation takes. */
function paramsOf(plan: OperationPlan, types: SchemaScope): Code {
	const scope: SchemaScope = { ...types, direction: "sent" };
	const inner = { ...scope, depth: 1 };
	const members: Member[] = sentMembers(plan).map(
		({ name, in: location, required, shape }) => ({
			name,
			required: required === true,
			schema:
				location === "path" && !isScalar(shape)
					? code`s.text`
					: schemaOf(shape, inner),
		}),
	);
	const { call, operation } = plan;
	const { body } = operation;
	if (body !== undefined && call.body === "whole")
		members.push({
			name: "body",
			required: body.required === true && !call.sendsEmpty,
			schema: bodyOf(body, plan, inner),
		});
	if (body !== undefined && call.body === "fields" && !body.suggested)
		members.push(...fieldsOf(body, scope));
	return objectOf(members, scope);
}

function bodyOf(body: Body, { params }: OperationPlan, scope: SchemaScope) {
	const { model } = scope.plan;
	const { shape, suggested } = body;
	const open = suggested === true && resolve(model, shape).kind === "object";
	return open || sentAsIs(body)
		? code`s.opaque<NonNullable<t.${params}["body"]>>()`
		: schemaOf(shape, { ...scope, ...filed(body, scope) });
}

/** The properties of a body. Objects inside of a named shape are those that responses have, too. */
function fieldsOf(body: Body, scope: SchemaScope): readonly Member[] {
	const shape = resolveObject(scope.plan.model, body.shape);
	if (shape === undefined) return [];
	const inner: SchemaScope = { ...scope, ...filed(body, scope) };
	if (body.shape.kind !== "reference") return membersOf(shape, inner);
	const sent = shape.properties.filter(({ readOnly }) => !readOnly);
	return membersOf(
		{ ...shape, properties: sent },
		{ ...inner, direction: "received" },
	);
}
