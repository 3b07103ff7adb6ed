import type { Position } from "vscode-languageserver";
import {
	type OutlineRow,
	outlineApi,
	outlineOperation,
	outlineShape,
} from "../model/outline.ts";
import type { ApiModel, Operation, Origin } from "../model/types.ts";
import { holds } from "./places.ts";

/** A part of the model that a place in the docs vouches for. */
export interface FactAt {
	readonly row: OutlineRow;
	readonly origin: Origin;
	/** What it is a part of: `GET /hives/{hive_id}`, `Hive`, or nothing for the API as a whole. */
	readonly subject?: string;
	readonly operation?: Operation;
}

/** The facts of a model by the documents that they stand in. */
export type FactIndex = ReadonlyMap<string, readonly FactAt[]>;

/** Sorts all facts of a model by document. */
export function indexFacts(model: ApiModel): FactIndex {
	const index = new Map<string, FactAt[]>();
	const add = (
		rows: readonly OutlineRow[],
		about: Pick<FactAt, "subject" | "operation">,
	): void => {
		for (const row of rows)
			for (const origin of row.origins) {
				const { file } = origin.span;
				const known = index.get(file) ?? [];
				if (known.length === 0) index.set(file, known);
				known.push({ row, origin, ...about });
			}
	};
	for (const operation of model.operations)
		add(outlineOperation(operation), { subject: operation.id, operation });
	for (const shape of model.shapes)
		add(outlineShape(shape), { subject: shape.name });
	add(outlineApi(model), {});
	return index;
}

/**
 * The facts at a place, those that speak of the least text around it: a field in a sample and not the sample. What is
 * only assumed counts where nothing else is known there.
 */
export function factsAt(
	index: FactIndex,
	file: string,
	position: Position,
): readonly FactAt[] {
	const around = (index.get(file) ?? []).filter(({ origin }) =>
		holds(origin.span, position),
	);
	const known = around.filter(({ origin }) => origin.basis !== "assumed");
	const facts = known.length > 0 ? known : around;
	const least = Math.min(...facts.map(lengthOf));
	return facts.filter((fact) => lengthOf(fact) === least);
}

function lengthOf({ origin: { span } }: FactAt): number {
	return span.end.offset - span.start.offset;
}
