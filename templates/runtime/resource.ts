import type { ClientCore } from "./client-core.js";

/** Makes a resource for a client: an object with a method for each operation and what hangs under it. */
export interface ResourceClass<T> {
	new (client: ClientCore): T;
	readonly prototype: T;
}

/** A resource's methods as functions that take the client first. */
type Operations<T> = {
	readonly [K in keyof T as T[K] extends (...args: never) => unknown
		? K
		: never]: T[K] extends (...args: infer Args) => infer Result
		? (client: ClientCore, ...args: Args) => Result
		: never;
};

/** The classes of what hangs under a resource. */
type Children<T> = {
	readonly [K in keyof T as T[K] extends (...args: never) => unknown
		? never
		: K]: ResourceClass<T[K]>;
};

/**
 * The class of a resource: each of its methods is one of `operations`; each child is made when it is first asked for. The
 * methods are made with the first object of the class, since a client has many resources and a program uses few.
 */
export function resource<T>(
	name: string,
	operations: Operations<T>,
	children?: Children<T>,
): ResourceClass<T>;
export function resource(
	name: string,
	operations: Readonly<Record<string, Operation>>,
	children: Readonly<Record<string, ResourceClass<unknown>>> = {},
): ResourceClass<unknown> {
	let complete = false;
	// A class of many: a private field, which would make each of them slower to load, is what `clients` stands in for.
	return class Resource {
		constructor(client: ClientCore) {
			clients.set(this, client);
			if (complete) return;
			complete = true;
			define(Resource, "name", { value: name });
			for (const [member, operation] of Object.entries(operations))
				addMethod(Resource.prototype, member, operation);
			for (const [member, Child] of Object.entries(children))
				addChild(Resource.prototype, member, Child);
		}
	};
}

type Operation = (client: ClientCore, ...args: unknown[]) => unknown;

/** The client of each resource, which is not printed with it. */
const clients = new WeakMap<object, ClientCore>();

function clientOf(resource: object): ClientCore {
	const client = clients.get(resource);
	if (client === undefined)
		throw new TypeError("A method was taken off its resource");
	return client;
}

function addMethod(target: object, name: string, operation: Operation): void {
	define(target, name, {
		value(this: object, ...args: unknown[]) {
			return operation(clientOf(this), ...args);
		},
		writable: true,
	});
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
