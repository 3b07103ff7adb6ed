import type { Code } from "../../code/code.ts";
import {
	isBuiltInType,
	isIdentifier,
	pascalCase,
	pascalPart,
	unique,
} from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import type { Call } from "../../model/call.ts";
import type { ApiModel, Operation, Resource } from "../../model/types.ts";
import { type Runtime, runtimeNames } from "./runtime.ts";
import {
	growTree,
	type OperationNode,
	type ResourceNode,
	typeBases,
} from "./tree.ts";

/** Every name in the client's sources, settled before anything is printed. */
export interface Plan {
	readonly model: ApiModel;
	readonly runtime: Runtime;
	readonly className: Code;
	/** What the client's class extends: the resources right under it and the operations that hang under none. */
	readonly rootName: Code;
	/** Parents first; the first is the root, which the client itself is. */
	readonly resources: readonly ResourcePlan[];
	/** TypeScript names of named shapes, by their names in the model. */
	readonly shapes: ReadonlyMap<string, Code>;
	/** A name for an object inside of another type: the same for the same key, and nobody else's. */
	readonly nested: (key: string, preferred: string) => Code;
}

export interface ResourcePlan {
	/** Of its types and classes: `src/resources/magic-transit.ts` for all that hangs under it; without a resource, `src/operations.ts`. */
	readonly file: string;
	/** Of its functions: `src/functions/magic-transit.ts`; what hangs under no resource has no class, and one file for all. */
	readonly functionsFile: string;
	/** Of the tree that it is in: `src/methods/magic-transit.ts` for all that hangs under it; the client has its own. */
	readonly treeFile: string;
	/** The tree of the resource right under the client that it is or hangs under. */
	readonly tree: Code;
	/** Members from the client: `["magicTransit", "ipsecTunnels"]`; empty for the root. */
	readonly members: readonly string[];
	readonly className: Code;
	readonly resource: Resource | undefined;
	readonly children: readonly ResourcePlan[];
	readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
	readonly operation: Operation;
	readonly call: Call;
	/** `magicTransit.ipsecTunnels.get` */
	readonly path: string;
	readonly member: Code;
	readonly functionName: Code;
	/** `IpsecTunnelGet`, which the names of its types begin with. */
	readonly typeName: string;
	readonly params: Code;
	readonly response: Code;
}

/** Takes the first of the names that nothing has; a number tells them apart only where all of them are taken. */
type Free = (...names: readonly string[]) => Code;

/** Settles the names of everything that the client exports. */
export function planClient(
	model: ApiModel,
	runtime: Runtime,
	className: string,
): Plan {
	const taken = new Set([
		...runtimeNames(runtime),
		...["ClientOptions", "createClient", className, `${className}Resources`],
	]);
	const free: Free = (...names) => {
		const legals = names.map(legal);
		const name = legals.find((name) => !taken.has(name)) ?? legals[0] ?? "";
		return identifier(unique(name, taken));
	};
	const shapes = new Map(
		model.shapes.map(({ name }) => [name, free(shapeName(name))]),
	);
	const nested = new Map<string, Code>();
	return {
		model,
		runtime,
		className: identifier(className),
		rootName: identifier(`${className}Resources`),
		resources: planResources(model, className, free),
		shapes,
		nested(key, preferred) {
			const name = nested.get(key) ?? free(preferred, `${preferred}Property`);
			nested.set(key, name);
			return name;
		},
	};
}

function planResources(
	model: ApiModel,
	client: string,
	free: Free,
): readonly ResourcePlan[] {
	const nodes = growTree(model);
	const [root] = nodes;
	const bases = typeBases(nodes);
	const described = new Map(
		model.resources.map((resource) => [
			JSON.stringify(resource.path),
			resource,
		]),
	);
	const plans = new Map<ResourceNode, ResourcePlan>();
	// Children come after their parents, so the other way round every child is there when its parent asks for it.
	const own = nodes.map((node) => {
		const { one = "", many = "" } = bases.get(node) ?? {};
		const className =
			node === root ? identifier(client) : free(many, `${many}Resource`);
		return { node, className, operations: planOperations(node, one, free) };
	});
	const trees = new Map<string | undefined, Code>();
	for (const { members } of nodes)
		if (!trees.has(members[0]))
			trees.set(members[0], free(`${members[0] ?? "own"}Methods`));
	for (const { node, className, operations } of own.toReversed())
		plans.set(node, {
			...filesOf(node),
			tree: trees.get(node.members[0]) ?? className,
			members: node.members,
			className,
			resource: described.get(JSON.stringify(node.wire)),
			children: node.children.flatMap((child) => plans.get(child) ?? []),
			operations,
		});
	return nodes.flatMap((node) => plans.get(node) ?? []);
}

function filesOf({
	files,
}: ResourceNode): Pick<ResourcePlan, "file" | "functionsFile" | "treeFile"> {
	const [name] = files;
	return name === undefined
		? {
				file: "src/operations.ts",
				functionsFile: "src/operations.ts",
				treeFile: "src/client.ts",
			}
		: {
				file: `src/resources/${name}.ts`,
				functionsFile: `src/functions/${name}.ts`,
				treeFile: `src/methods/${name}.ts`,
			};
}

function planOperations(
	{ members, operations }: ResourceNode,
	base: string,
	free: Free,
): readonly OperationPlan[] {
	return operations.map(({ operation, call, member }: OperationNode) => {
		const typeName = base + pascalPart(call.path.at(-1) ?? "");
		return {
			operation,
			call,
			path: [...members, member].join("."),
			member: identifier(member),
			functionName: free(typeName.charAt(0).toLowerCase() + typeName.slice(1)),
			typeName,
			params: free(`${typeName}Params`),
			response: free(`${typeName}Response`),
		};
	});
}

function shapeName(name: string): string {
	return isIdentifier(name) ? name : pascalCase(name);
}

/** A name that can be declared and hides nothing that the files themselves refer to. */
function legal(name: string): string {
	const free = /^[0-9]/.test(name) ? `_${name}` : name;
	return isBuiltInType(free) ? `${free}_` : free;
}
