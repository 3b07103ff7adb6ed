import type { ApiModel } from "../../model/types.ts";

/**
 * What the names of the client's environment variables begin with: the words that those of the docs' examples share
 * (`LIBRARY` of `LIBRARY_TOKEN` and `LIBRARY_EMAIL`), the first word of the only one, or else the name of the API.
 */
export function environmentPrefix({ title, security }: ApiModel): string {
	const [first, ...others] = documentedNames(security);
	const words = first?.split("_").slice(0, others.length > 0 ? -1 : 1) ?? [];
	while (
		words.length > 0 &&
		!others.every((name) => name.startsWith(`${words.join("_")}_`))
	)
		words.pop();
	return words.join("_") || screamingSnake(title);
}

function documentedNames(security: ApiModel["security"]): readonly string[] {
	const names = security.flatMap(({ credentials }) =>
		credentials.flatMap(({ environment }) => environment ?? []),
	);
	return [...new Set(names)];
}

function screamingSnake(text: string): string {
	return text
		.toUpperCase()
		.replace(/[^A-Z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "");
}
