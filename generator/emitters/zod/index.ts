import { banner } from "../../code/banner.ts";
import { type Code, code, joinCode } from "../../code/code.ts";
import { memberPaths } from "../../code/member-paths.ts";
import { unique, variableName } from "../../code/names.ts";
import { identifier } from "../../code/property.ts";
import { callOf } from "../../model/call.ts";
import { resolveObject } from "../../model/resolve.ts";
import type {
	ApiModel,
	NamedShape,
	Operation,
	Property,
	Shape,
} from "../../model/types.ts";
import type { Emitter } from "../emitter.ts";
import { objectOf, schemaOf } from "./schema.ts";
import { inOrder, leadsTo, nameOf, openScope, type Scope } from "./scope.ts";
import { typeOf } from "./type.ts";

/**
 * Makes `src/zod.ts`: schemas of Zod 4 for the named types, and for what each method takes and resolves to. Zod is the
 * library that programs name where they ask for a schema of one (forms, RPC, tools of language models); whatever takes
 * a Standard Schema already has the client's own.
 */
export function zodEmitter(): Emitter {
	return {
		name: "zod",
		emit(model) {
			const path = "src/zod.ts";
			const taken = new Set(["z"]);
			const scope = openScope(model, taken);
			const statements = [
				...inOrder(model).map((named) => declare(named, scope)),
				...methodSchemas(scope, taken),
			];
			if (statements.length === 0)
				return [{ path, text: code`${banner(model)}\n\nexport {};\n` }];
			const text = code`${banner(model)}\n\nimport * as z from "zod";\n\n${joinCode(statements, code`\n`)}`;
			return [{ path, text }];
		},
	};
}

/** A named shape: a schema and its type under the same name. */
function declare({ name, shape: given }: NamedShape, scope: Scope): Code {
	const own = nameOf(scope, name);
	const shape: Shape = leadsTo(scope.model, name, given)
		? { kind: "unknown" }
		: given;
	const schema = schemaOf(shape, scope);
	return scope.cyclic.has(name)
		? code`export type ${own} = ${typeOf(shape, scope)};\nexport const ${own}: z.ZodType<${own}> = z.lazy(() => ${schema});\n`
		: code`export const ${own} = ${schema};\nexport type ${own} = z.infer<typeof ${own}>;\n`;
}

/** `hivesGetParams` and `hivesGetData`: the object of a call, and what it resolves to. */
function methodSchemas(scope: Scope, taken: Set<string>): readonly Code[] {
	const { model } = scope;
	const paths = memberPaths(
		model.operations.map((operation) => callOf(model, operation).path),
	);
	return model.operations.flatMap((operation, at) => {
		const path = paths[at]?.members.join(".") ?? "";
		const name = (suffix: string) =>
			identifier(unique(variableName(`${path} ${suffix}`), taken));
		const params = paramsOf(model, operation);
		const data = dataOf(operation);
		return [
			...(params.length > 0
				? [code`export const ${name("params")} = ${objectOf(params, scope)};\n`]
				: []),
			...(data !== undefined
				? [code`export const ${name("data")} = ${schemaOf(data, scope)};\n`]
				: []),
		];
	});
}

type Param = Pick<Property, "name" | "shape" | "required" | "description">;

function paramsOf(model: ApiModel, operation: Operation): readonly Param[] {
	const { members, body: place } = callOf(model, operation);
	const { body } = operation;
	const parameters = members.filter(
		({ in: location }) => location !== "cookie",
	);
	if (body === undefined || place === "none") return parameters;
	if (place === "whole") return [...parameters, { ...body, name: "body" }];
	const fields = resolveObject(model, body.shape)?.properties ?? [];
	const sent = fields.filter(({ readOnly }) => readOnly !== true);
	return [...parameters, ...sent];
}

/** The data of a success; of a stream, one item. */
function dataOf({ responses }: Operation): Shape | undefined {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	const meant =
		successes.length > 0
			? successes
			: responses.filter(({ status }) => status === "default");
	const shapes = new Map(
		meant.flatMap(({ shape }) =>
			shape === undefined ? [] : [[JSON.stringify(shape), shape] as const],
		),
	);
	const [only, ...others] = shapes.values();
	return others.length === 0 || only === undefined
		? only
		: { kind: "union", members: [only, ...others] };
}
