import type { OutputFile } from "../text/output-file.ts";
import { clientEmitter } from "./client/client.ts";
import type { Emitter } from "./emitter.ts";
import { fixturesEmitter } from "./fixtures.ts";
import { modelJsonEmitter } from "./model-json.ts";
import { openApiEmitter } from "./openapi/index.ts";
import { packageEmitter } from "./package/package.ts";
import { snapshotTestsEmitter } from "./snapshot-tests/index.ts";

/** What the output depends on besides the model. */
export interface EmitOptions {
	readonly package: {
		readonly name: string;
		readonly version: string;
		readonly repository?: string;
	};
	/** The name of the client's class. */
	readonly className: string;
	/** The way from the package to what names of documents start at, where definitions of methods lead to the docs. */
	readonly definitions?: string | undefined;
	/** TypeScript that is copied as it is. */
	readonly assets: {
		readonly runtime: readonly OutputFile[];
		readonly testing: readonly OutputFile[];
		readonly harness: readonly OutputFile[];
	};
}

/** All outputs: the client, its package, fixtures, tests, the model and the OpenAPI document. */
export async function defaultEmitters({
	package: identity,
	className,
	definitions: docs,
	assets,
}: EmitOptions): Promise<readonly Emitter[]> {
	const definitions = docs !== undefined;
	return [
		await clientEmitter({
			runtime: assets.runtime,
			testing: assets.testing,
			className,
			...(definitions && { docs }),
		}),
		packageEmitter({ ...identity, className, definitions }),
		fixturesEmitter(),
		snapshotTestsEmitter({ harness: assets.harness }),
		modelJsonEmitter(),
		openApiEmitter(),
	];
}
