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

/** A resource's methods: of each, the JSON of `MethodData` without its name, which is that of the method. */
type Methods<T> = {
	readonly [K in keyof T as T[K] extends (...args: never) => unknown
		? K
		: never]: string;
};

/** The classes of what hangs under a resource. */
type Children<T> = {
	readonly [K in keyof T as T[K] extends (...args: never) => unknown
		? never
		: K]: ResourceClass<T[K]>;
};

/** The runtime's functions that methods name, by their names; who has no such method does not load them. */
interface Parts {
	readonly [name: string]: unknown;
	readonly listed?: unknown;
	readonly ownServer?: typeof ownServer;
}

/**
 * The class of the resource at a path like `library.books`: it has a method for each of `methods`, and each child is made when it is first asked for. A
 * client has many resources and a program uses few, so the methods are made with the first object of the class, and what
 * describes one is text, which costs next to nothing to load, until it is called.
 */
export function resource<T>(
	path: string,
	methods: Methods<T>,
	children?: () => Children<T>,
	parts?: Parts,
): ResourceClass<T>;
export function resource(
	path: string,
	methods: Readonly<Record<string, string>>,
	children: () => Readonly<Record<string, ResourceClass<unknown>>> = () => ({}),
	parts: Parts = {},
): ResourceClass<unknown> {
	let complete = false;
	// Of a class, an engine would make the prototype with it, and not when it is first asked for.
	function Resource(this: object, client: ClientCore): void {
		clients.set(this, client);
		if (complete) return;
		complete = true;
		define(Resource, "name", { value: path });
		for (const [member, method] of Object.entries(methods))
			addMethod(Resource.prototype, member, (): Method => {
				const name = path && `${path}.`;
				return methodFrom(
					{ name: name + member, ...JSON.parse(method) },
					parts,
				);
			});
		for (const [member, Child] of Object.entries(children()))
			addChild(Resource.prototype, member, Child);
	}
	return Resource as unknown as ResourceClass<unknown>;
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
	Child: ResourceClass<unknown>,
): void {
	define(target, name, {
		get(this: object) {
			const value = new Child(clientOf(this));
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
