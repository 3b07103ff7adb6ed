import { code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	InterfaceDeclaration,
} from "../../code/declarations.ts";
import type { ApiModel, NamedShape, Shape } from "../../model/types.ts";
import { basisOf, constraintsOf, docsOf, paragraph } from "./facts.ts";
import type { Plan } from "./plan.ts";
import { interfaceOf, placeFor, type Scope, typeOf } from "./types.ts";

/** The type of a named shape, followed by those of the objects inside of it. */
export function declareShape(
	named: NamedShape,
	scope: Scope,
): readonly Declaration[] {
	const { name: wire, description, origins } = named;
	const name = scope.plan.shapes.get(wire) ?? code``;
	const nested: InterfaceDeclaration[] = [];
	const inner: Scope = { ...scope, nested, direction: "received" };
	const place = placeOfShape(scope.plan, wire);
	const shape = withoutItself(named, scope.plan.model);
	const docs = docComment({
		paragraphs: [
			description,
			constraintsOf(shape),
			paragraph(docsOf(origins), basisOf(origins)),
		],
	});
	const declaration: Declaration =
		shape.kind === "object" && shape.properties.length > 0
			? interfaceOf(shape, { ...place, declared: name, docs }, inner)
			: {
					kind: "type",
					name,
					docs,
					type: typeOf(shape, placeFor(shape, place), inner),
				};
	return [declaration, ...nested];
}

/** Where the objects inside of a named shape get their names from. */
export function placeOfShape(plan: Plan, wire: string) {
	return { name: plan.shapes.get(wire) ?? wire, key: `#${wire}` };
}

/** TypeScript refuses a type that is itself or a union with itself: such members say nothing and are left out. */
export function withoutItself(
	{ name, shape }: NamedShape,
	model: ApiModel,
): Shape {
	const leads = (member: Shape, seen: readonly string[]): boolean => {
		if (member.kind === "union")
			return member.members.some((inner) => leads(inner, seen));
		if (member.kind !== "reference") return false;
		if (member.name === name || seen.includes(member.name))
			return member.name === name;
		const target = model.shapes.find((other) => other.name === member.name);
		return target !== undefined && leads(target.shape, [...seen, member.name]);
	};
	if (!leads(shape, [])) return shape;
	return shape.kind === "union"
		? { ...shape, members: shape.members.filter((inner) => !leads(inner, [])) }
		: { kind: "unknown" };
}
