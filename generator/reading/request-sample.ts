import type { Report } from "../diagnostics/reporter.ts";
import { type CurlCommand, readCurl, serverOf } from "./curl.ts";
import { schemesOf } from "./curl-security.ts";
import { jsonOf, readSample, type SampleText } from "./json-sample.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { takeOtherBody } from "./request-body.ts";
import { showRequest } from "./shown-request.ts";

/** Reads a sample call: of a curl command its base URL, its authentication and its body. Says what it was. */
export function readRequestSample(
	fence: SampleText,
	draft: OperationDraft,
): string {
	const command = takeCurl(fence, draft);
	if (command !== undefined && takeOtherBody(command, draft, fence.span))
		return "sample call";
	const body = command?.data && bodyOf(command.data, fence);
	if (body !== undefined && body !== "")
		draft.examples.push({
			on: "request",
			mediaType: "application/json",
			value: jsonOf(body),
			origins: [{ span: fence.span, basis: "stated" }],
		});
	return "sample call";
}

/** Takes the base URL and the authentication of a curl command, and gives the command; nothing for other text. */
export function takeCurl(
	fence: SampleText,
	draft: OperationDraft,
): CurlCommand | undefined {
	const { text, span } = fence;
	showRequest(fence, draft);
	const command = readCurl(text);
	if (command === undefined) return undefined;
	const server = serverOf(command.url, draft.endpoint.path, span);
	if (server !== undefined) draft.servers.push(server);
	draft.security.push(...schemesOf(command, span));
	return command;
}

/** A body that is not JSON, a form or a file name, is no fault. */
function bodyOf(text: string, fence: SampleText) {
	let broken = false;
	const report: Report = () => {
		broken = true;
	};
	const at = () => fence.span;
	const node = readSample({ text, span: fence.span, at }, report);
	return broken ? undefined : node;
}
