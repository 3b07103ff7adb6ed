import type { ObjectShape, Origins } from "./types.ts";

/** The object that all answers of an API are wrapped in, as one place describes it. */
export interface SharedEnvelope {
	/** The property that holds what is different for each operation. */
	readonly data: string;
	readonly shape: ObjectShape;
	readonly origins: Origins;
}
