import {
	type Context,
	context,
	type Span,
	SpanKind,
	SpanStatusCode,
	trace,
} from "@opentelemetry/api";
import {
	BasicTracerProvider,
	InMemorySpanExporter,
	type ReadableSpan,
	SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import {
	allFeatures,
	type CoreOptions,
	call,
	createCore,
	followRedirects,
	inQuery,
	type Operation,
	type Propagator,
	type RequestOptions,
	type Tracer,
	tracing,
} from "../../templates/runtime/index.ts";
import { getBook, open, serve } from "./server.ts";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({
	spanProcessors: [new SimpleSpanProcessor(exporter)],
});
/** The real one is taken as it is. */
const tracer: Tracer = provider.getTracer("test");

/** Takes the spans that have ended. */
function ended(): readonly ReadableSpan[] {
	const spans = exporter.getFinishedSpans();
	exporter.reset();
	return [...spans];
}

const readBook = (
	fetch: CoreOptions["fetch"],
	options: CoreOptions = {},
	request: RequestOptions = {},
) => {
	const client = open("http://h:8080/v1", {
		tracer,
		random: () => 0,
		fetch,
		...options,
	});
	return call(client, getBook, "b 1", { page: 2 }, request).result();
};

const ok = async () => Response.json({ success: true, result: {} });

test("a request is a client span by the conventions of HTTP", async () => {
	await readBook(ok);
	const [span, ...others] = ended();
	expect(others).toEqual([]);
	expect(span).toMatchObject({
		name: "GET /books/{book_id}",
		kind: SpanKind.CLIENT,
		status: { code: SpanStatusCode.UNSET },
	});
	expect(span?.attributes).toEqual({
		"http.request.method": "GET",
		"http.response.status_code": 200,
		"server.address": "h",
		"server.port": 8080,
		"url.full": "http://h:8080/v1/books/b%201?page=2",
		"url.template": "/books/{book_id}",
	});
});

test("each attempt has a span, and all but the first say which it is", async () => {
	let calls = 0;
	await readBook(async () =>
		calls++ === 0 ? new Response("", { status: 503 }) : ok(),
	);
	const [failed, passed] = ended();
	expect(failed?.attributes).toMatchObject({
		"http.response.status_code": 503,
		"error.type": "503",
	});
	expect(failed?.attributes).not.toHaveProperty("http.request.resend_count");
	expect(failed?.status).toEqual({ code: SpanStatusCode.ERROR });
	expect(passed?.attributes).toMatchObject({
		"http.response.status_code": 200,
		"http.request.resend_count": 1,
	});
	expect(passed?.attributes).not.toHaveProperty("error.type");
});

test("a failure of the client is an error too", async () => {
	await readBook(async () => new Response("", { status: 404 }));
	const [span] = ended();
	expect(span?.attributes["error.type"]).toBe("404");
	expect(span?.status.code).toBe(SpanStatusCode.ERROR);
});

test("a lost connection is the error that the call has", async () => {
	await readBook(() => Promise.reject(new TypeError("fetch failed")), {
		maxRetries: 0,
	});
	const [span] = ended();
	expect(span?.attributes["error.type"]).toBe("ApiConnectionError");
	expect(span?.attributes).not.toHaveProperty("http.response.status_code");
	expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
});

test("a span ends where fetch does not notice that its time is over", async () => {
	await readBook(() => new Promise(() => {}), { timeout: 20, maxRetries: 0 });
	const [span, ...others] = ended();
	expect(others).toEqual([]);
	expect(span?.attributes["error.type"]).toBe("ApiTimeoutError");
});

test("what the caller gave up says so", async () => {
	const controller = new AbortController();
	const result = readBook(
		(_, init) =>
			new Promise((_resolve, reject) => {
				init?.signal?.addEventListener("abort", () =>
					reject(new DOMException("aborted", "AbortError")),
				);
				controller.abort();
			}),
		{},
		{ signal: controller.signal },
	);
	await result;
	const [span, ...others] = ended();
	expect(others).toEqual([]);
	expect(span?.attributes["error.type"]).toBe("ApiUserAbortError");
});

test("what a redirect leads to has a span of its own, under no route", async () => {
	const other = await serve((response) => {
		response.end('{"success":true}');
	});
	const first = await serve((response) => {
		response.writeHead(302, { location: `${other.url}/moved?token=t-secret` });
		response.end();
	});
	const client = open(first.url, { tracer, propagator });
	await call(client, getBook, "b1", undefined);
	const [redirect, target] = ended();
	expect(redirect?.attributes["http.response.status_code"]).toBe(302);
	expect(redirect?.status.code).toBe(SpanStatusCode.UNSET);
	expect(target?.name).toBe("GET");
	expect(target?.attributes).toMatchObject({
		"http.request.resend_count": 1,
		"url.full": `${other.url}/moved?token=REDACTED`,
		"server.port": Number(new URL(other.url).port),
	});
	expect(target?.attributes).not.toHaveProperty("url.template");
	// Another origin learns nothing of the trace.
	expect(first.received[0]?.headers).toMatchObject({
		traceparent: parentOf(redirect),
	});
	expect(other.received[0]?.headers).not.toHaveProperty("traceparent");
});

/** What programs hand over: OpenTelemetry's own span, context and headers. */
const propagator: Propagator = {
	inject(span: Span, headers) {
		const inside: Context = trace.setSpan(context.active(), span);
		const { traceId, spanId } = trace.getSpanContext(inside) ?? {};
		headers.set("traceparent", `00-${traceId}-${spanId}-01`);
	},
};

function parentOf(span: ReadableSpan | undefined): string {
	const { traceId, spanId } = span?.spanContext() ?? {};
	return `00-${traceId}-${spanId}-01`;
}

test("each attempt tells the server of its own span", async () => {
	const seen: unknown[] = [];
	await readBook(
		async (_, init) => {
			seen.push(new Headers(init?.headers).get("traceparent"));
			return seen.length === 1 ? new Response("", { status: 503 }) : ok();
		},
		{ propagator },
	);
	const spans = ended();
	expect(spans).toHaveLength(2);
	expect(seen).toEqual(spans.map(parentOf));
});

test("R21: no secret is an attribute", async () => {
	const exchange: Operation = {
		name: "keys.exchange",
		method: "POST",
		path: ["/keys/", "key_id", "/exchange/", "code_secret", ":do?beta=1"],
		positional: "key_id",
		query: ["access_token"],
		header: ["x-token"],
		body: "fields",
	};
	const config = {
		name: "Library",
		schemes: [
			[
				{ option: "user", query: "as user", put: inQuery },
				{ option: "apiKey", header: "x-own" },
			],
		],
	};
	const credentials = { user: "u-secret-1", apiKey: "h-secret-1" };
	const client = createCore(
		config,
		{
			baseURL: "https://h/?api_key=k-secret-1",
			tracer,
			fetch: async () => Response.json({ token: "r-secret-1" }),
			...credentials,
		},
		allFeatures,
	);
	const params = { code_secret: "p-secret-1", access_token: "q-secret-1" };
	await call(client, exchange, "k1", {
		...params,
		"x-token": "x-secret-1",
		psk: "b-secret-1",
	});
	const [span] = ended();
	const { name, attributes, events, status } = span ?? {};
	expect(JSON.stringify([name, attributes, events, status])).not.toContain(
		"secret-1",
	);
	expect(attributes).toMatchObject({
		"url.full":
			"https://h/keys/k1/exchange/REDACTED:do?beta=1&api_key=REDACTED&access_token=REDACTED&as%20user=REDACTED",
		"url.template": "/keys/{key_id}/exchange/{code_secret}:do",
		"server.port": 443,
	});
});

test("a method that HTTP does not know is not a name", async () => {
	const list: Operation = { name: "list", method: "LIST", path: ["/keys"] };
	await call(open("http://[::1]", { tracer, fetch: ok }), list, "", undefined);
	const [span] = ended();
	expect(span?.name).toBe("HTTP /keys");
	expect(span?.attributes).toMatchObject({
		"http.request.method": "_OTHER",
		"http.request.method_original": "LIST",
		"server.address": "::1",
		"server.port": 80,
	});
});

test("without a tracer it does nothing", () => {
	expect(tracing({ name: "Library", schemes: [] }, { propagator })).toEqual({});
});

test("a program may name it alone, and what is wrong with a path is still said", async () => {
	const client = createCore(
		{ name: "Library", baseURL: "http://h", schemes: [] },
		{ tracer, fetch: ok },
		[followRedirects, tracing],
	);
	await call(client, getBook, "b1", undefined);
	expect(ended()).toHaveLength(1);
	await expect(call(client, getBook, "..", undefined)).rejects.toThrow("^^");
	expect(ended()).toEqual([]);
});

test("anything of a tracer's form will do, and each of its spans ends once", async () => {
	const told: unknown[] = [];
	const own: Tracer = {
		startSpan: (name) => ({
			setAttribute: (key, value) => told.push([key, value]),
			setStatus: ({ code }) => told.push(code),
			end: () => told.push(`end of ${name}`),
		}),
	};
	const late: CoreOptions["fetch"] = (_, init) =>
		new Promise((_resolve, reject) => {
			const { signal } = init ?? {};
			signal?.addEventListener("abort", () => reject(signal.reason));
		});
	await readBook(late, { tracer: own, timeout: 20, maxRetries: 0 });
	expect(told).toEqual([
		["error.type", "ApiTimeoutError"],
		2,
		"end of GET /books/{book_id}",
	]);
});
