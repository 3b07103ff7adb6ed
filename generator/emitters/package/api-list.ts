import { bannerLines } from "../../code/banner.ts";
import { type Code, code } from "../../code/code.ts";
import {
	markdownCode,
	markdownComment,
	markdownText,
} from "../../code/markdown-text.ts";
import { type OwnTemplates, render } from "../../code/template.ts";
import type { ApiModel } from "../../model/types.ts";
import { type Method, methodsOf } from "./methods.ts";

/** `api.md`: every method with its request, and what the docs leave open. It stays out of the package, for its size. */
export function apiList(model: ApiModel, templates?: OwnTemplates): string {
	const methods = methodsOf(model);
	return render(
		"api",
		{
			banner: markdownComment(bannerLines(model).join(" ")),
			title: markdownText(model.title),
			methods: methods.map(({ operation, members }) => ({
				path: markdownCode(members.join(".")),
				request: markdownCode(operation.id),
				summary: markdownText(operation.summary ?? ""),
			})),
			silences: methods.flatMap(silencesOf),
		},
		templates,
	);
}

/** What a caller would want to know of a method and the docs do not say. */
function silencesOf({ operation, members }: Method): readonly Code[] {
	const { body, responses } = operation;
	const path = markdownCode(members.join("."));
	const success = responses.filter(({ status }) => !/^[345]/.test(status));
	const silences: Code[] = [];
	if (body?.suggested === true || body?.shape.kind === "unknown")
		silences.push(code`${path}: what the body of the request holds.`);
	if (success.length === 0)
		silences.push(code`${path}: what a success answers.`);
	else if (success.some(({ shape }) => shape?.kind === "unknown"))
		silences.push(code`${path}: what the response holds.`);
	return silences;
}
