import type { PrintMemory } from "../code/file.ts";
import { compileTemplates } from "../code/template.ts";
import type { ApiModel } from "../model/types.ts";
import type { OutputFile } from "../text/output-file.ts";
import { clientEmitter } from "./client/client.ts";
import { signaturesOf } from "./client/signatures.ts";
import type { Emitter } from "./emitter.ts";
import { fixturesEmitter } from "./fixtures.ts";
import { llmsEmitter } from "./llms/index.ts";
import { modelJsonEmitter } from "./model-json.ts";
import { openApiEmitter } from "./openapi/index.ts";
import { exampleCall } from "./package/example.ts";
import { packageEmitter } from "./package/package.ts";
import { snapshotTestsEmitter } from "./snapshot-tests/index.ts";
import { zodEmitter } from "./zod/index.ts";

/** What the output depends on besides the model. */
export interface EmitOptions {
	readonly package: {
		readonly name: string;
		readonly version: string;
		readonly repository?: string;
		readonly license?: string;
		readonly attribution?: string;
	};
	/** The name of the client's class. */
	readonly className: string;
	/** The way from the package to what names of documents start at, where definitions of methods lead to the docs. */
	readonly definitions?: string | undefined;
	/** Outputs that were switched on or off. */
	readonly outputs?: {
		readonly openapi?: boolean | undefined;
		readonly zod?: boolean | undefined;
		readonly llms?: boolean | undefined;
	};
	/** Templates of the project's own, the text by the name: `README`. */
	readonly templates?: ReadonlyMap<string, string>;
	/** TypeScript that is copied as it is. */
	readonly assets: {
		readonly runtime: readonly OutputFile[];
		readonly testing: readonly OutputFile[];
		readonly harness: readonly OutputFile[];
	};
	/** Where files are kept that were printed before, which makes no difference to what is printed. */
	readonly printed?: PrintMemory | undefined;
}

/**
 * All outputs that are wanted: the client, its package, fixtures, tests, the model and the OpenAPI document. Rejects with a
 * `TemplateError` for a template of the project's that cannot be compiled.
 */
export async function defaultEmitters({
	package: identity,
	className,
	definitions: docs,
	outputs = {},
	templates: texts = new Map(),
	assets,
	printed,
}: EmitOptions): Promise<readonly Emitter[]> {
	const openapi = outputs.openapi !== false;
	const definitions = docs !== undefined;
	const templates =
		texts.size === 0 ? undefined : await compileTemplates(texts);
	return [
		clientEmitter({
			runtime: assets.runtime,
			testing: assets.testing,
			className,
			printed,
			...(definitions && { docs }),
		}),
		packageEmitter({
			...identity,
			className,
			definitions,
			templates,
			zod: outputs.zod === true,
			llms: outputs.llms === true,
		}),
		fixturesEmitter(),
		snapshotTestsEmitter({ harness: assets.harness }),
		modelJsonEmitter(),
		...(openapi ? [openApiEmitter()] : []),
		...(outputs.zod === true ? [zodEmitter()] : []),
		...(outputs.llms === true
			? [llmsEmitter({ name: identity.name, openapi })]
			: []),
	];
}

/** An operation in the client, as people read it. */
export interface PrintedMethod {
	/** `GET /hives/{hive_id}` */
	readonly id: string;
	/** `hives.get` */
	readonly name: string;
	readonly signature: string;
	/** A call with no more than it needs. */
	readonly call: string;
	/** The file and the interface that declare it: `src/resources/hives.ts`, `Hives`. */
	readonly file: string;
	readonly owner: string;
}

/** The methods that the client has for a model. */
export function printMethods(
	model: ApiModel,
	{ className, assets }: Pick<EmitOptions, "className" | "assets">,
): readonly PrintedMethod[] {
	const signatures = signaturesOf(model, assets.runtime, className);
	return signatures.map(({ operation, members, text, file, owner }) => ({
		id: operation.id,
		name: members.join("."),
		signature: text,
		call: exampleCall(model, operation, members),
		file,
		owner,
	}));
}
