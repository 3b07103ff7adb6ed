import { expect, test } from "vitest";
import { streamAnswer } from "../../generator/model/stream-answer.ts";
import type { Response, Shape } from "../../generator/model/types.ts";
import { origins, text } from "../models/make.ts";
import { sample } from "../models/sample.ts";

const [operation] = sample.operations;

function answering(...responses: readonly Partial<Response>[]) {
	if (operation === undefined) throw new Error("the sample has operations");
	return streamAnswer(sample, {
		...operation,
		responses: responses.map((response) => ({
			status: "200",
			shape: { kind: "unknown" } satisfies Shape,
			origins: origins(1, "stated"),
			...response,
		})),
	});
}

test.each([
	["text/event-stream", "events", "text/event-stream"],
	["text/event-stream; charset=utf-8", "events", "text/event-stream"],
	["application/x-ndjson", "lines", "application/x-ndjson, */*;q=0.5"],
	["application/jsonl; charset=utf-8", "lines", "application/jsonl, */*;q=0.5"],
	["application/stream+json", "lines", "application/stream+json, */*;q=0.5"],
	["application/json-seq", "lines", "application/json-seq, */*;q=0.5"],
	[
		"application/vnd.bee.v1.ndjson",
		"lines",
		"application/vnd.bee.v1.ndjson, */*;q=0.5",
	],
])("%s streams", (mediaType, kind, accept) => {
	expect(answering({ mediaType })).toEqual({ kind, accept });
});

test.each([
	"application/json",
	"application/problem+json",
	"application/vnd.stream.json",
	"text/plain",
	"application/octet-stream",
	"text/event-stream-list",
	undefined,
])("%s does not", (mediaType) => {
	expect(answering(mediaType === undefined ? {} : { mediaType })).toBe(
		undefined,
	);
});

test("events of text are text", () => {
	expect(
		answering({ mediaType: "text/event-stream", shape: text() }),
	).toMatchObject({ kind: "textEvents" });
});

test("failures are no streams, and a success that is none outweighs one that is", () => {
	const mediaType = "text/event-stream";
	const failed = { status: "400", mediaType: "application/json" };
	expect(answering({ mediaType }, failed)).toMatchObject({ kind: "events" });
	expect(answering({ mediaType }, { ...failed, status: "202" })).toBe(
		undefined,
	);
	expect(answering({ mediaType }, { mediaType: "application/x-ndjson" })).toBe(
		undefined,
	);
	expect(answering({ ...failed, mediaType })).toBe(undefined);
});
