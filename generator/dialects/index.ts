import { definitions } from "./definitions.ts";
import type { Dialect } from "./dialect.ts";
import { generic } from "./generic.ts";
import { indexed } from "./indexed.ts";
import { listedDefinitions } from "./listed-definitions.ts";
import { renderedPage } from "./rendered-page.ts";

/** All conventions, the narrower ones first: the first that claims a section reads it. */
export const dialects: readonly Dialect[] = [
	renderedPage,
	generic,
	indexed,
	listedDefinitions,
	definitions,
];
