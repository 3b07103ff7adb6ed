import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { templates } from "../../templates/precompiled.js";
import type { Code } from "./code.ts";

/** What a template's holes hold: code, lists to repeat a part of it over, and switches. */
export interface Holes {
	readonly [name: string]: Code | boolean | readonly Code[] | readonly Holes[];
}

export type TemplateName = keyof typeof templates;

/**
 * Fills `templates/<name>.hbs`. Templates were compiled beforehand, so text that looks like a template stays text; a
 * hole without a value is a fault of ours and throws.
 */
export function render(name: TemplateName, holes: Holes): Code {
	return handlebars.template(templates[name])(holes) as Code;
}

/** The package's own types know nothing of its runtime half. */
const handlebars = runtime as unknown as typeof Handlebars;
