import { memberPaths } from "../../code/member-paths.ts";
import { pascalCase } from "../../code/names.ts";
import { type Call, callOf } from "../../model/call.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import { groupBy } from "../../text/group.ts";
import { singular } from "../../text/words.ts";

/** A resource of the client with what hangs under it; the root is the client itself. */
export interface ResourceNode {
	/** Wire names from the root. */
	readonly wire: readonly string[];
	readonly members: readonly string[];
	readonly files: readonly string[];
	readonly children: ResourceNode[];
	readonly operations: OperationNode[];
}

export interface OperationNode {
	readonly operation: Operation;
	readonly call: Call;
	readonly member: string;
}

/** The resources that hold an operation or another resource, parents first, otherwise in the order of the operations. */
export function growTree(model: ApiModel): readonly ResourceNode[] {
	const calls = model.operations.map((operation) => callOf(model, operation));
	const paths = memberPaths(calls.map(({ path }) => path));
	const root = createNode([], [], []);
	const nodes = new Map([["", root]]);
	for (const [index, operation] of model.operations.entries()) {
		const [call, path] = [calls[index], paths[index]];
		if (call === undefined || path === undefined) continue;
		let node = root;
		for (let depth = 1; depth < path.members.length; depth++) {
			const members = path.members.slice(0, depth);
			const key = members.join(".");
			const child =
				nodes.get(key) ??
				createNode(
					call.path.slice(0, depth),
					members,
					path.files.slice(0, depth),
				);
			if (!nodes.has(key)) node.children.push(child);
			nodes.set(key, child);
			node = child;
		}
		const member = path.members.at(-1) ?? "";
		node.operations.push({ operation, call, member });
	}
	return [...nodes.values()];
}

/**
 * What the types of each resource are named after: its last wire name in the singular, `IpsecTunnel`, with its parents'
 * names before it where two resources would share that.
 */
export function typeBases(
	nodes: readonly ResourceNode[],
): ReadonlyMap<ResourceNode, { readonly one: string; readonly many: string }> {
	const depths = new Map(nodes.map((node) => [node, 1]));
	const base = (node: ResourceNode, last: (wire: string) => string) => {
		const words = node.wire.slice(-(depths.get(node) ?? 1));
		const name = [...words.slice(0, -1), last(words.at(-1) ?? "")].join(" ");
		return node.wire.length === 0 ? "" : pascalCase(name);
	};
	for (let settled = false; !settled; ) {
		settled = true;
		for (const same of groupBy(nodes, (node) =>
			base(node, singular),
		).values()) {
			for (const node of same.length > 1 ? same : []) {
				const depth = depths.get(node) ?? 1;
				if (depth >= node.wire.length) continue;
				depths.set(node, depth + 1);
				settled = false;
			}
		}
	}
	// A `rule` beside `rules`: neither is more of a `Rule` than the other, and each keeps its own word.
	const shared = new Set(
		[...groupBy(nodes, (node) => base(node, singular)).values()]
			.filter(({ length }) => length > 1)
			.flat(),
	);
	return new Map(
		nodes.map((node) => {
			const many = base(node, (wire) => wire);
			const one = shared.has(node) ? many : base(node, singular);
			return [node, { one, many }];
		}),
	);
}

function createNode(
	wire: readonly string[],
	members: readonly string[],
	files: readonly string[],
): ResourceNode {
	return { wire, members, files, children: [], operations: [] };
}
