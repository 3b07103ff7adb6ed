import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEvents } from "../../templates/runtime/read-events.ts";
import { createLines } from "../../templates/runtime/read-lines.ts";
import type { Messages } from "../../templates/runtime/stream.ts";

/** The messages in a body that comes in the given pieces. */
function read(messages: Messages, pieces: readonly Uint8Array[]) {
	const decoder = new TextDecoder();
	return [...pieces, undefined].flatMap((piece) => [
		...messages(
			decoder.decode(piece, { stream: piece !== undefined }),
			piece === undefined,
		),
	]);
}

const bytes = (text: string) => new TextEncoder().encode(text);

function events(text: string) {
	return read(createEvents(1_000), [bytes(text)]);
}

function lines(text: string) {
	return read(createLines(1_000), [bytes(text)]);
}

/** A body cut at the given places, inside of characters and line ends, too. */
function cut(body: Uint8Array, places: readonly number[]): Uint8Array[] {
	const sorted = places.map((place) => place % (body.length + 1));
	sorted.sort((one, other) => one - other);
	return [0, ...sorted].map((start, index) => body.slice(start, sorted[index]));
}

const end = fc.constantFrom("\n", "\r", "\r\n");
const text = fc
	.string({ unit: "binary" })
	.map((text) => text.replace(/[\r\n]|\p{Surrogate}/gu, " "));
const cuts = fc.array(fc.nat(5_000), { maxLength: 30 });

describe("server-sent events", () => {
	test("are read alike however they are cut, whatever ends their lines", () => {
		const event = fc.record({
			name: fc.option(text.filter(Boolean), { nil: undefined }),
			data: fc.array(text, { minLength: 1, maxLength: 3 }),
			noise: fc.subarray([": keep-alive", "retry: 10", "id: 7", ":", "other"]),
			space: fc.constantFrom("", " "),
		});
		fc.assert(
			fc.property(
				fc.array(event),
				end,
				cuts,
				fc.boolean(),
				(list, end, places, mark) => {
					const body = list.map(({ name, data, noise, space }) =>
						[
							...noise,
							...(name === undefined ? [] : [`event: ${name}`]),
							// One space is not part of the data; a second one is.
							...data.map((line) =>
								line.startsWith(" ") ? `data: ${line}` : `data:${space}${line}`,
							),
							"",
							"",
						].join(end),
					);
					const pieces = cut(
						bytes(`${mark ? "\ufeff" : ""}${body.join("")}`),
						places,
					);
					expect(
						read(createEvents(Number.POSITIVE_INFINITY), pieces).map(
							({ text, event }) => [text, event],
						),
					).toEqual(list.map(({ name, data }) => [data.join("\n"), name]));
				},
			),
		);
	});

	test("know the line that they begin in", () => {
		expect(events(": hi\r\n\r\nevent: a\rdata: 1\n\ndata\n\n")).toEqual([
			{ text: "1", line: 4, event: "a" },
			{ text: "", line: 6, event: undefined },
		]);
	});

	test("without data are none, and their names are not those of the next", () => {
		expect(events("event: a\n\nid: 1\n\ndata: 2\n\n")).toEqual([
			{ text: "2", line: 5, event: undefined },
		]);
	});

	test("that the end cuts off are not lost", () => {
		for (const rest of ["", "\n", "\r"])
			expect(events(`data: 1\n\ndata: 2${rest}`)).toMatchObject([
				{ text: "1" },
				{ text: "2" },
			]);
	});

	test("end with a line end at once, not with the next piece", () => {
		const messages = createEvents(100);
		expect([...messages("data: 1\r\r", false)]).toHaveLength(1);
		expect([...messages("\ndata: 2\r\n\r", false)]).toHaveLength(1);
		expect([...messages("", false)]).toEqual([]);
		expect([...messages("\ndata: 3\n\n", false)]).toMatchObject([
			{ text: "3", line: 5 },
		]);
	});

	test.each([
		["in one line", `data: ${"x".repeat(2_000)}\n\n`],
		["without an end", `data: ${"x".repeat(2_000)}`],
		["in many lines", `data: ${"x".repeat(90)}\n`.repeat(20)],
	])("of more than the limit %s are refused", (_, body) => {
		expect(() => events(body)).toThrow(new RangeError("more than 1000 bytes"));
	});

	test("may be more together than the limit for one", () => {
		expect(events(`data: ${"x".repeat(900)}\n\n`.repeat(5))).toHaveLength(5);
	});
});

describe("lines", () => {
	test("are read alike however they are cut", () => {
		fc.assert(
			fc.property(
				fc.array(fc.jsonValue()),
				fc.constantFrom("\n", "\r\n", "\n\n", "\n\x1e"),
				cuts,
				fc.boolean(),
				(values, end, places, ended) => {
					const body = values.map((value) => JSON.stringify(value)).join(end);
					const pieces = cut(bytes(`${body}${ended ? end : ""}`), places);
					expect(
						read(createLines(Number.POSITIVE_INFINITY), pieces).map(
							({ text }) => JSON.parse(text),
						),
					).toEqual(JSON.parse(JSON.stringify(values)));
				},
			),
		);
	});

	test("of values that are written over several are one each", () => {
		const values = [{ a: { b: [] } }, [1, [2]], {}];
		const body = values.map((value) => JSON.stringify(value, null, 2));
		const found = lines(`${body.join("\n")}\n7`);
		expect(found.map(({ text }) => JSON.parse(text))).toEqual([...values, 7]);
		expect(found.map(({ line }) => line)).toEqual([1, 6, 12, 13]);
	});

	test("of a value that the end cuts off are not lost", () => {
		expect(lines('1\n{\n  "a":')).toEqual([
			{ text: "1", line: 1 },
			{ text: '{\n  "a":', line: 2 },
		]);
	});

	test("that are blank count and are none", () => {
		expect(lines("\n \r\n1\n")).toEqual([{ text: "1", line: 3 }]);
	});

	test("of more than the limit are refused, also together", () => {
		expect(() => lines(`[\n${"1,\n".repeat(400)}`)).toThrow(RangeError);
		expect(() => lines("1".repeat(1_001))).toThrow(RangeError);
	});
});
