import { type Code, code, joinCode } from "../../code/code.ts";
import { markdownCode, markdownProse } from "../../code/markdown-text.ts";
import { isIdentifier } from "../../code/names.ts";
import { callOf } from "../../model/call.ts";
import { pageTurnOf } from "../../model/page-turn.ts";
import { resolveObject } from "../../model/resolve.ts";
import { streamAnswer } from "../../model/stream-answer.ts";
import type { ApiModel, Operation, Shape } from "../../model/types.ts";
import { type Field, fieldTable, innerFields, withInner } from "./fields.ts";
import { typeText } from "./type-text.ts";

/** An operation and where it is in the client: `["hives", "get"]`. */
export interface Method {
	readonly operation: Operation;
	readonly members: readonly string[];
}

/** The blocks of a resource's page: how each method is called, what it takes and what it resolves to. */
export function resourcePage(
	model: ApiModel,
	title: string,
	methods: readonly Method[],
): readonly Code[] {
	return [
		code`# ${markdownCode(title)}`,
		...methods.flatMap((method) => methodBlocks(model, method)),
	];
}

function methodBlocks(
	model: ApiModel,
	{ operation, members }: Method,
): readonly Code[] {
	const { id, summary = "", description = "", deprecated } = operation;
	return [
		code`## ${markdownCode(members.join("."))}`,
		code`${markdownCode(signatureOf(model, operation, members))} sends ${markdownCode(id)}.`,
		deprecated === true ? code`Deprecated.` : code``,
		markdownProse(summary),
		markdownProse(description),
		fieldTable(withInner(argumentsOf(model, operation)), "Argument"),
		...answerOf(model, operation),
	];
}

/** `client.hives.get(hive_id, { apiary_id, queen? }, options?)` */
function signatureOf(
	model: ApiModel,
	operation: Operation,
	members: readonly string[],
): string {
	const { positional, required } = callOf(model, operation);
	const names = argumentsOf(model, operation)
		.filter(({ name }) => name !== positional?.name)
		.map(({ name, required }) => {
			const key = isIdentifier(name) ? name : JSON.stringify(name);
			return required === true ? key : `${key}?`;
		});
	const object =
		names.length === 0 ? [] : [`{ ${names.join(", ")} }${required ? "" : "?"}`];
	const given = [
		...(positional === undefined ? [] : [positional.name]),
		...object,
	];
	return `client.${members.join(".")}(${given.join(", ")})`;
}

function argumentsOf(model: ApiModel, operation: Operation): readonly Field[] {
	const { positional, members, body: place } = callOf(model, operation);
	const parameters = [...(positional ? [positional] : []), ...members].filter(
		({ in: location }) => location !== "cookie",
	);
	const { body } = operation;
	if (body === undefined || place === "none") return parameters;
	if (place === "whole") return [...parameters, { ...body, name: "body" }];
	const sent = resolveObject(model, body.shape)?.properties ?? [];
	return [...parameters, ...sent.filter(({ readOnly }) => readOnly !== true)];
}

/** What the call resolves to, and the failures that the docs know. */
function answerOf(model: ApiModel, operation: Operation): readonly Code[] {
	const data = dataOf(operation);
	const failures = operation.responses
		.map(({ status }) => status)
		.filter((status) => /^[345]/.test(status))
		.map(markdownCode);
	const failing =
		failures.length === 0
			? code``
			: code`Rejects with an \`ApiError\` for ${joinCode(failures, code`, `)}.`;
	if (data.length === 0) return [code`Resolves to \`undefined\`.`, failing];
	const type = markdownCode([...new Set(data.map(typeText))].join(" | "));
	const how = streamAnswer(model, operation)
		? code`Resolves to a stream of ${type}, for \`for await\`.`
		: pageTurnOf(model, operation)
			? code`Resolves to ${type}, the first page; \`for await\` over the call walks over the items of all pages.`
			: code`Resolves to ${type}.`;
	const fields = data.flatMap((shape) => innerFields(shape, ""));
	return [how, fieldTable(fields, "Field"), failing];
}

function dataOf({ responses }: Operation): readonly Shape[] {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	const meant =
		successes.length > 0
			? successes
			: responses.filter(({ status }) => status === "default");
	return meant.flatMap(({ shape }) => shape ?? []);
}
