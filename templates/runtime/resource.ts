import { call } from "./call.js";
import type { ClientCore } from "./client-core.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import type { ownServer } from "./own-server.js";

/** Makes a resource for a client: an object with a method for each operation and what hangs under it. */
export interface ResourceClass<T> {
	new (client: ClientCore): T;
	readonly prototype: T;
}

/** A resource and all that hangs under it, from which classes are made. */
export interface ResourceTree<T> {
	/** The class of the resource itself. */
	(): ResourceClass<T>;
	/** The class of what hangs under it, by the members that lead there. */
	<U>(...members: readonly [string, ...string[]]): ResourceClass<U>;
}

/** The runtime's functions that methods name, by their names; who has no such method does not load them. */
interface Parts {
	readonly [name: string]: unknown;
	readonly listed?: unknown;
	readonly ownServer?: typeof ownServer;
}

/** A resource in JSON: its methods, and what hangs under it. */
type Tree = readonly [
	methods: Readonly<Record<string, MethodData>>,
	children?: Readonly<Record<string, Tree>>,
];

/**
 * The resource at a path like `library`, with all that hangs under it, which `text` describes as the JSON of `Tree`. A client has
 * many resources and a program uses few: text costs next to nothing to load, and is read when the first of the resources
 * in it is made. `others` hang under it as well, each with a text of its own.
 */
export function resource<T>(
	path: string,
	text: string,
	parts: Parts = {},
	others: () => Readonly<Record<string, ResourceTree<unknown>>> = () => ({}),
): ResourceTree<T> {
	const classes = new Map<string, ResourceClass<never>>();
	let tree: Tree | undefined;
	const classAt = (...members: readonly string[]): ResourceClass<never> => {
		const name = [path, ...members].filter((part) => part !== "").join(".");
		const known = classes.get(name);
		if (known !== undefined) return known;
		const made = resourceClass(name, (prototype) => {
			tree ??= JSON.parse(text) as Tree;
			const [methods, children = {}] = members.reduce(treeUnder, tree);
			for (const [member, data] of Object.entries(methods))
				addMethod(prototype, member, () =>
					methodFrom(
						{ ...data, name: name ? `${name}.${member}` : member },
						parts,
					),
				);
			for (const member of Object.keys(children))
				addChild(prototype, member, () => classAt(...members, member));
			if (members.length === 0)
				for (const [member, other] of Object.entries(others()))
					addChild(prototype, member, other);
		});
		classes.set(name, made);
		return made;
	};
	return classAt;
}

function treeUnder([, children = {}]: Tree, member: string): Tree {
	const child = children[member];
	if (child === undefined) throw new TypeError(`Nothing is called ${member}`);
	return child;
}

/** A class that gets its members with its first object. */
function resourceClass(
	name: string,
	addMembers: (prototype: object) => void,
): ResourceClass<never> {
	let complete = false;
	// Of a class, an engine would make the prototype with it, and not when it is first asked for.
	function Resource(this: object, client: ClientCore): void {
		clients.set(this, client);
		if (complete) return;
		complete = true;
		define(Resource, "name", { value: name });
		addMembers(Resource.prototype);
	}
	return Resource as unknown as ResourceClass<never>;
}

/** An operation, with names for the functions that are parts of it. */
interface MethodData
	extends Omit<Operation, "encode" | "read" | "server" | "pages"> {
	/** It takes no params. */
	readonly bare?: true;
	readonly encode?: string;
	readonly read?: string;
	readonly server?: string;
	readonly pages?: { readonly turn: string };
}

/** The client of each resource, which is not printed with it. */
const clients = new WeakMap<object, ClientCore>();

function clientOf(resource: object): ClientCore {
	const client = clients.get(resource);
	if (client === undefined)
		throw new TypeError("A method was taken off its resource");
	return client;
}

function addMethod(target: object, name: string, make: () => Method): void {
	let method: Method | undefined;
	define(target, name, {
		value(this: object, ...args: unknown[]) {
			const client = clientOf(this);
			method ??= make();
			return method(client, args);
		},
		writable: true,
	});
}

type Method = (client: ClientCore, args: unknown[]) => unknown;

function methodFrom(data: MethodData, parts: Parts): Method {
	const { bare, positional, pages } = data;
	const operation = operationFrom(data, parts);
	const send = ((pages && parts.listed) ?? call) as typeof call;
	return (client, args) => {
		const first = positional === undefined ? undefined : args.shift();
		const params = bare ? undefined : args.shift();
		return send(
			client,
			operation,
			first as PathValue,
			params as object,
			args[0] as RequestOptions,
		);
	};
}

function operationFrom(
	{ bare, encode, read, server, pages, ...operation }: MethodData,
	parts: Parts,
): Operation {
	const functions = {
		...(encode && { encode: parts[encode] }),
		...(read && { read: parts[read] }),
		...(server && { server: parts.ownServer?.(server) }),
		...(pages && { pages: { ...pages, turn: parts[pages.turn] } }),
	};
	return { ...operation, ...functions } as Operation;
}

function addChild(
	target: object,
	name: string,
	classOf: () => ResourceClass<unknown>,
): void {
	define(target, name, {
		get(this: object) {
			const value = new (classOf())(clientOf(this));
			define(this, name, { value, enumerable: true, writable: true });
			return value;
		},
	});
}

function define(
	target: object,
	name: string,
	property: PropertyDescriptor,
): void {
	Object.defineProperty(target, name, { ...property, configurable: true });
}
