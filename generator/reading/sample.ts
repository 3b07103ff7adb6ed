import type { Fence } from "../markdown/fence.ts";
import { isJsonFence } from "../markdown/fence.ts";
import { endpointsIn } from "./endpoint-forms.ts";

/** What a code block shows. */
export type SampleKind =
	| "curl"
	| "request line"
	| "http request"
	| "http response"
	| "status"
	| "json"
	| "xml"
	| "form"
	| "text"
	| "program";

const programs =
	/^(?:ruby|rb|python|py|javascript|js|jsx|typescript|ts|tsx|go|golang|java|php|csharp|c#|cs|c|cpp|swift|kotlin|perl|r|rust|scala|dart|objc|node|elixir|powershell|ps1|hcl|sql|promql|makefile|diff|mermaid)$/;

/** Tells what a code block shows, by what is in it rather than by its language, which is often wrong. */
export function sampleKind({
	text,
	language,
	span,
}: Pick<Fence, "text" | "language" | "span">): SampleKind {
	const bare = text.trim();
	if (/(?:^|\n)\s*[$#>]?\s*curl\s/.test(bare)) return "curl";
	if (/^HTTP\/\d/.test(bare)) return "http response";
	if (/^Status:?\s*\d{3}\b/i.test(bare)) return "status";
	const [first = "", ...rest] = bare.split("\n");
	if (endpointsIn(first, span).length > 0)
		return rest.some((line) => line.trim() !== "")
			? "http request"
			: "request line";
	if (
		/^[[{]/.test(bare) &&
		(isJsonFence({ language }) ||
			/^(?:http|shell|bash|console|text|plain|ruby)$/.test(language))
	)
		return "json";
	// A dictionary by itself is a sample: `{'count': 2, 'next': None}`.
	if (
		/^(?:py|python)$/.test(language) &&
		/^(?:\{\s*['"]|\[\s*\{\s*['"])/.test(bare)
	)
		return "json";
	if (programs.test(language)) return "program";
	if (/^(?:json[5c]?|jsonl|ndjson)$/.test(language)) return "json";
	if (/^<\?xml|^<\w[\s\S]*<\/\w+>\s*$/.test(bare) || language === "xml")
		return "xml";
	if (/^[\w.[\]%-]+=[^\s&]*(?:&[\w.[\]%-]+=[^\s&]*)*$/.test(bare))
		return "form";
	if (/^(?:sh|shell|bash|console|shell-session|zsh)$/.test(language))
		return "program";
	return "text";
}

/** The parts of an HTTP message: its first line, its headers and its body with the body's place in the text. */
export interface HttpMessage {
	readonly start: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly body: string;
	readonly bodyAt: number;
}

/** Splits a message as it goes over the wire. */
export function readHttpMessage(text: string): HttpMessage {
	const gap = /\r?\n\s*\r?\n/.exec(text);
	const json = /\n(?=[[{])/.exec(text);
	const cut = gap ?? json;
	const head = cut === null ? text : text.slice(0, cut.index);
	const bodyAt = cut === null ? text.length : cut.index + cut[0].length;
	const [start = "", ...lines] = head.trim().split(/\r?\n/);
	const headers = lines.flatMap((line) => {
		const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
		return name === undefined || value === undefined
			? []
			: [[name, value] as const];
	});
	return { start, headers, body: text.slice(bodyAt), bodyAt };
}
