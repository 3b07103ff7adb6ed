import { code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type { ClassDeclaration, Declaration } from "../../code/declarations.ts";
import { hasServer } from "./core.ts";
import type { ResourcePlan } from "./plan.ts";
import { classOf, interfaceOf } from "./resource.ts";
import { treeOf } from "./resource-tree.ts";
import type { Scope } from "./types.ts";

/** The class that a caller makes first: the root of the resources, which are what it extends. */
export function declareClient(
	root: ResourcePlan,
	scope: Scope,
): readonly Declaration[] {
	const resources = { ...root, className: scope.plan.rootName };
	return [
		interfaceOf(resources, scope),
		treeOf(resources, scope),
		classOf(resources, scope),
		clientOf(scope),
	];
}

function clientOf({ plan }: Scope): ClassDeclaration {
	const { model, className, rootName } = plan;
	const given = code`ClientOptions | ClientCore`;
	const options = { name: code`options`, type: given };
	return {
		kind: "class",
		name: className,
		extends: rootName,
		docs: docComment({ paragraphs: [`A client for ${model.title}.`] }),
		fields: [
			{
				name: code`core`,
				type: code`ClientCore`,
				docs: docComment({
					paragraphs: ["What the functions of all operations take first."],
				}),
			},
		],
		parameters: [
			hasServer(model) ? { ...options, default: code`{}` } : options,
		],
		body: [
			code`const core = options instanceof ClientCore ? options : createClient(options, [...allFeatures, givenSchemas]);`,
			code`super(core);`,
			code`this.core = core;`,
		],
		methods: [
			{
				name: code`withOptions`,
				docs: docComment({
					paragraphs: [
						"Another client with these options in place of this one's; what is left out stays.",
					],
				}),
				parameters: [
					{
						name: code`options`,
						type: code`Partial<ClientOptions>`,
					},
				],
				returns: className,
				body: code`return new ${className}(withOptions(this.core, options));`,
			},
		],
	};
}
