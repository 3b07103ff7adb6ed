import { setTimeout } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import {
	type Fault,
	type Mock,
	type MockAnswer,
	type Problem,
	problem,
	problemType,
} from "../mock/index.ts";
import { type RunningServer, serveApp } from "./local-server.ts";
import { sendFaulty } from "./mock-fault.ts";

/** How a mock is served. */
export interface ServerOptions {
	/** A name or address of this machine. */
	readonly host: string;
	/** 0 for any that is free. */
	readonly port: number;
	/** Milliseconds before each answer. */
	readonly delay: number;
	/** The longest body of a request, in bytes. */
	readonly maxBody: number;
	/** The fault that the next answer has, where a request asks for none. */
	readonly nextFault: () => Fault | undefined;
	readonly log: (line: LogLine) => void;
}

/** What one request came to. */
export interface LogLine
	extends Pick<MockAnswer, "status" | "operation" | "fault" | "note"> {
	readonly method: string;
	/** Path and query. */
	readonly target: string;
	readonly issues: MockAnswer["issues"];
	readonly milliseconds: number;
}

type Env = {
	Bindings: HttpBindings;
	Variables: { told?: Partial<MockAnswer> };
};

/** Serves a mock over HTTP, to pages of any origin too; rejects where the port cannot be had. */
export async function startServer(
	mock: Mock,
	options: ServerOptions,
): Promise<RunningServer> {
	const closing = new AbortController();
	const app = new Hono<Env>();
	app.use(logged(options));
	app.use(crossOrigin());
	app.use(
		bodyLimit({
			maxSize: options.maxBody,
			onError: (c) => {
				const detail = `The body has more than ${options.maxBody} bytes`;
				return refuse(c, { status: 413, detail });
			},
		}),
	);
	app.all("*", async (c) => {
		const { incoming, outgoing } = c.env;
		const answer = await mock({
			method: c.req.method,
			target: targetOf(incoming.url),
			headers: c.req.raw.headers,
			body: new Uint8Array(await c.req.arrayBuffer()),
		});
		const fault = answer.fault ?? options.nextFault();
		c.set("told", { ...answer, ...(fault !== undefined && { fault }) });
		await pause(options.delay + answer.wait, closing.signal);
		const headers = [...answer.headers, ...lengthOf(answer.body)];
		if (fault !== undefined) {
			const all = [...c.res.headers, ...headers];
			sendFaulty(fault, { ...answer, headers: all }, outgoing);
			// What was prepared so far would be joined with it, and then sent.
			c.res = undefined;
			c.res = RESPONSE_ALREADY_SENT;
			return RESPONSE_ALREADY_SENT;
		}
		const empty = c.req.method === "HEAD" || answer.body === undefined;
		return new Response(empty ? null : answer.body, {
			status: answer.status,
			headers: headers.map(([name, value]): [string, string] => [name, value]),
		});
	});
	app.onError((error, c) =>
		refuse(c, {
			status: 500,
			detail: `This is a fault of docwright: ${error.message}`,
		}),
	);
	const server = await serveApp(app, options);
	return {
		url: server.url,
		close() {
			closing.abort();
			return server.close();
		},
	};
}

function logged({ log }: ServerOptions): MiddlewareHandler<Env> {
	return async (c, next) => {
		const started = performance.now();
		await next();
		const told = c.get("told");
		log({
			method: c.req.method,
			target: targetOf(c.env.incoming.url),
			status: told?.status ?? c.res.status,
			...(told?.operation !== undefined && { operation: told.operation }),
			...(told?.fault !== undefined && { fault: told.fault }),
			...(told?.note !== undefined && { note: told.note }),
			issues: told?.issues ?? [],
			milliseconds: Math.round(performance.now() - started),
		});
	};
}

/** Answers preflights, and lets pages of any origin read answers; an OPTIONS that is none is an operation like any other. */
function crossOrigin(): MiddlewareHandler<Env> {
	const answer = cors({
		origin: "*",
		allowMethods: ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"],
		exposeHeaders: ["*"],
		maxAge: 600,
	});
	return (c, next) =>
		c.req.method === "OPTIONS" &&
		c.req.header("access-control-request-method") === undefined
			? next()
			: answer(c, next);
}

function refuse(c: Context<Env>, what: Problem): Response {
	c.set("told", { status: what.status, note: what.detail });
	return new Response(problem(what), {
		status: what.status,
		headers: { "content-type": problemType, connection: "close" },
	});
}

/** The length of a body, which HEAD and answers that are cut off tell, too. */
function lengthOf(body: string | undefined): [string, string][] {
	return body === undefined
		? []
		: [["content-length", `${Buffer.byteLength(body)}`]];
}

/** `http://host/path?query` is `/path?query` (RFC 9112, section 3.2.2). */
function targetOf(url = "/"): string {
	return url.replace(/^https?:\/\/[^/?#]*/i, "");
}

/** Waits, and no longer than the server runs. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	if (milliseconds <= 0) return;
	await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
