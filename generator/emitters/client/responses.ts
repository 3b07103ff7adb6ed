import { type Code, code, joinCode } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type { Declaration } from "../../code/declarations.ts";
import { pascalPart } from "../../code/names.ts";
import { type StreamAnswer, streamAnswer } from "../../model/stream-answer.ts";
import { answersBytes, answersText } from "../../model/text-answer.ts";
import type { Operation, Response } from "../../model/types.ts";
import { basisOf, constraintsOf, paragraph, sentence } from "./facts.ts";
import type { OperationPlan } from "./plan.ts";
import {
	interfaceOf,
	type Place,
	placeFor,
	type Scope,
	typeOf,
} from "./types.ts";

/** The type of what an operation resolves to. */
export function declareResponse(
	{ operation, path, response: declared, typeName }: OperationPlan,
	scope: Scope,
): readonly Declaration[] {
	const successes = successesOf(operation);
	const [first] = successes;
	const stream = streamAnswer(scope.plan.model, operation);
	const docs = docComment({
		paragraphs: [
			stream && streamTexts[stream.kind],
			...(first === undefined
				? ["The docs do not state what a success answers."]
				: successes.map(textOf)),
		],
	});
	const place = placeFor(first?.shape, { name: typeName, key: `${path}()` });
	if (stream !== undefined) {
		scope.uses.add("ApiStream");
		const item = { ...place, name: `${place.name}Item` };
		const type = code`ApiStream<${typeOfAll(successes, item, scope)}>`;
		return [{ kind: "type", name: declared, docs, type }];
	}
	const isText = answersText(operation);
	if (!isText && successes.length === 1 && first?.shape?.kind === "object") {
		const { shape } = first;
		const within = { ...place, name: typeName, declared, docs };
		if (shape.properties.length > 0) return [interfaceOf(shape, within, scope)];
	}
	const type = isText
		? code`string`
		: answersBytes(operation)
			? code`Blob`
			: typeOfAll(successes, place, scope);
	return [{ kind: "type", name: declared, docs, type }];
}

const streamTexts = {
	events: "A stream: an item is the data of an event.",
	textEvents: "A stream: an item is the text of an event.",
	lines: "A stream: an item is a line of JSON.",
} as const satisfies Record<StreamAnswer["kind"], string>;

/** The responses of a success: those of 2XX; `default` where the docs know no other. */
export function successesOf({ responses }: Operation): readonly Response[] {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	return successes.length > 0
		? successes
		: responses.filter(({ status }) => status === "default");
}

/** The type of what any of several successes gives. */
function typeOfAll(
	successes: readonly Response[],
	place: Place,
	scope: Scope,
): Code {
	const types = new Set(
		successes.map((success, index) => {
			// The first has the operation's name, the others say their status.
			const word = index === 0 ? "" : pascalPart(success.status);
			const within = { ...place, name: place.name + word };
			return typeOfResponse(success, within, scope);
		}),
	);
	const unknown = code`unknown`;
	return types.size === 0 || types.has(unknown)
		? unknown
		: joinCode([...types], code` | `);
}

function typeOfResponse(
	{ status, mediaType, shape }: Response,
	place: Place,
	scope: Scope,
): Code {
	if (shape !== undefined)
		return typeOf(shape, { ...place, key: `${place.key}${status}` }, scope);
	return mediaType === undefined ? code`undefined` : code`unknown`;
}

function textOf(response: Response): string {
	const { status, description, mediaType, shape, origins } = response;
	const nothing = mediaType === undefined && shape === undefined;
	const text = paragraph(
		sentence(description),
		nothing ? "No body." : undefined,
		shape && constraintsOf(shape),
		shape?.kind === "unknown" && shape.placeholder === undefined
			? "Not stated by the docs."
			: undefined,
		basisOf(origins),
	);
	// Of a 200 that the docs say nothing about, the type says enough.
	return text === ""
		? status === "200"
			? ""
			: `${status}.`
		: `${status}: ${text}`;
}
