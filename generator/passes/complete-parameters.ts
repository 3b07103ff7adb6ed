import { isCut } from "../model/is-cut.ts";
import { join } from "../model/join.ts";
import type { Operation, Origins, Parameter } from "../model/types.ts";

/**
 * Completes path parameters that an operation only names from operations that describe the parameter of the same name
 * at the same place in their path. One that is described nowhere is a string, which is assumed.
 */
export function completeParameters(
	operations: readonly Operation[],
): readonly Operation[] {
	const described = new Map<string, Parameter[]>();
	for (const operation of operations)
		for (const parameter of operation.parameters) {
			if (parameter.in !== "path" || isCut(parameter.shape)) continue;
			const key = placeOf(operation, parameter.name);
			described.set(key, [...(described.get(key) ?? []), parameter]);
		}
	return operations.map((operation) => ({
		...operation,
		parameters: operation.parameters.map((parameter) =>
			parameter.in === "path"
				? complete(
						parameter,
						described.get(placeOf(operation, parameter.name)) ?? [],
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

function complete(
	parameter: Parameter,
	siblings: readonly Parameter[],
): Parameter {
	const others = siblings.filter((sibling) => sibling !== parameter);
	let { shape } = parameter;
	const sources: Parameter[] = [];
	for (const sibling of others) {
		const joined = join(shape, sibling.shape, { mode: "same" });
		if (joined === undefined || equal(joined, shape)) continue;
		shape = joined;
		sources.push(sibling);
	}
	const describedBy = others.find(({ description }) => description);
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
