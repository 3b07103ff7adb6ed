import { code, joinCode } from "../../code/code.ts";
import type { StatementDeclaration } from "../../code/declarations.ts";
import { stringLiteral, templateLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { methodData } from "./descriptor.ts";
import type { ResourcePlan } from "./plan.ts";
import { memberOf } from "./resource.ts";
import type { RuntimeName } from "./runtime.ts";
import type { Scope } from "./types.ts";

/**
 * The tree of a resource right under the client: its methods and all that hangs under it, as JSON. That of the client has its
 * own methods, and beside them the trees of what hangs under it.
 */
export function treeOf(
	{ operations, children, className, members, tree }: ResourcePlan,
	scope: Scope,
): StatementDeclaration {
	const isClient = members.length === 0;
	const parts = new Set<RuntimeName>();
	const inner = isClient ? [] : children;
	const text = textOf({ operations, children: inner }, scope, parts);
	const needed = [...parts].sort().map(identifier);
	const nested = (isClient ? children : []).map(
		(other) => code`\t${memberOf(other)}: ${other.tree},\n`,
	);
	const given = [
		stringLiteral(members.join(".")),
		templateLiteral(text),
		...(needed.length > 0 || nested.length > 0
			? [needed.length > 0 ? code`{ ${joinCode(needed, code`, `)} }` : code`{}`]
			: []),
		...(nested.length > 0 ? [code`() => ({\n${nested}})`] : []),
	];
	for (const name of ["resource", ...parts] as const) scope.calls.add(name);
	scope.uses.add("ResourceTree");
	return {
		kind: "statement",
		text: code`export const ${tree}: ResourceTree<${className}> = /* @__PURE__ */ resource(${joinCode(given, code`, `)});`,
	};
}

/** A resource with a line for each method, so that a change of one is a change of one line. */
function textOf(
	{ operations, children }: Pick<ResourcePlan, "operations" | "children">,
	scope: Scope,
	parts: Set<RuntimeName>,
): string {
	const methods = operations.map((operation) => {
		const data = JSON.stringify(methodData(operation, scope, parts));
		return `${JSON.stringify(operation.member)}:${data}`;
	});
	const nested = children.map((child) => {
		const text = textOf(child, scope, parts);
		return `${JSON.stringify(memberOf(child))}:${text}`;
	});
	return nested.length === 0
		? `[${linesOf(methods)}]`
		: `[${linesOf(methods)},${linesOf(nested)}]`;
}

function linesOf(members: readonly string[]): string {
	return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n}`;
}
