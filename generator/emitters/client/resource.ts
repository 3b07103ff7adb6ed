import { type Code, code, joinCode } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	InterfaceDeclaration,
	StatementDeclaration,
} from "../../code/declarations.ts";
import { singleQuoted, stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { methodData } from "./descriptor.ts";
import { basisOf } from "./facts.ts";
import { declareTypes, signatureOf } from "./operations.ts";
import type { ResourcePlan } from "./plan.ts";
import type { RuntimeName } from "./runtime.ts";
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

/** The class of a resource. */
export function classOf(
	plan: ResourcePlan,
	scope: Scope,
): StatementDeclaration {
	const { className, members, operations, children } = plan;
	const parts = new Set<RuntimeName>();
	const methods = operations.map((operation) => {
		const text = JSON.stringify(methodData(operation, scope, parts));
		return code`\t${operation.member}: ${singleQuoted(text)},\n`;
	});
	const nested = children.map(
		(child) => code`\t${memberOf(child)}: ${child.className},\n`,
	);
	const given = [
		stringLiteral(members.join(".")),
		objectOf(methods),
		nested.length > 0 || parts.size > 0
			? code`() => (${objectOf(nested)})`
			: undefined,
		parts.size > 0
			? code`{ ${joinCode([...parts].sort().map(identifier), code`, `)} }`
			: undefined,
	];
	scope.uses.add("ResourceClass");
	for (const name of ["resource", ...parts] as const) scope.calls.add(name);
	const text = joinCode(
		given.flatMap((argument) => argument ?? []),
		code`, `,
	);
	return {
		kind: "statement",
		text: code`export const ${className}: ResourceClass<${className}> = /* @__PURE__ */ resource(${text});`,
	};
}

function objectOf(members: readonly Code[]): Code {
	return members.length === 0 ? code`{}` : code`{\n${members}}`;
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
