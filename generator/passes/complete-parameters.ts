import { isCut } from "../model/is-cut.ts";
import { join } from "../model/join.ts";
import type { Operation, Origins, Parameter, Shape } from "../model/types.ts";

/**
 * Completes path parameters that an operation only names from operations that describe the parameter of the same name
 * at the same place in their path. One that is described nowhere is a string, which is assumed.
 */
export function completeParameters(
	operations: readonly Operation[],
): readonly Operation[] {
	const described = new Map<string, Siblings>();
	for (const operation of operations)
		for (const parameter of operation.parameters) {
			if (parameter.in !== "path" || isCut(parameter.shape)) continue;
			const key = placeOf(operation, parameter.name);
			const siblings = described.get(key) ?? noSiblings();
			described.set(key, siblings);
			add(siblings, parameter);
		}
	return operations.map((operation) => ({
		...operation,
		parameters: operation.parameters.map((parameter) =>
			parameter.in === "path"
				? complete(
						parameter,
						described.get(placeOf(operation, parameter.name)) ?? noSiblings(),
					)
				: parameter,
		),
	}));
}

/** The literals in front of a parameter: what it identifies. */
function placeOf({ path }: Operation, name: string): string {
	const at = path.findIndex(
		(segment) => segment.kind === "parameter" && segment.name === name,
	);
	const before = path.slice(0, Math.max(0, at));
	const literal = before.findLast((segment) => segment.kind === "literal");
	return `${literal?.kind === "literal" ? literal.text : ""} ${name}`;
}

/** The parameters of one name at one place, which may be thousands, of few shapes. */
interface Siblings {
	readonly all: Parameter[];
	/** The places in `all` of those with one shape, by that shape. */
	readonly alike: Map<string, number[]>;
	readonly withDescription: Parameter[];
}

function noSiblings(): Siblings {
	return { all: [], alike: new Map(), withDescription: [] };
}

function add({ all, alike, withDescription }: Siblings, one: Parameter): void {
	const key = JSON.stringify(one.shape);
	const places = alike.get(key) ?? [];
	alike.set(key, places);
	places.push(all.push(one) - 1);
	// One of the first two is not the parameter that asks.
	if (one.description && withDescription.length < 2) withDescription.push(one);
}

function complete(parameter: Parameter, siblings: Siblings): Parameter {
	const [shape, sources] = joined(parameter, siblings);
	const describedBy = siblings.withDescription.find((one) => one !== parameter);
	const description = parameter.description ?? describedBy?.description;
	if (parameter.description === undefined && describedBy !== undefined)
		sources.push(describedBy);
	if (isCut(shape)) return assumed(parameter);
	const seen = new Set<Parameter>();
	const inferred = sources.flatMap((source) => {
		if (seen.has(source)) return [];
		seen.add(source);
		const [{ span }] = source.origins;
		return [
			{
				span,
				basis: "inferred" as const,
				of: ["type" as const, "description" as const],
			},
		];
	});
	const [first, ...rest] = parameter.origins;
	const origins: Origins = [first, ...rest, ...inferred];
	return {
		...parameter,
		shape,
		...(description !== undefined && { description }),
		origins,
	};
}

/** The shape with all that siblings say, in their order, and the siblings that said something. */
function joined(
	parameter: Parameter,
	{ all, alike }: Siblings,
): readonly [Shape, Parameter[]] {
	let { shape } = parameter;
	const sources: Parameter[] = [];
	// What said nothing more of a shape says nothing more of it the next time.
	const silent = new Set<string>();
	let from = 0;
	for (;;) {
		const next = nextOf(alike, from, silent, (at) => all[at] !== parameter);
		const sibling = next && all[next.at];
		if (next === undefined || sibling === undefined) return [shape, sources];
		from = next.at + 1;
		const whole = join(shape, sibling.shape, { mode: "same" });
		if (whole === undefined || equal(whole, shape)) silent.add(next.key);
		else {
			shape = whole;
			sources.push(sibling);
			silent.clear();
		}
	}
}

/** The first place from `from` on that is not of a shape in `silent`. */
function nextOf(
	alike: Siblings["alike"],
	from: number,
	silent: ReadonlySet<string>,
	isOther: (at: number) => boolean,
): { readonly at: number; readonly key: string } | undefined {
	let first: { readonly at: number; readonly key: string } | undefined;
	for (const [key, places] of alike) {
		if (silent.has(key)) continue;
		let low = 0;
		let high = places.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((places[middle] ?? 0) < from) low = middle + 1;
			else high = middle;
		}
		const found = [places[low], places[low + 1]];
		const at = found.find((at) => at !== undefined && isOther(at));
		if (at !== undefined && (first === undefined || at < first.at))
			first = { at, key };
	}
	return first;
}

function assumed(parameter: Parameter): Parameter {
	const [first, ...rest] = parameter.origins;
	const type = { span: first.span, basis: "assumed", of: ["type"] } as const;
	return {
		...parameter,
		shape: { kind: "string" },
		origins: [first, ...rest, type],
	};
}

function equal(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
