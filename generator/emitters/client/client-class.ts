import { code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type { ClassDeclaration } from "../../code/declarations.ts";
import { hasServer } from "./core.ts";
import { methodOf } from "./operations.ts";
import type { ResourcePlan } from "./plan.ts";
import { childrenOf } from "./resource.ts";
import type { Scope } from "./types.ts";

/** The class that a caller makes first: the root of the resources. */
export function declareClient(
	root: ResourcePlan,
	scope: Scope,
): ClassDeclaration {
	const { model, className } = scope.plan;
	const { fields, body } = childrenOf(root, code`core`);
	const given = code`ClientOptions | ClientCore`;
	const options = { name: code`options`, type: given };
	return {
		kind: "class",
		name: className,
		docs: docComment({ paragraphs: [`A client for ${model.title}.`] }),
		fields: [
			{
				name: code`core`,
				type: code`ClientCore`,
				docs: docComment({
					paragraphs: ["What the functions of all operations take first."],
				}),
			},
			...fields,
		],
		parameters: [
			hasServer(model) ? { ...options, default: code`{}` } : options,
		],
		body: [
			code`const core = options instanceof ClientCore ? options : createClient(options, allFeatures);`,
			code`this.core = core;`,
			...body,
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
					{ name: code`options`, type: code`Partial<ClientOptions>` },
				],
				returns: className,
				body: code`return new ${className}(withOptions(this.core, options));`,
			},
			...root.operations.map((operation) =>
				methodOf(operation, scope, code`this.core`),
			),
		],
	};
}
