import type { Body, Property } from "../model/types.ts";

/** The body that one field of a list stands for as a whole. */
export function bodyFromField({
	shape,
	required,
	description,
	origins,
}: Property): Body {
	return {
		mediaType: "application/json",
		shape,
		...(required !== undefined && { required }),
		...(description !== undefined && { description }),
		origins,
	};
}
