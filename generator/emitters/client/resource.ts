import { type Code, code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type { ClassDeclaration, Declaration } from "../../code/declarations.ts";
import { identifier } from "../../code/property.ts";
import { basisOf, span } from "./facts.ts";
import { shapesIn } from "./homes.ts";
import { declareOperation, methodOf } from "./operations.ts";
import type { ResourcePlan } from "./plan.ts";
import { declareShape } from "./shapes.ts";
import type { Scope } from "./types.ts";

/** What a resource's file declares: its types, its operations and its class. */
export function declareResource(
	plan: ResourcePlan,
	scope: Scope,
	homes: ReadonlyMap<string, string>,
): readonly Declaration[] {
	return [
		...shapesIn(plan.file, scope.plan.model, homes).flatMap((shape) =>
			declareShape(shape, scope),
		),
		...plan.operations.flatMap((operation) =>
			declareOperation(operation, scope),
		),
		...(plan.members.length === 0 ? [] : [classOf(plan, scope)]),
	];
}

/** The fields that hold a resource's children, and the statements that fill them. */
export function childrenOf({ children }: ResourcePlan, client: Code) {
	const named = children.map((child) => ({
		child,
		name: identifier(child.members.at(-1) ?? ""),
	}));
	return {
		fields: named.map(({ child, name }) => ({
			name,
			type: child.className,
			docs: docsOf(child),
		})),
		body: named.map(
			({ child, name }) =>
				code`this.${name} = new ${child.className}(${client});`,
		),
	};
}

function classOf(plan: ResourcePlan, scope: Scope): ClassDeclaration {
	const { className: name, operations } = plan;
	const { fields, body } = childrenOf(plan, code`client`);
	const kept = operations.length > 0;
	const client = { name: code`#client`, type: code`ClientCore` };
	return {
		kind: "class",
		name,
		docs: docsOf(plan),
		fields: kept ? [client, ...fields] : fields,
		parameters: [{ name: code`client`, type: code`ClientCore` }],
		body: kept ? [code`this.#client = client;`, ...body] : body,
		methods: operations.map((operation) =>
			methodOf(operation, scope, code`this.#client`),
		),
	};
}

function docsOf({ members, resource }: ResourcePlan) {
	const { title, description, origins } = resource ?? {};
	return docComment({
		paragraphs: [
			title ?? `What hangs under ${span(members.join("."))}.`,
			description,
			origins && basisOf(origins),
		],
	});
}
