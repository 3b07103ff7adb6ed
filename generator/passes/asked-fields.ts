import type {
	ObjectShape,
	Operation,
	Origins,
	Parameter,
	Property,
	Response,
	Shape,
} from "../model/types.ts";
import { answersMany } from "./answer.ts";

/**
 * Operations whose answers have the fields that a parameter asks for, "Whether to include the `Seats` and `Rows` fields in
 * the response": a sample of the answer without the parameter does not show them.
 */
export function addAskedFields(
	operations: readonly Operation[],
): readonly Operation[] {
	return operations.map((operation) => {
		const asked = operation.parameters.flatMap(askedBy);
		if (asked.length === 0) return operation;
		const responses = operation.responses.map((response): Response => {
			const { shape, status } = response;
			if (shape === undefined || !status.startsWith("2")) return response;
			const next = withFields(shape, asked, operation);
			return next === shape ? response : { ...response, shape: next };
		});
		return { ...operation, responses };
	});
}

const sentence =
	/\b(?:includ|return|add|show|populat|embed|expand)\w*(?: \w+)? the ((?:`[A-Za-z_]\w*`(?:, (?:and |or )?| and | or )?)+) (?:fields?|propert(?:y|ies)|attributes?|objects?) (?:in|with|to|as part of) (?:the|each|every) (?:\w+ )?(?:responses?|results?|answers?|output|items?|entr(?:y|ies))\b/i;

function askedBy({ description = "", origins }: Parameter): Property[] {
	const [, names = ""] = sentence.exec(description.replace(/\s+/g, " ")) ?? [];
	const [{ span }] = origins;
	const stated: Origins = [{ span, basis: "stated", of: ["name"] }];
	return [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => ({
		name,
		required: false,
		shape: { kind: "unknown" },
		origins: stated,
	}));
}

/** The fields added to each thing that is listed, or to the one thing that is answered. */
function withFields(
	shape: Shape,
	asked: readonly Property[],
	operation: Operation,
): Shape {
	if (shape.kind === "array") {
		const items = withFields(shape.items, asked, operation);
		return items === shape.items ? shape : { ...shape, items };
	}
	const listed = operation.responses.some(
		(response) => response.shape?.kind === "array",
	);
	// Of an object around a list nobody knows whether it or what it lists is meant.
	if (shape.kind !== "object" || (!listed && isWrapper(operation)))
		return shape;
	return withMissing(shape, asked);
}

function isWrapper(operation: Operation): boolean {
	const last = operation.path.at(-1);
	return answersMany(operation, last?.kind === "literal" ? last.text : "");
}

function withMissing(
	shape: ObjectShape,
	asked: readonly Property[],
): ObjectShape {
	const known = new Set(shape.properties.map(({ name }) => name));
	const missing = asked.filter(({ name }) => !known.has(name));
	return missing.length === 0
		? shape
		: { ...shape, properties: [...shape.properties, ...missing] };
}
