import type { CoreConfig } from "./client-core.js";
import { ApiConfigError } from "./errors.js";
import type { Parts } from "./feature.js";
import type { CoreOptions, Validate } from "./options.js";

/** Holds calls to the option `schemas`. Without it, a client or a call that asks to `validate` is refused. */
export function givenSchemas(config: CoreConfig, options: CoreOptions): Parts {
	const feature = options.schemas?.feature;
	if (feature) return feature(config, options);
	const refuse = ({
		validate = "off",
	}: {
		validate?: Validate | undefined;
	}) => {
		if (validate !== "off")
			throw new ApiConfigError(
				`${config.name}: validate needs schemas: import * as schemas from its /schemas and make the client with { validate, schemas }`,
			);
	};
	refuse(options);
	return { params: (...[, , , call]) => refuse(call) };
}
