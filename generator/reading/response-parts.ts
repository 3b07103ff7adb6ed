import { join } from "../model/join.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type {
	Envelope,
	ObjectShape,
	Origins,
	Response,
	Shape,
} from "../model/types.ts";
import type { OperationDraft } from "./operation-draft.ts";

/** The shape of an envelope of which only the property with the data is known. */
export function bareEnvelope(data: string, origins: Origins): Envelope {
	const property = { name: data, shape: { kind: "unknown" } as const, origins };
	return {
		data,
		shape: { kind: "object", properties: [property] },
		origins,
	};
}

/** Adds a response; a status that is described twice has either answer. */
export function addResponse(draft: OperationDraft, response: Response): void {
	const at = draft.responses.findIndex(
		({ status }) => status === response.status,
	);
	const first = draft.responses[at];
	if (first === undefined) {
		draft.responses.push(response);
		return;
	}
	const [described, other] =
		first.shape === undefined ? [response, first] : [first, response];
	const same = (described.enveloped ?? false) === (other.enveloped ?? false);
	const shape =
		described.shape && other.shape && same
			? join(described.shape, other.shape, { mode: "either" })
			: described.shape;
	const words = [first.description, response.description].filter(
		(one) => one !== undefined,
	);
	draft.responses[at] = {
		...described,
		...(words.length > 0 && { description: [...new Set(words)].join("\n\n") }),
		...(shape !== undefined && { shape }),
		origins: joinOrigins(first.origins, response.origins),
	};
}

/**
 * Joins what an example shows to the response that it is of. Where the described fields are not at the top of the
 * example but all under one of its properties, that property holds the data and the rest is the envelope.
 */
export function addExampleShape(
	draft: OperationDraft,
	status: string,
	shown: Shape,
	origins: Origins,
): void {
	const at = draft.responses.findIndex((one) => one.status === status);
	const response = draft.responses[at];
	if (response === undefined) {
		draft.responses.push({
			status,
			mediaType: "application/json",
			shape: withItems(draft, shown),
			origins,
		});
		return;
	}
	const data =
		response.enveloped === true
			? draft.envelope?.data
			: dataProperty(response.shape, shown);
	if (data === undefined || shown.kind !== "object") {
		draft.responses[at] = withShape(response, shown);
		return;
	}
	const [inner, envelope] = splitEnvelope(shown, data, origins);
	draft.responses[at] = { ...withShape(response, inner), enveloped: true };
	draft.envelope ??= envelope;
	const shape = join(draft.envelope.shape, envelope.shape, { mode: "fill" });
	if (shape !== undefined) draft.envelope = { ...draft.envelope, shape };
}

/** The page that an example shows, with what is known of its items. */
export function withItems({ pageItem }: OperationDraft, shown: Shape): Shape {
	if (pageItem?.shape.kind !== "object") return shown;
	const { shape, origins } = pageItem;
	const described = pageItem.shape;
	const holds = (one: Shape) =>
		one.kind === "array" &&
		one.items.kind === "object" &&
		shares(described, one.items);
	const filled = (one: Shape): Shape => {
		if (one.kind !== "array") return one;
		return { ...one, items: join(shape, one.items, { mode: "fill" }) ?? shape };
	};
	if (holds(shown)) return filled(shown);
	if (shown.kind !== "object") return shown;
	const name = shown.properties.find((one) => holds(one.shape))?.name;
	const properties = shown.properties.map((property) =>
		property.name === name
			? {
					...property,
					shape: filled(property.shape),
					origins: joinOrigins(property.origins, origins),
				}
			: property,
	);
	return { ...shown, properties };
}

function withShape(response: Response, shown: Shape): Response {
	if (response.shape === undefined) return { ...response, shape: shown };
	const shape = join(response.shape, shown, { mode: "fill" });
	return shape === undefined ? response : { ...response, shape };
}

/** The one property of an example under which all described fields are found. */
function dataProperty(
	described: Shape | undefined,
	shown: Shape,
): string | undefined {
	if (described?.kind !== "object" || shown.kind !== "object") return undefined;
	if (described.properties.length === 0) return undefined;
	if (shares(described, shown)) return undefined;
	return shown.properties.find(
		({ shape }) => shape.kind === "object" && shares(described, shape),
	)?.name;
}

function shares(described: ObjectShape, shown: ObjectShape): boolean {
	const names = new Set(shown.properties.map(({ name }) => name));
	return described.properties.some(({ name }) => names.has(name));
}

/** The data of a whole body, and the envelope that is left. */
export function splitEnvelope(
	body: ObjectShape,
	data: string,
	origins: Origins,
): readonly [Shape, Envelope] {
	const inner = body.properties.find(({ name }) => name === data);
	const properties = body.properties.map((property) =>
		property === inner
			? { ...property, shape: { kind: "unknown" as const } }
			: property,
	);
	const envelope = { data, shape: { ...body, properties }, origins };
	return [inner?.shape ?? { kind: "unknown" }, envelope];
}
