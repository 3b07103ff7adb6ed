import { type Code, code, joinCode } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	InterfaceDeclaration,
	StatementDeclaration,
} from "../../code/declarations.ts";
import { stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { basisOf } from "./facts.ts";
import { declareTypes, signatureOf } from "./operations.ts";
import type { ResourcePlan } from "./plan.ts";
import type { Scope } from "./types.ts";

/** The types of a resource: those of its operations and the interface that offers these as methods. */
export function declareResource(
	plan: ResourcePlan,
	scope: Scope,
): readonly Declaration[] {
	const { operations, members } = plan;
	return [
		...operations.flatMap((operation) => declareTypes(operation, scope)),
		...(members.length === 0 ? [] : [interfaceOf(plan, scope)]),
	];
}

/** The class of a resource: the one at its place in the tree that it hangs in. */
export function classOf(
	{ className, members, tree }: ResourcePlan,
	scope: Scope,
): StatementDeclaration {
	scope.uses.add("ResourceClass");
	const place = joinCode(members.slice(1).map(stringLiteral), code`, `);
	return {
		kind: "statement",
		text: code`export const ${className}: ResourceClass<${className}> = /* @__PURE__ */ ${tree}(${place});`,
	};
}

/** The interface of a resource: its methods, and what hangs under it. */
export function interfaceOf(
	plan: ResourcePlan,
	scope: Scope,
): InterfaceDeclaration {
	const { className, operations, children, resource } = plan;
	const { title, description, origins } = resource ?? {};
	return {
		kind: "interface",
		name: className,
		docs: docComment({
			paragraphs: [title, description, origins && basisOf(origins)],
		}),
		properties: children.map((child) => ({
			key: memberOf(child),
			type: child.className,
			optional: false,
			constant: true,
		})),
		methods: operations.map((operation) => signatureOf(operation, scope)),
	};
}

/** The name of a resource in what it hangs under. */
export function memberOf({ members }: ResourcePlan): Code {
	return identifier(members.at(-1) ?? "");
}
