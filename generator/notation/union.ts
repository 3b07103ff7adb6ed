import type { Shape } from "../model/types.ts";

/** One shape for several: nested unions opened, none twice. */
export function unionOf(shapes: readonly Shape[]): Shape {
	const members = new Map<string, Shape>();
	for (const shape of shapes)
		for (const member of shape.kind === "union" ? shape.members : [shape])
			members.set(JSON.stringify(member), member);
	const [first, ...others] = members.values();
	if (first === undefined) return { kind: "unknown" };
	return others.length === 0
		? first
		: { kind: "union", members: [first, ...others] };
}
