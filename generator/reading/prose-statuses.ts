import type { Response } from "../model/types.ts";
import { type Source, spanBetween } from "../text/source.ts";
import type { Span } from "../text/span.ts";

const reasons =
	"OK|Created|Accepted|No Content|Moved Permanently|Found|See Other|Not Modified|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Conflict|Gone|Precondition Failed|Payload Too Large|Unprocessable Entity|Unprocessable Content|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout";
const behind =
	"(?=[`\"']?(?:[\\s]*[.,;:)]|\\s+(?:if|when|on|in|with|and|or|for|to|is|are|will|response|status|code|error|means)\\b|\\s*$))";
const named = new RegExp(`\\b([1-5]\\d\\d)\\s+(${reasons})\\b`, "g");
const returned = new RegExp(
	`\\b(?:returns?|returned|respond(?:s|ed)? with|answers? with|replies with|status(?: code)?(?: of| is)?)\\s+(?:(?:an?|the|http|status|error|code|of|with)\\s+)*[\`"']?([1-5]\\d\\d)${behind}`,
	"gi",
);
const passive =
	/[`"']?\b([1-5]\d\d)\b[`"']?(?:\s+(?:status|code|response|error))*\s+(?:is|are|will be|gets)\s+returned\b/g;

/** The statuses that sentences name: "Returns 201 Created if …, 404 Not Found otherwise", "a `204` is returned". */
export function statusesIn(source: Source, span: Span): readonly Response[] {
	const text = source.text.slice(span.start.offset, span.end.offset);
	if (!/\b(?:return|respon|answer|repl|status)/i.test(text)) return [];
	const found = new Map<string, Response>();
	for (const pattern of [named, returned, passive])
		for (const match of text.matchAll(pattern)) {
			const [whole, status, reason] = match;
			if (status === undefined || found.has(status)) continue;
			const start = span.start.offset + match.index;
			const place = spanBetween(source, start, start + whole.length);
			found.set(status, {
				status,
				...(reason !== undefined && { description: reason }),
				origins: [{ span: place, basis: "stated" }],
			});
		}
	return [...found.values()];
}
