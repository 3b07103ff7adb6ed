import { type Code, code } from "../../code/code.ts";
import {
	isBuiltInType,
	isIdentifier,
	pascalCase,
	unique,
} from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import { namedShape } from "../../model/resolve.ts";
import type { ApiModel, Shape } from "../../model/types.ts";
import { shapesIn } from "../../model/walk.ts";

/** What every schema of the file needs to know. */
export interface Scope {
	readonly model: ApiModel;
	/** Names of the file, by the names of shapes in the model. */
	readonly names: ReadonlyMap<string, Code>;
	/** How deep in objects a schema is. */
	readonly depth: number;
	/** Named shapes that come back to themselves: they have a type of their own, which TypeScript cannot infer. */
	readonly cyclic: ReadonlySet<string>;
}

/** Settles the names of named shapes; `taken` knows of them then. */
export function openScope(model: ApiModel, taken: Set<string>): Scope {
	const legal = (name: string) =>
		isIdentifier(name) ? name : pascalCase(name);
	const names = model.shapes.map(({ name }): [string, Code] => {
		const wanted = legal(name);
		const free = isBuiltInType(wanted) ? `${wanted}_` : wanted;
		return [name, identifier(unique(free, taken))];
	});
	const cyclic = model.shapes
		.map(({ name }) => name)
		.filter((name) => reachable(model, name).has(name));
	return { model, names: new Map(names), cyclic: new Set(cyclic), depth: 0 };
}

/** The name that a reference has in the file. */
export function nameOf({ names }: Scope, name: string): Code {
	return names.get(name) ?? code`never`;
}

/** Named shapes in an order in which each comes after those that it refers to, cycles aside. */
export function inOrder(model: ApiModel): ApiModel["shapes"] {
	const order: ApiModel["shapes"][number][] = [];
	const seen = new Set<string>();
	const visit = (name: string): void => {
		if (seen.has(name)) return;
		seen.add(name);
		const named = namedShape(model, name);
		for (const other of referencesIn(named.shape)) visit(other);
		order.push(named);
	};
	for (const { name } of model.shapes) visit(name);
	return order;
}

/** True where a shape is itself, or a union with itself: no value is told from another by it. */
export function leadsTo(
	model: ApiModel,
	name: string,
	shape: Shape,
	seen: readonly string[] = [],
): boolean {
	if (shape.kind === "union")
		return shape.members.some((each) => leadsTo(model, name, each, seen));
	if (shape.kind !== "reference") return false;
	if (shape.name === name) return true;
	if (seen.includes(shape.name)) return false;
	const { shape: target } = namedShape(model, shape.name);
	return leadsTo(model, name, target, [...seen, shape.name]);
}

function reachable(model: ApiModel, name: string): ReadonlySet<string> {
	const found = new Set<string>();
	const open = [...referencesIn(namedShape(model, name).shape)];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (found.has(next)) continue;
		found.add(next);
		open.push(...referencesIn(namedShape(model, next).shape));
	}
	return found;
}

function referencesIn(root: Shape): readonly string[] {
	return [...shapesIn(root)].flatMap(({ shape }) =>
		shape.kind === "reference" ? shape.name : [],
	);
}
