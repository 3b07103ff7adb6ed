import { camelCase, fileName, unique } from "./names.ts";

/** Where one operation stands in the client and in folders of files. */
export interface MemberPath {
	/** `["magicTransit", "ipsecTunnels", "get"]` */
	readonly members: readonly string[];
	/** `["magic-transit", "ipsec-tunnels", "get"]` */
	readonly files: readonly string[];
}

/**
 * The names of operations in the client, for their wire names from the root, in the same order. What would share a name
 * (`get-pet` and `get_pet`, an operation and a resource) is numbered, resources before operations; everything else is
 * `camelCase` and `fileName` of the wire names.
 */
export function memberPaths(
	paths: readonly (readonly string[])[],
): readonly MemberPath[] {
	const root = createNode([], []);
	for (const path of paths) resourceOf(root, path);
	return paths.map((path) => {
		const { members, files, taken, takenFiles } = resourceOf(root, path);
		const name = path.at(-1) ?? "";
		return {
			members: [...members, unique(memberName(members, name), taken)],
			files: [...files, unique(fileName(name), takenFiles)],
		};
	});
}

interface Node extends MemberPath {
	readonly children: Map<string, Node>;
	readonly taken: Set<string>;
	readonly takenFiles: Set<string>;
	readonly takenFolders: Set<string>;
}

function resourceOf(root: Node, path: readonly string[]): Node {
	let node = root;
	for (const name of path.slice(0, -1)) {
		const { members, files, taken, takenFolders } = node;
		const child =
			node.children.get(name) ??
			createNode(
				[...members, unique(memberName(members, name), taken)],
				[...files, unique(fileName(name), takenFolders)],
			);
		node.children.set(name, child);
		node = child;
	}
	return node;
}

function createNode(
	members: readonly string[],
	files: readonly string[],
): Node {
	return {
		members,
		files,
		children: new Map(),
		taken: new Set(),
		takenFiles: new Set(),
		takenFolders: new Set(),
	};
}

/** At the root, a member stands beside what the client itself has. */
function memberName(parent: readonly string[], wire: string): string {
	const name = camelCase(wire);
	return parent.length === 0 && clientNames.has(name) ? `${name}_` : name;
}

const clientNames: ReadonlySet<string> = new Set(["core", "withOptions"]);
