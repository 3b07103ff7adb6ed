import { partRoleOf, partWords } from "./part-words.ts";
import { methodOf } from "./path.ts";

/**
 * The method and the URL of lines that all are labels, `Method: GET` above `URL: {{host}}/beds`, in one line; nothing for
 * lines without either.
 */
export function labelledCall(lines: readonly string[]): string | undefined {
	let verb: string | undefined;
	let url: string | undefined;
	for (const line of lines) {
		const [, name, value = ""] =
			/^([A-Za-z ]{2,20}?)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
		if (name === undefined) return undefined;
		const role = partRoleOf(partWords, name);
		if (role === "method") verb ??= methodOf(value.trim());
		else if (role === "url" || role === "endpoint") url ??= value.trim();
	}
	return verb === undefined || url === undefined ? undefined : `${verb} ${url}`;
}
