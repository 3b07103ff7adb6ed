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
} from "../../code/declarations.ts";
import { variableName } from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import type { Operation, Parameter } from "../../model/types.ts";
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
import { bodyText, declareParams, hasParams, pathType } from "./params.ts";
import type { OperationPlan } from "./plan.ts";
import { declareResponse } from "./responses.ts";
import { deprecatedTag, type Scope } from "./types.ts";

/** What a resource's file declares for one operation: its types, its constant and its function. */
export function declareOperation(
	plan: OperationPlan,
	scope: Scope,
): readonly Declaration[] {
	const nested: InterfaceDeclaration[] = [];
	const inner: Scope = { ...scope, nested };
	const params = declareParams(plan, { ...inner, direction: "sent" });
	const response = declareResponse(plan, { ...inner, direction: "received" });
	return [
		...params,
		...response,
		...nested,
		descriptorOf(plan, scope),
		{ kind: "function", ...functionOf(plan, scope) },
	];
}

/** The function of an operation; the resource's method has the same signature without `client`. */
export function functionOf(
	plan: OperationPlan,
	scope: Scope,
): Omit<FunctionDeclaration, "kind"> {
	const { positional } = plan.call;
	const own = parametersOf(plan, scope);
	const first = positional === undefined ? code`undefined` : nameOf(positional);
	const params = hasParams(plan) ? code`params` : code`undefined`;
	const { returns, caller } = callingOf(plan, scope);
	return {
		name: plan.functionName,
		docs: docsOf(plan, scope, "client"),
		parameters: [{ name: code`client`, type: code`ClientCore` }, ...own],
		returns,
		body: code`return ${identifier(caller)}(client, ${plan.constant}, ${first}, ${params}, options);`,
	};
}

/** The method of an operation in its resource's class, which has the client. */
export function methodOf(
	plan: OperationPlan,
	scope: Scope,
	client: Code,
): Omit<FunctionDeclaration, "kind"> {
	const parameters = parametersOf(plan, scope);
	const given = [client, ...parameters.map(({ name }) => name)];
	return {
		name: plan.member,
		docs: docsOf(plan, scope),
		parameters,
		returns: callingOf(plan, scope).returns,
		body: code`return ${plan.functionName}(${joinCode(given, code`, `)});`,
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
			type: required ? plan.params : code`${plan.params} | undefined`,
			optional: !required,
		});
	const options = code`${callingOf(plan, scope).options} | undefined`;
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
	plan: OperationPlan,
	scope: Scope,
	client?: "client",
): Comment | undefined {
	const { operation, call } = plan;
	const { summary, description, deprecated } = operation;
	const { positional } = call;
	const tags: CommentTag[] = [];
	if (client !== undefined)
		tags.push(param(code`client`, "What `createClient` makes."));
	if (positional !== undefined)
		tags.push(param(nameOf(positional), positionalText(positional)));
	if (hasParams(plan)) {
		const what = call.body === "none" ? "Parameters" : "Parameters and body";
		const optional = call.required ? "" : "; may be left out";
		tags.push(param(code`params`, `${what} under wire names${optional}.`));
	}
	tags.push(
		param(code`options`, "Headers, query, timeout and signal of this call."),
	);
	if (deprecated === true) tags.push(deprecatedTag);
	return docComment({
		paragraphs: [
			summary,
			description,
			permissionsText(operation),
			bodyText(operation),
			pagesText(operation, scope),
			basisText(operation),
			placesOf(operation),
		],
		tags,
	});
}

function param(name: Code, text: string): CommentTag {
	return { tag: "param", name, text };
}

function positionalText({ description, shape, origins }: Parameter): string {
	return paragraph(
		sentence(description) ?? "A segment of the path.",
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

function basisText({ origins, nameOrigins, envelope }: Operation): string {
	return paragraph(
		basisOf(origins, "the operation"),
		nameOrigins && basisOf(nameOrigins, "the method's name"),
		envelope && basisOf(envelope.origins, "the envelope"),
	);
}
