import type { CoreConfig } from "./client-core.js";
import { fromEnvironment } from "./environment.js";
import type { Feature } from "./feature.js";
import type { OutgoingRequest } from "./middleware.js";
import { excerpt, hidden, secretName } from "./redact.js";
import { safeUrl } from "./safe-url.js";

/** What takes log messages: `console`, or anything with these methods. */
export interface Logger {
	error(message: string, ...details: unknown[]): void;
	warn(message: string, ...details: unknown[]): void;
	info(message: string, ...details: unknown[]): void;
	debug(message: string, ...details: unknown[]): void;
}

/** From silence to everything. */
export type LogLevel = (typeof levels)[number];

const levels = ["off", "error", "warn", "info", "debug"] as const;

/**
 * Tells a logger of every attempt: `warn` of those that failed, `info` of all, `debug` with headers and the request's
 * body. Credentials, and whatever by its name is a secret, are left out at every level.
 */
export const logging: Feature = (config, options) => {
	const { logger = console } = options;
	const level = levelOf(config, options.logLevel, logger);
	const logs = (wanted: LogLevel) =>
		levels.indexOf(wanted) <= levels.indexOf(level);
	return {
		async middleware(request, next) {
			// Most requests are not worth a line.
			const what = () => {
				const { method, operation, retries } = request;
				const attempt = retries > 0 ? `, retry ${retries}` : "";
				return `${operation}: ${method} ${safeUrl(config, request.url, hidden)}${attempt}`;
			};
			if (logs("debug"))
				logger.debug(`${what()} is sent`, {
					headers: safeHeaders(config, request.headers),
					body: safeBody(request),
				});
			const start = performance.now();
			const took = () => `${Math.round(performance.now() - start)} ms`;
			try {
				const response = await next(request);
				const { status, headers } = response;
				const level = status >= 400 ? "warn" : "info";
				if (logs(level))
					logger[level](`${what()} answered ${status} in ${took()}`);
				if (logs("debug"))
					logger.debug(`${what()} answered ${status}`, {
						headers: safeHeaders(config, headers),
					});
				return response;
			} catch (error) {
				// The error itself is the caller's to log.
				if (logs("warn")) logger.warn(`${what()} failed after ${took()}`);
				throw error;
			}
		},
	};
};

/** The option's level, or else the environment's, or else `warn`. */
function levelOf(
	{ environment }: CoreConfig,
	stated: LogLevel | undefined,
	logger: Logger,
): LogLevel {
	if (stated) return stated;
	const variable = `${environment}_LOG`;
	const value = environment && fromEnvironment(variable);
	const level = levels.find((each) => each === value);
	if (value && !level)
		logger.warn(
			`${variable} is ${JSON.stringify(value)}, which is none of ${levels.join(",")}`,
		);
	return level ?? "warn";
}

function safeHeaders(
	{ schemes }: CoreConfig,
	headers: Headers,
): Record<string, string> {
	const credentials = schemes.flat().map(({ header }) => header);
	const safe: Record<string, string> = {};
	headers.forEach((value, name) => {
		const secret =
			credentials.includes(name) ||
			/^(proxy-)?authorization$|cookie/.test(name) ||
			secretName.test(name);
		safe[name] = secret ? hidden : value;
	});
	return safe;
}

function safeBody({ body }: OutgoingRequest): string | undefined {
	if (body === null || body === undefined) return undefined;
	return typeof body === "string" ? excerpt(body, []) : "not text";
}
