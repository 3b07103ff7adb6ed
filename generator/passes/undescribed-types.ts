import type { Report } from "../diagnostics/reporter.ts";
import type {
	NamedShape,
	Operation,
	Parameter,
	Shape,
} from "../model/types.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";

interface Typed {
	readonly operations: readonly Operation[];
	readonly shapes: readonly NamedShape[];
}

/**
 * Leaves open what is only a name after all types were linked: an object without fields would promise what nobody said.
 * Each name is told once for each document.
 */
export function openUndescribed(
	{ operations, shapes }: Typed,
	report: Report,
): Typed {
	const told = new Set<string>();
	const look = (shape: Shape, { origins }: Place): Shape | undefined => {
		if (shape.kind !== "object" || shape.title === undefined) return undefined;
		if (shape.properties.length > 0 || shape.open === true) return undefined;
		const [{ span }] = origins;
		const key = JSON.stringify([span.file, shape.title]);
		if (!told.has(key))
			report("type/undescribed", span, { type: `\`${shape.title}\`` });
		told.add(key);
		return { kind: "unknown" };
	};
	return {
		operations: operations.map((operation) => ({
			...replaceInOperation(operation, look),
			parameters: operation.parameters.map((parameter) =>
				inParameter(parameter, look),
			),
		})),
		shapes: shapes.map((named) => {
			const { shape, origins } = named;
			const at: Place = { side: "response", many: false, origins };
			return { ...named, shape: replaceIn(shape, at, look) };
		}),
	};
}

function inParameter(
	parameter: Parameter,
	look: (shape: Shape, place: Place) => Shape | undefined,
): Parameter {
	const { shape, origins, name } = parameter;
	const at: Place = { side: "request", property: name, many: false, origins };
	return { ...parameter, shape: replaceIn(shape, at, look) };
}
