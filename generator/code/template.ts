import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { templates } from "../../templates/precompiled.js";
import type { Code } from "./code.ts";
import type { TemplateName, TemplateViews } from "./views.ts";

/** Templates that a project has in place of ours. */
export type OwnTemplates = ReadonlyMap<string, Handlebars.TemplateDelegate>;

/** A template of the project's that cannot be compiled or filled. */
export class TemplateError extends Error {
	constructor(file: string, cause: unknown) {
		const why = cause instanceof Error ? cause.message : String(cause);
		super(`${file}: ${why.replace(/\s+/g, " ")}`, { cause });
		this.name = "TemplateError";
	}
}

/**
 * Fills `templates/package/<name>.hbs`, or what a project has in its place. Ours were compiled beforehand, so text that
 * looks like a template stays text; a hole without a value is a fault of ours and throws.
 */
export function render<Name extends TemplateName>(
	name: Name,
	holes: TemplateViews[Name],
	own?: OwnTemplates,
): Code {
	const template = own?.get(name);
	if (template === undefined)
		return handlebars.template(ours[`package/${name}`])(holes) as Code;
	try {
		return template(holes) as Code;
	} catch (error) {
		throw new TemplateError(`${name}.hbs`, error);
	}
}

/** The names of all templates that a project may have in place of ours, sorted. */
export function templateNames(): readonly string[] {
	return Object.keys(templates)
		.map((name) => name.replace(/^package\//, ""))
		.sort();
}

/**
 * Compiles templates of the project's own, the text by the name, as ours were: what is in a hole is written as it is, a
 * misspelt hole is an error, and no helpers are there but Handlebars' own. The compiler is loaded here.
 */
export async function compileTemplates(
	texts: ReadonlyMap<string, string>,
): Promise<OwnTemplates> {
	const { default: compiler } = await import("handlebars");
	const options = { noEscape: true, strict: true, knownHelpersOnly: true };
	const own = new Map<string, Handlebars.TemplateDelegate>();
	for (const [name, text] of texts) {
		try {
			// Compiles at once, which `compile` does when the template is filled.
			compiler.precompile(text, options);
			own.set(name, compiler.compile(text, options));
		} catch (error) {
			throw new TemplateError(`${name}.hbs`, error);
		}
	}
	return own;
}

const ours: Readonly<Record<`package/${TemplateName}`, object>> = templates;

/** The package's own types know nothing of its runtime half. */
const handlebars = runtime as unknown as typeof Handlebars;
