import type { Report } from "../diagnostics/reporter.ts";
import type { Definition, TypeLink } from "../model/definition.ts";
import { join } from "../model/join.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type { TypeMention } from "../model/type-mention.ts";
import type {
	NamedShape,
	ObjectShape,
	Operation,
	Shape,
} from "../model/types.ts";
import { shapesIn } from "../model/walk.ts";
import { extendTypes } from "./extend-types.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";
import { recogniseTypes } from "./recognise-types.ts";
import { indexTypes, type TypeIndex } from "./type-index.ts";
import { typeNames } from "./type-names.ts";

/** Operations that refer to the types that the docs describe by themselves, and these types. */
export interface Linked {
	readonly operations: readonly Operation[];
	readonly shapes: readonly NamedShape[];
}

/**
 * Puts references in place of the names of types that are described elsewhere, in operations and in each other. Types
 * that nothing refers to are told and left out.
 */
export function linkTypes(
	operations: readonly Operation[],
	findings: {
		readonly definitions: readonly Definition[];
		readonly links: readonly TypeLink[];
		readonly mentions?: readonly TypeMention[];
	},
	report: Report,
): Linked {
	const extended = extendTypes(
		operations,
		mergeDefinitions(findings.definitions),
		findings.links,
	);
	const { operations: recognised, definitions } = recogniseTypes(
		extended.operations,
		extended.definitions,
		findings.links,
		findings.mentions ?? [],
	);
	const index = indexTypes(definitions, findings.links);
	const names = typeNames(definitions);
	const look = replacement(index, names);
	const shapes = definitions.map((one): NamedShape => {
		const { description, origins } = one;
		const name = names.get(one) ?? one.name;
		const at: Place = { side: "response", many: false, origins };
		const shape = replaceIn(one.shape, at, look);
		const itself = shape.kind === "reference" && shape.name === name;
		return {
			name,
			shape: itself ? { kind: "unknown" } : shape,
			...(description !== undefined && { description }),
			origins,
		};
	});
	const linked = recognised.map((operation) => linkOperation(operation, look));
	const used = reachable(linked, shapes);
	for (const [at, { name, origins }] of shapes.entries())
		if (!used.has(name) && !extended.bases.has(at))
			report("shape/unused", origins[0].span, { name });
	return {
		operations: linked,
		shapes: shapes.filter(({ name }) => used.has(name)),
	};
}

type Look = (shape: Shape, place: Place) => Shape | undefined;

function replacement(
	index: TypeIndex,
	names: ReadonlyMap<Definition, string>,
): Look {
	const look: Look = (shape, place) => {
		if (shape.kind !== "object") return undefined;
		const { title, shown, ...bare } = shape;
		if (title === undefined) return undefined;
		const [{ span }] = place.origins;
		const found = index.find(title, span.file);
		const name = found && names.get(found);
		if (found !== undefined && name !== undefined && fits(shape, found))
			return { kind: "reference", name };
		if (shown === undefined) return undefined;
		// Nobody describes the type: what is shown in its place is all that is known.
		return bare.properties.length === 0
			? replaceIn(shown, place, look)
			: undefined;
	};
	return look;
}

/** Fields that are described where the name stands, and not with the type, make it another thing of that name. */
function fits({ properties }: ObjectShape, { shape }: Definition): boolean {
	const own =
		shape.kind === "object"
			? new Set(shape.properties.map(({ name }) => name))
			: undefined;
	const described = properties.filter(({ origins }) =>
		origins.some(({ basis }) => basis === "stated"),
	);
	return (
		described.length === 0 ||
		(own !== undefined && described.every(({ name }) => own.has(name)))
	);
}

function linkOperation(operation: Operation, look: Look): Operation {
	const linked = replaceInOperation(operation, look);
	return {
		...linked,
		parameters: linked.parameters.map((parameter) => {
			const { shape, name, origins } = parameter;
			const at: Place = {
				side: "request",
				operation,
				property: name,
				many: false,
				origins,
			};
			return { ...parameter, shape: replaceIn(shape, at, look) };
		}),
	};
}

/** The names that operations refer to, through other types too. */
function reachable(
	operations: readonly Operation[],
	shapes: readonly NamedShape[],
): ReadonlySet<string> {
	const named = new Map(shapes.map(({ name, shape }) => [name, shape]));
	const used = new Set<string>();
	const left: Shape[] = operations.flatMap(
		({ parameters, body, responses, envelope }) => [
			...parameters.map(({ shape }) => shape),
			...(body === undefined ? [] : [body.shape]),
			...responses.flatMap(({ shape }) => shape ?? []),
			...(envelope === undefined ? [] : [envelope.shape]),
		],
	);
	for (let root = left.pop(); root !== undefined; root = left.pop())
		for (const { shape } of shapesIn(root)) {
			if (shape.kind !== "reference" || used.has(shape.name)) continue;
			used.add(shape.name);
			const inner = named.get(shape.name);
			if (inner !== undefined) left.push(inner);
		}
	return used;
}

/** Descriptions of one name that do not contradict each other are of one type. */
function mergeDefinitions(
	definitions: readonly Definition[],
): readonly Definition[] {
	const merged: Definition[] = [];
	const named = new Map<string, number>();
	for (const one of definitions) {
		const at = named.get(one.name);
		const first = at === undefined ? undefined : merged[at];
		const joined = first && tryJoin(first, one);
		if (at === undefined || joined === undefined) {
			if (at === undefined) named.set(one.name, merged.length);
			merged.push(one);
		} else merged[at] = joined;
	}
	return merged;
}

function tryJoin(a: Definition, b: Definition): Definition | undefined {
	let conflicts = 0;
	const conflict = () => {
		conflicts++;
	};
	const shape = join(a.shape, b.shape, { mode: "same", conflict });
	if (shape === undefined || conflicts > 0 || a.file !== b.file)
		return undefined;
	return {
		...b,
		...a,
		anchors: [...a.anchors, ...b.anchors],
		shape,
		origins: joinOrigins(a.origins, b.origins),
	};
}
