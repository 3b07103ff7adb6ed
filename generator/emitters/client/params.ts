import { type Code, code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	PropertyDeclaration,
} from "../../code/declarations.ts";
import { pascalPart } from "../../code/names.ts";
import { propertyKey } from "../../code/property.ts";
import { encodingOf } from "../../model/encoding.ts";
import { namedShape, resolveObject } from "../../model/resolve.ts";
import type {
	ApiModel,
	Body,
	Operation,
	Parameter,
	Shape,
} from "../../model/types.ts";
import { basisOf, paragraph } from "./facts.ts";
import type { OperationPlan } from "./plan.ts";
import { placeOfShape } from "./shapes.ts";
import {
	docsOf,
	orUndefined,
	type Place,
	placeFor,
	propertiesOf,
	type Scope,
	typeOf,
} from "./types.ts";

/** The type of the object that an operation takes: its parameters and its body's properties under wire names. */
export function declareParams(
	plan: OperationPlan,
	scope: Scope,
): readonly Declaration[] {
	if (!hasParams(plan)) return [];
	const { operation, call, params: name } = plan;
	const { body } = operation;
	const own = sentMembers(plan).map((parameter) =>
		memberOf(parameter, plan, scope),
	);
	const docs = docComment({
		paragraphs: [call.body === "whole" ? undefined : bodyText(operation)],
	});
	const declaration = { kind: "interface", name, docs } as const;
	if (body === undefined || call.body === "none")
		return [{ ...declaration, properties: own }];
	if (call.body === "whole") {
		const properties = [...own, wholeBody(body, plan, scope)];
		return [{ ...declaration, properties }];
	}
	if (body.suggested === true) {
		const suggested = suggestedType(body.shape, plan, scope);
		return [{ ...declaration, extends: [suggested], properties: own }];
	}
	const shape = resolveObject(scope.plan.model, body.shape);
	if (shape === undefined) return [{ ...declaration, properties: own }];
	const { place, inner } = within(body.shape, plan, filed(body, scope));
	const properties = [...own, ...propertiesOf(shape, place, inner)];
	const index = shape.open === true ? code`unknown` : undefined;
	return [{ ...declaration, properties, index }];
}

/** True when there is anything to give an operation beside what is given by position. */
export function hasParams(plan: OperationPlan): boolean {
	return plan.call.body !== "none" || sentMembers(plan).length > 0;
}

/** What the docs say of a body as a whole. */
function bodyText({ body }: Operation): string | undefined {
	if (body === undefined) return undefined;
	const { description, suggested, shape, origins } = body;
	const silent =
		suggested === true
			? "The docs do not state the body: known properties are offered, none is required, others may be sent."
			: shape.kind === "unknown"
				? "The docs do not state the body."
				: undefined;
	const text = paragraph(description, silent, basisOf(origins, "body"));
	return text === "" ? undefined : text;
}

/** The type of a value in a path, which is one segment of it. */
export function pathType(shape: Shape, scope: Scope) {
	return isScalar(shape)
		? typeOf(shape, { name: "", key: "" }, scope)
		: code`string`;
}

/** The parameters among the params: the runtime sends no cookies of its own. */
export function sentMembers({ call }: OperationPlan): readonly Parameter[] {
	return call.members.filter((parameter) => parameter.in !== "cookie");
}

function memberOf(
	parameter: Parameter,
	{ typeName, path, operation }: OperationPlan,
	scope: Scope,
): PropertyDeclaration {
	const { name, in: location, shape, required } = parameter;
	const place = { name: typeName + pascalPart(name), key: `${path}?${name}` };
	const type =
		location === "path" ? pathType(shape, scope) : typeOf(shape, place, scope);
	const optional = required !== true;
	const isHeader = operation.parameters.some(
		(other) => other.name === name && other.in === "header",
	);
	const lead = {
		path: undefined,
		query: isHeader ? "Query parameter, and header." : "Query parameter.",
		header: "Header.",
		cookie: undefined,
	}[location];
	return {
		key: propertyKey(name),
		type: optional ? orUndefined(type) : type,
		optional,
		docs: docsOf(lead === undefined ? parameter : { ...parameter, lead }),
	};
}

function wholeBody(
	body: Body,
	plan: OperationPlan,
	scope: Scope,
): PropertyDeclaration {
	const { shape, required, suggested } = body;
	const object = resolveObject(scope.plan.model, shape);
	const offered = suggested === true && object !== undefined;
	const type = offered
		? suggestedType(shape, plan, scope)
		: sentAsIs(body)
			? rawType(scope)
			: typeOf(shape, placeFor(shape, bodyPlace(plan)), filed(body, scope));
	const optional = required !== true || plan.call.sendsEmpty;
	return {
		key: propertyKey("body"),
		type: optional ? orUndefined(type) : type,
		optional,
		docs: docComment({
			paragraphs: [
				bodyText(plan.operation),
				plan.call.sendsEmpty ? "Left out, it is `{}`." : undefined,
			],
		}),
	};
}

/** The scope of what is in a body: in a form with parts, what is binary is a file. */
export function filed({ mediaType }: Body, scope: Scope): Scope {
	return encodingOf(mediaType) === "multipart"
		? { ...scope, files: true }
		: scope;
}

/** True for a body that is written as it is given: no JSON, no form. */
export function sentAsIs({ mediaType }: Body): boolean {
	return encodingOf(mediaType) === "raw";
}

function rawType({ uses }: Scope): Code {
	uses.add("RawBody");
	return code`RawBody`;
}

function suggestedType(shape: Shape, plan: OperationPlan, scope: Scope) {
	const type = typeOf(shape, bodyPlace(plan), {
		...scope,
		direction: "received",
	});
	scope.uses.add("SuggestedBody");
	return code`SuggestedBody<${type}>`;
}

/** Where the types of a body's properties come from: from the named shape that it is, or from the operation. */
function within(
	shape: Shape,
	plan: OperationPlan,
	scope: Scope,
): { readonly place: Place; readonly inner: Scope } {
	const named = lastName(shape, scope.plan.model);
	if (named === undefined) {
		const place = { name: plan.typeName, key: bodyPlace(plan).key };
		return { place, inner: scope };
	}
	const { nested: _, ...elsewhere } = scope;
	return { place: placeOfShape(scope.plan, named), inner: elsewhere };
}

/** The last named shape that references lead to. */
function lastName(shape: Shape, model: ApiModel): string | undefined {
	let name: string | undefined;
	for (
		let at = shape;
		at.kind === "reference";
		at = namedShape(model, name).shape
	)
		name = at.name;
	return name;
}

function bodyPlace({ typeName, path }: OperationPlan) {
	return { name: `${typeName}Body`, key: `${path}(body)` };
}

/** True for what has one text, as it needs to stand in a path. */
export function isScalar(shape: Shape): boolean {
	return shape.kind === "union"
		? shape.members.every(isScalar)
		: ["string", "number", "boolean", "literal"].includes(shape.kind);
}
