import { encodingOf } from "../model/encoding.ts";
import { join } from "../model/join.ts";
import type { Body, Origins, Property, Shape } from "../model/types.ts";
import { distinct } from "./distinct-fields.ts";
import { bodyFromField } from "./field-body.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { bareBody } from "./settled-media.ts";
import { withVariants } from "./variants.ts";

/** What a formal description, lists and samples say of the body, joined. */
export function bodyOf(draft: OperationDraft): Body | undefined {
	const described = joinBodies(draft.specBody, describedBody(draft));
	const { shownBody: shown } = draft;
	if (shown === undefined) return described;
	if (described === undefined)
		return { mediaType: mediaTypeOf(draft), ...shown };
	const shape = join(described.shape, shown.shape, { mode: "fill" });
	return { ...described, shape: shape ?? described.shape };
}

/** What a formal description states, and what is said of it around. */
function joinBodies(
	spec: Body | undefined,
	described: Body | undefined,
): Body | undefined {
	if (spec === undefined || described === undefined) return spec ?? described;
	const shape = join(spec.shape, described.shape, { mode: "fill" });
	return { ...described, ...spec, shape: shape ?? spec.shape };
}

function describedBody(draft: OperationDraft): Body | undefined {
	const plain = plainBody(draft);
	const [variant] = draft.bodyVariants;
	const parameters = new Set(draft.parameters.map(({ name }) => name));
	const shape = withVariants(plain?.shape, draft.bodyVariants, (name) =>
		parameters.has(name),
	);
	if (variant === undefined || shape === undefined) return plain;
	if (plain !== undefined) return { ...plain, shape };
	const origins: Origins = [{ span: variant.condition.span, basis: "stated" }];
	return { mediaType: mediaTypeOf(draft), shape, origins };
}

function plainBody(draft: OperationDraft): Body | undefined {
	const [first, ...others] = distinct(draft.bodyFields, ({ name }) => name);
	if (first === undefined)
		return (
			draft.body ??
			(draft.shownBody === undefined ? bareBody(draft) : undefined)
		);
	const whole = others.length === 0 ? wholeBody(first, draft) : undefined;
	if (whole !== undefined) return whole;
	const shape: Shape = {
		kind: "object",
		properties: [first, ...others],
		...(draft.bodyBases.size > 0 && { bases: [...draft.bodyBases] }),
		...(draft.cutBody === true && { open: true }),
	};
	return {
		mediaType: mediaTypeOf(draft),
		...(draft.bodyFields.some(({ required }) => required === true) && {
			required: true,
		}),
		shape,
		origins: first.origins,
	};
}

/** The only field of the body is called that and holds others: they are those of the body, if no sample says otherwise. */
function wholeBody(
	property: Property,
	{ shownBody }: OperationDraft,
): Body | undefined {
	const { name, shape } = property;
	const holds = ["object", "array", "record"].includes(shape.kind);
	const nested =
		shownBody?.shape.kind === "object" &&
		shownBody.shape.properties.some((other) => other.name === name);
	return /^body$/i.test(name) && holds && !nested
		? bodyFromField(property)
		: undefined;
}

/** What has fields is no file, whatever else is sent beside it. */
function mediaTypeOf(draft: OperationDraft): string {
	const { bodyMediaType = json, bodyFields } = draft;
	const raw = encodingOf(bodyMediaType) === "raw";
	return raw && bodyFields.length > 0 && !/xml/.test(bodyMediaType)
		? json
		: bodyMediaType;
}

const json = "application/json";
