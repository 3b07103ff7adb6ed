import { type Code, code, joinCode } from "../../code/code.ts";
import {
	type Comment,
	type CommentTag,
	docComment,
} from "../../code/comment.ts";
import type {
	Declaration,
	FunctionDeclaration,
	InterfaceDeclaration,
	ParameterDeclaration,
	SignatureDeclaration,
} from "../../code/declarations.ts";
import { variableName } from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import { foreignOrigins, originOf, ownServer } from "../../model/own-server.ts";
import type { ApiModel, Operation, Parameter } from "../../model/types.ts";
import { descriptorOf } from "./descriptor.ts";
import {
	basisOf,
	constraintsOf,
	paragraph,
	placesOf,
	sentence,
	span,
} from "./facts.ts";
import { callingOf, pagesText } from "./pages.ts";
import { declareParams, hasParams, pathType } from "./params.ts";
import type { OperationPlan, ResourcePlan } from "./plan.ts";
import { declareResponse } from "./responses.ts";
import { deprecatedTag, type Scope } from "./types.ts";

/** The types of one operation. */
export function declareTypes(
	plan: OperationPlan,
	scope: Scope,
): readonly Declaration[] {
	const nested: InterfaceDeclaration[] = [];
	const inner: Scope = { ...scope, nested };
	const params = declareParams(plan, { ...inner, direction: "sent" });
	const response = declareResponse(plan, { ...inner, direction: "received" });
	return [...params, ...response, ...nested];
}

/** The function of an operation; the resource's method has the same signature without `client`, and the docs. */
export function declareFunction(
	plan: OperationPlan,
	{ className }: ResourcePlan,
	scope: Scope,
): FunctionDeclaration {
	const { positional } = plan.call;
	const { parameters, ...signature } = signatureOf(plan, scope);
	const given = [
		code`client`,
		descriptorOf(plan, scope),
		positional === undefined ? code`undefined` : nameOf(positional),
		hasParams(plan) ? code`params` : code`undefined`,
		code`options`,
	];
	const { caller } = callingOf(plan, scope);
	scope.calls.add(caller);
	scope.uses.add("ClientCore");
	const link = code`${className}.${plan.member}`;
	return {
		kind: "function",
		...signature,
		name: plan.functionName,
		docs: docComment({ link, paragraphs: [] }),
		parameters: [{ name: code`client`, type: code`ClientCore` }, ...parameters],
		body: code`return ${identifier(caller)}(${joinCode(given, code`, `)});`,
	};
}

/** The signature of an operation's method, with its docs. */
export function signatureOf(
	plan: OperationPlan,
	scope: Scope,
): SignatureDeclaration {
	return {
		name: plan.member,
		docs: docsOf(plan, scope),
		parameters: parametersOf(plan, scope),
		returns: callingOf(plan, scope).returns,
	};
}

function parametersOf(
	plan: OperationPlan,
	scope: Scope,
): readonly ParameterDeclaration[] {
	const { positional, required } = plan.call;
	const parameters: ParameterDeclaration[] = [];
	if (positional !== undefined)
		parameters.push({
			name: nameOf(positional),
			type: pathType(positional.shape, scope),
		});
	if (hasParams(plan))
		parameters.push({
			name: code`params`,
			type: plan.params,
			optional: !required,
		});
	const { options } = callingOf(plan, scope);
	parameters.push({ name: code`options`, type: options, optional: true });
	return parameters;
}

function nameOf({ name }: Parameter): Code {
	const free = variableName(name);
	const clashes = ["call", "client", "listed", "options", "params"].includes(
		free,
	);
	return identifier(clashes ? `${free}_` : free);
}

function docsOf(
	{ operation, call }: OperationPlan,
	scope: Scope,
): Comment | undefined {
	const { summary, description, deprecated } = operation;
	const { positional } = call;
	const tags: CommentTag[] = [];
	if (positional !== undefined) {
		const text = positionalText(positional);
		if (text !== "")
			tags.push({ tag: "param", name: nameOf(positional), text });
	}
	if (deprecated === true) tags.push(deprecatedTag);
	return docComment({
		paragraphs: [
			summary,
			description,
			permissionsText(operation),
			serverText(operation, scope.plan.model),
			pagesText(operation, scope),
			paragraph(placesOf(operation), basisText(operation)),
		],
		tags,
	});
}

function positionalText({ description, shape, origins }: Parameter): string {
	return paragraph(
		sentence(description),
		constraintsOf(shape),
		basisOf(origins),
	);
}

function permissionsText({ permissions }: Operation): string | undefined {
	if (permissions === undefined) return undefined;
	const { need, names, origins } = permissions;
	const count =
		names.length > 1 ? (need === "any" ? "any of " : "all of ") : "";
	return paragraph(
		`Permissions: ${count}${names.map(span).join(", ")}.`,
		basisOf(origins),
	);
}

/** Where it is called, and what goes there, if that is not where the API is. */
function serverText(operation: Operation, model: ApiModel): string | undefined {
	const server = ownServer(operation);
	if (server === undefined) return undefined;
	const origin = originOf(server.url) ?? "";
	return paragraph(
		`Is at ${span(server.url)}, unless the client is given a ${span("baseURL")}.`,
		foreignOrigins(model).includes(origin)
			? `Credentials go there only if the option ${span("trustedOrigins")} lists ${span(origin)}.`
			: undefined,
		basisOf(server.origins),
	);
}

function basisText({ origins, nameOrigins, envelope }: Operation): string {
	return paragraph(
		basisOf(origins, "operation"),
		nameOrigins && basisOf(nameOrigins, "name"),
		envelope && basisOf(envelope.origins, "envelope"),
	);
}
