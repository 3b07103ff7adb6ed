import { printModel } from "../model/print.ts";
import type { Emitter } from "./emitter.ts";

/** Makes `model.json`: all that was read, with its places in the docs, for other tools and for comparing versions. */
export function modelJsonEmitter(): Emitter {
	return {
		name: "model-json",
		emit(model) {
			return [{ path: "model.json", text: printModel(model) }];
		},
	};
}
