import { afterEach, describe, expect, test, vi } from "vitest";
import {
	ApiArgumentError,
	ApiDecodeError,
	ApiStream,
	byNumber,
	type CoreOptions,
	call,
	createCore,
	givenSchemas,
	type ListOperation,
	listed,
	type Operation,
	type RequestOptions,
	readEvents,
	type Schemas,
	type Validate,
	validation,
	withOptions,
} from "../../templates/runtime/index.ts";
import * as s from "../../templates/runtime/schema-kinds.ts";
import { getBook } from "./server.ts";

const schemas = {
	"books.get": {
		params: s.object({ language: s.text }, { page: s.integer }),
		response: s.object({ title: s.text }, { marks: s.list(s.integer) }),
	},
} satisfies Schemas;

const logger = { error: vi.fn(), warn: vi.fn(), info: vi.fn(), debug: vi.fn() };
const sent = vi.fn();

afterEach(() => {
	vi.clearAllMocks();
	vi.unstubAllEnvs();
});

interface Run extends Omit<CoreOptions, "schemas"> {
	readonly data?: unknown;
	readonly params?: object | undefined;
	readonly call?: RequestOptions;
	readonly operation?: Operation;
	readonly schemas?: Parameters<typeof validation>[0];
	readonly status?: number;
}

function client({ data, status = 200, schemas: given, ...run }: Run) {
	const fetch = async (url: string) => {
		sent(url);
		return status === 304
			? new Response(null, { status })
			: Response.json({ result: data, success: true }, { status });
	};
	return createCore(
		{
			name: "Library",
			baseURL: "http://h",
			environment: "LIBRARY",
			schemes: [],
		},
		{ fetch, logger, ...run },
		[validation(given ?? schemas)],
	);
}

/** What a call resolves to, or the error that it rejects with. */
async function run(given: Run): Promise<unknown> {
	const { params = { language: "en" }, operation = getBook } = given;
	const made = call(client(given), operation, "b1", params, given.call);
	const result = await made.result();
	return result.ok ? result.data : result.error;
}

const wrong = { title: 1, marks: [1, "two"] };

describe("without schemas", () => {
	const config = { name: "Library", baseURL: "http://h", schemes: [] };
	const fetch = async () => Response.json({ result: wrong });
	const hint = /^Library: validate needs schemas: .*\/schemas/;
	const make = (options: CoreOptions) =>
		createCore(config, { fetch, ...options }, [givenSchemas]);

	test("a client that is to validate is not made", () => {
		for (const validate of ["warn", "throw"] as const) {
			expect(() => make({ validate })).toThrow(hint);
			expect(() => withOptions(make({}), { validate })).toThrow(hint);
			expect(() => createCore(config, { validate })).toThrow(
				"Library: validate needs the feature validation(schemas)",
			);
		}
	});

	test("a call that is to validate is refused before anything is sent", async () => {
		const refused = call(make({ fetch: sent }), getBook, "b1", undefined, {
			validate: "throw",
		});
		await expect(refused).rejects.toThrow(hint);
		expect(sent).not.toHaveBeenCalled();
	});

	test("calls that need none are made", async () => {
		for (const options of [{}, { validate: "off" } as const])
			expect(await call(make(options), getBook, "b1", {})).toEqual(wrong);
	});

	test("they can be given later, and hold calls as the feature does", async () => {
		const feature = validation(schemas);
		const held = withOptions(make({}), {
			validate: "throw",
			schemas: { feature },
		});
		await expect(call(held, getBook, "b1", {})).rejects.toMatchObject({
			name: "ApiParamsError",
		});
	});
});

describe("off", () => {
	test("is how it is unless stated, and nothing is loaded", async () => {
		const load = vi.fn();
		expect(await run({ data: wrong, params: {}, schemas: load })).toEqual(
			wrong,
		);
		expect(load).not.toHaveBeenCalled();
		expect(logger.warn).not.toHaveBeenCalled();
	});

	test("a call can say it for itself", async () => {
		const given = { data: wrong, validate: "throw", call: { validate: "off" } };
		expect(await run(given as Run)).toEqual(wrong);
	});
});

describe("throw", () => {
	test("passes on what fits, unknown properties included", async () => {
		const data = { title: "Emma", marks: [1], other: null };
		expect(await run({ data, validate: "throw" })).toEqual(data);
		expect(sent).toHaveBeenCalledTimes(1);
	});

	test("refuses data that does not fit", async () => {
		const error = await run({ data: wrong, validate: "throw" });
		expect(error).toBeInstanceOf(ApiDecodeError);
		expect(error).toMatchObject({
			name: "ApiValidationError",
			status: 200,
			message:
				"books.get: GET http://h/books/b1?language=en answered what is not documented: response.title is a number, not a string (and 1 more)",
			issues: [
				{ path: ["title"], message: "is a number, not a string" },
				{ path: ["marks", 1], message: "is a string, not an integer" },
			],
		});
	});

	test("refuses params that do not fit before anything is sent", async () => {
		const error = await run({
			params: { language: "en", page: 1.5 },
			call: { validate: "throw" },
		});
		expect(error).toBeInstanceOf(ApiArgumentError);
		expect(error).toMatchObject({
			name: "ApiParamsError",
			operation: "books.get",
			message: "books.get: params.page is not an integer",
			issues: [{ path: ["page"], message: "is not an integer" }],
		});
		expect(sent).not.toHaveBeenCalled();
	});

	test("takes params that are left out for none", async () => {
		const core = client({ validate: "throw" });
		const made = call(core, getBook, "b1", undefined);
		await expect(made).rejects.toThrow("books.get: params.language is missing");
	});

	test("a body that is empty is not what is documented", async () => {
		await expect(run({ validate: "throw" })).resolves.toMatchObject({
			issues: [{ path: [], message: "is missing" }],
		});
	});

	test("a 304 has no data that could be wrong", async () => {
		expect(await run({ status: 304, validate: "throw" })).toBeUndefined();
	});

	test("what has no schema is passed on", async () => {
		const operation = { ...getBook, name: "toString" };
		expect(await run({ operation, data: wrong, validate: "throw" })).toEqual(
			wrong,
		);
	});

	test("schemas that have to be loaded are, for params and data", async () => {
		const load = vi.fn(async () => ({ schemas }));
		const given: Run = { data: wrong, validate: "throw", schemas: load };
		expect(await run(given)).toMatchObject({ name: "ApiValidationError" });
		expect(load).toHaveBeenCalled();
	});

	test("schemas of others may take their time", async () => {
		const validate = async () => ({ issues: [{ message: "is odd" }] });
		const response = {
			"~standard": { version: 1, vendor: "other", validate },
		} as const;
		expect(
			await run({
				data: wrong,
				validate: "throw",
				schemas: { "books.get": { response } },
			}),
		).toMatchObject({ issues: [{ message: "is odd" }] });
	});

	test("no value is in the error", async () => {
		const data = { title: { "s-secret": 1 }, marks: ["s-secret"] };
		const error = await run({ data, validate: "throw" });
		expect(`${error}${JSON.stringify(error)}`).not.toContain("s-secret");
	});
});

describe("warn", () => {
	test("passes everything on and tells of each thing once", async () => {
		const core = client({ data: wrong, validate: "warn" });
		for (let time = 0; time < 3; time++)
			expect(await call(core, getBook, "b1", { page: "2" })).toEqual(wrong);
		expect(logger.warn.mock.calls).toEqual([
			["books.get: params.language is missing"],
			["books.get: params.page is a string, not an integer"],
			["books.get: response.title is a number, not a string"],
			["books.get: response.marks[] is a string, not an integer"],
		]);
	});

	test("does not name keys that are data", async () => {
		const response = s.record(s.text);
		await run({
			data: { "s-secret": 1 },
			validate: "warn",
			schemas: { "books.get": { response } },
		});
		expect(logger.warn.mock.calls).toEqual([
			["books.get: response.* is a number, not a string"],
		]);
	});

	test("keeps to the level of the log", async () => {
		await run({ data: wrong, validate: "warn", logLevel: "error" });
		vi.stubEnv("LIBRARY_LOG", "off");
		await run({ data: wrong, validate: "warn" });
		expect(logger.warn).not.toHaveBeenCalled();
		await run({ data: wrong, validate: "warn", logLevel: "warn" });
		expect(logger.warn).toHaveBeenCalledTimes(2);
	});
});

describe("a stream", () => {
	const cancelled = vi.fn();
	const operation: Operation = { ...getBook, read: readEvents };
	const events = [{ title: "Emma" }, { title: 1 }, { title: "Persuasion" }];

	/** Answers with the events and then leaves the response open. */
	async function fetch(): Promise<Response> {
		const texts = events.map(
			(result) => `event: book\ndata: ${JSON.stringify({ result })}\n\n`,
		);
		const body = new ReadableStream({
			start: (controller) =>
				controller.enqueue(new TextEncoder().encode(texts.join(""))),
			cancel: cancelled,
		});
		const headers = { "content-type": "text/event-stream" };
		return new Response(body, { headers });
	}

	async function start(validate: Validate) {
		const stream = await run({ operation, fetch, validate });
		if (stream instanceof ApiStream) return stream as ApiStream<unknown>;
		throw stream;
	}

	test("is held to its schema item by item, and let go of at the first that does not fit", async () => {
		const stream = await start("throw");
		const seen: unknown[] = [];
		const reading = (async () => {
			for await (const item of stream) seen.push([stream.event, item]);
		})();
		await expect(reading).rejects.toMatchObject({
			name: "ApiValidationError",
			issues: [{ path: ["title"], message: "is a number, not a string" }],
		});
		expect(seen).toEqual([["book", events[0]]]);
		expect(cancelled).toHaveBeenCalledTimes(1);
	});

	test("gives all its items where only warnings are wanted", async () => {
		const seen: unknown[] = [];
		for await (const item of await start("warn"))
			if (seen.push(item) === events.length) break;
		expect(seen).toEqual(events);
		expect(logger.warn.mock.calls).toEqual([
			["books.get: response.title is a number, not a string"],
		]);
		expect(cancelled).toHaveBeenCalledTimes(1);
	});

	test("can be left, ended from outside, and read only once", async () => {
		const left = await start("throw");
		for await (const _ of left) break;
		expect(cancelled).toHaveBeenCalledTimes(1);
		expect(() => left[Symbol.asyncIterator]()).toThrow("only once");
		const ended = await start("throw");
		for await (const _ of ended) ended.controller.abort();
		expect(cancelled).toHaveBeenCalledTimes(2);
	});

	test("is as it was where nothing is validated", async () => {
		expect(Object.getOwnPropertySymbols(await start("off"))).toEqual([]);
	});
});

describe("a list", () => {
	const operation: ListOperation = {
		...getBook,
		name: "books.list",
		pages: { turn: byNumber, parameter: "page", items: ["books"] },
	};
	const response = s.object({ books: s.list(schemas["books.get"].response) });

	test("is held to the schema of its data page by page", async () => {
		const pages = [[{ title: "Emma" }], [{ title: 1 }], []];
		const fetch = async (url: string) => {
			const page = Number(new URL(url).searchParams.get("page") ?? 1);
			return Response.json({ result: { books: pages[page - 1] } });
		};
		const core = client({
			fetch,
			validate: "throw",
			schemas: { "books.list": { response } },
		});
		const seen: unknown[] = [];
		const reading = (async () => {
			const list = listed(core, operation, "b1", {});
			for await (const book of list) seen.push(book);
		})();
		await expect(reading).rejects.toMatchObject({
			name: "ApiValidationError",
			page: 2,
			issues: [{ path: ["books", 0, "title"] }],
		});
		expect(seen).toEqual(pages[0]);
	});
});
