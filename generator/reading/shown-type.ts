import type { Fence } from "../markdown/fence.ts";
import type { Property, Shape } from "../model/types.ts";
import { nameKey } from "../text/words.ts";
import { readLoose } from "./loose-json.ts";
import { sampleKind } from "./sample.ts";
import {
	isTemplate,
	settleNulls,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";

/**
 * What a sample shows of a type: the object under its name, `{"Coupon": {…}}` or `{"coupons": [{…}]}`, or the whole where it has
 * the type's fields; nothing when it is a sample of something else.
 */
export function shownType(
	fence: Fence,
	name: string,
	fields: readonly Pick<Property, "name">[],
): Shape | undefined {
	const shape = shapeShown(fence);
	if (shape?.kind !== "object") return undefined;
	const [only, ...others] = shape.properties;
	if (others.length === 0 && only !== undefined)
		if (nameKey(only.name) === nameKey(name)) return objectIn(only.shape);
	const known = new Set(fields.map((field) => field.name));
	const hits = shape.properties.filter((one) => known.has(one.name)).length;
	return hits > 0 && hits * 2 >= shape.properties.length ? shape : undefined;
}

/** The first key of a sample that holds others: what the sample may be of. */
export function shownName(text: string): string | undefined {
	return /^\s*(?:\{\s*)?"([A-Za-z_][\w-]*)"\s*:\s*[{[]/.exec(text)?.[1];
}

function shapeShown(fence: Fence): Shape | undefined {
	if (sampleKind(fence) !== "json") return undefined;
	const quiet = () => undefined;
	const [sample, ...others] = readLoose(fence, quiet);
	if (sample === undefined || others.length > 0) return undefined;
	return settleNulls(
		isTemplate(sample)
			? shapeOfTemplate(sample, quiet)
			: shapeOfExample(sample),
	);
}

function objectIn(shape: Shape): Shape | undefined {
	if (shape.kind === "array") return objectIn(shape.items);
	return shape.kind === "object" ? shape : undefined;
}
