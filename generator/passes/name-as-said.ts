import { isCut } from "../model/is-cut.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type { TypeMention } from "../model/type-mention.ts";
import type { Operation, Origins, Response, Shape } from "../model/types.ts";
import { isPlural } from "../text/words.ts";
import { fitsType, isOpen } from "./fits-type.ts";
import { type KnownTypes, typeCalled } from "./known-types.ts";
import { titleShape } from "./title-shape.ts";

/** An operation whose body and answer are of the types that its sentences name, where these are described and fit. */
export function nameAsSaid(
	operation: Operation,
	mentions: readonly TypeMention[],
	known: KnownTypes,
): Operation {
	return mentions.reduce((now, mention) => {
		const found = typeCalled(known, mention.name, mention.span.file);
		const type = found && known.shapes[found.at];
		const title = found && known.definitions[found.at]?.name;
		if (type === undefined || title === undefined) return now;
		// "Returns hives" where the type is called `Hive`.
		const many = mention.many || (isPlural(mention.name) && !isPlural(title));
		const name = (shape: Shape | undefined) =>
			named(shape ?? { kind: "unknown" }, title, type, { many });
		return mention.side === "request"
			? withBody(now, name, mention)
			: withAnswer(now, name, mention);
	}, operation);
}

type Name = (shape: Shape | undefined) => Shape | undefined;

/** Nothing where what is known already is something else. */
function named(
	shape: Shape,
	title: string,
	type: Shape,
	{ many }: Pick<TypeMention, "many">,
): Shape | undefined {
	if (shape.kind === "array") {
		const items = named(shape.items, title, type, { many: false });
		return items && { ...shape, items };
	}
	const one: Shape | undefined =
		isCut(shape) || isOpen(shape)
			? titleShape({ kind: "unknown" }, title, { name: title })
			: shape.kind === "object" &&
					shape.title === undefined &&
					fitsType(shape, type, "called")
				? { ...shape, title }
				: undefined;
	return one !== undefined && many && shape.kind === "unknown"
		? { kind: "array", items: one }
		: one;
}

function withBody(
	operation: Operation,
	name: Name,
	{ span }: TypeMention,
): Operation {
	const { body, method } = operation;
	if (["GET", "HEAD", "DELETE"].includes(method)) return operation;
	const shape = name(body?.shape);
	if (shape === undefined) return operation;
	const origins: Origins = [{ span, basis: "stated", of: ["type"] }];
	return {
		...operation,
		body:
			body === undefined
				? { mediaType: "application/json", shape, origins }
				: { ...body, shape, origins: [...body.origins, ...origins] },
	};
}

function withAnswer(
	operation: Operation,
	name: Name,
	{ span }: TypeMention,
): Operation {
	const { responses } = operation;
	const at = responses.findIndex(({ status }) => status.startsWith("2"));
	const known = responses[at];
	const shape = name(known?.shape);
	if (shape === undefined) return operation;
	const origins: Origins = [{ span, basis: "stated", of: ["type"] }];
	const mediaType = known?.mediaType ?? "application/json";
	const response: Response =
		known === undefined
			? {
					status: "200",
					mediaType,
					shape,
					origins: [...origins, { span, basis: "assumed", of: ["status"] }],
				}
			: {
					...known,
					mediaType,
					shape,
					origins: joinOrigins(known.origins, origins),
				};
	return {
		...operation,
		responses:
			known === undefined
				? [response, ...responses]
				: responses.with(at, response),
	};
}
