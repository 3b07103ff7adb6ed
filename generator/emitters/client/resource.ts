import { type Code, code, joinCode } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	InterfaceDeclaration,
	StatementDeclaration,
} from "../../code/declarations.ts";
import { jsonLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { basisOf } from "./facts.ts";
import { declareOperation, signatureOf } from "./operations.ts";
import type { ResourcePlan } from "./plan.ts";
import type { Scope } from "./types.ts";

/** What a file declares for a resource: its operations and the interface that offers them as methods. */
export function declareResource(
	plan: ResourcePlan,
	scope: Scope,
): readonly Declaration[] {
	const { operations, members } = plan;
	return [
		...operations.flatMap((operation) =>
			declareOperation(operation, plan, scope),
		),
		...(members.length === 0 ? [] : [interfaceOf(plan, scope)]),
	];
}

/** The class of a resource. It needs those of its children, so they stand before it. */
export function classOf(plan: ResourcePlan): StatementDeclaration {
	const { className, operations, children } = plan;
	const methods = operations.map(
		({ member, functionName }) => code`\t${member}: ${functionName},\n`,
	);
	const nested = children.map(
		(child) => code`\t${memberOf(child)}: ${child.className},\n`,
	);
	const given = [
		jsonLiteral(`${className}`),
		methods.length === 0 ? code`{}` : code`{\n${methods}}`,
		...(nested.length === 0 ? [] : [code`{\n${nested}}`]),
	];
	return {
		kind: "statement",
		text: code`export const ${className}: ResourceClass<${className}> = /* @__PURE__ */ resource(${joinCode(given, code`, `)});`,
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

function memberOf({ members }: ResourcePlan): Code {
	return identifier(members.at(-1) ?? "");
}
