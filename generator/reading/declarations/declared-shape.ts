import type { Fence } from "../../markdown/fence.ts";
import type { ObjectShape } from "../../model/types.ts";
import { readDeclaredTypes } from "./declared-types.ts";

/**
 * The object that a code block declares, the first of them where there are several, with the name that it gives it;
 * nothing for other programs.
 */
export function readDeclaredShape(fence: Fence): ObjectShape | undefined {
	for (const { shape, name } of readDeclaredTypes(fence))
		if (shape.kind === "object" && shape.properties.length > 0)
			return name === undefined ? shape : { ...shape, title: name };
	return undefined;
}
