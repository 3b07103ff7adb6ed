import type { JsonValue } from "../text/json.ts";
import { checkModel } from "./check.ts";
import { modelForm } from "./form.ts";
import { misfits } from "./misfits.ts";
import type { ApiModel } from "./types.ts";
import { MODEL_VERSION } from "./types.ts";

/** Reads what `printModel` wrote; text that is not a sound model of this version is a `ModelError`. */
export function parseModel(text: string): ApiModel {
	const value = parseJson(text);
	const { version } = Object(value);
	if (version !== MODEL_VERSION)
		throw new ModelError([
			`the model has version ${version}, and version ${MODEL_VERSION} is what can be read`,
		]);
	const found = misfits(modelForm(), value);
	if (!isModel(value, found)) throw new ModelError(found);
	const unsound = checkModel(value);
	if (unsound.length > 0) throw new ModelError(unsound);
	return value;
}

/** A model that cannot be read, and every reason why. */
export class ModelError extends Error {
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super(`This is not a model: ${problems.slice(0, 3).join("; ")}`);
		this.name = "ModelError";
		this.problems = problems;
	}
}

function parseJson(text: string): JsonValue {
	try {
		return JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ModelError([`it is not JSON: ${reason}`]);
	}
}

function isModel(
	_value: unknown,
	found: readonly string[],
): _value is ApiModel {
	return found.length === 0;
}
