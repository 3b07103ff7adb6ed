import { fromEnvironment } from "./environment.js";
import type { Feature } from "./feature.js";
import type { CoreOptions, RequestOptions, Validate } from "./options.js";
import type { ApiIssue, Schemas } from "./schema.js";
import { ApiParamsError, ApiValidationError } from "./validation-errors.js";

/** More different complaints than these are about a server that does something else altogether. */
const maxWarnings = 1_000;

/**
 * Holds params and data to `schemas`, as the option `validate` says; nothing is loaded or looked at where it is off.
 * What fits is passed on as it is.
 */
export function validation(
	schemas: Schemas | (() => Promise<{ readonly schemas: Schemas }>),
): Feature {
	return ({ environment }, options) => {
		const warn = warningsOf(options, environment);
		/** Gives the first issue in words, with all issues, where the call has to be refused. */
		async function check(
			operation: string,
			side: "params" | "response",
			value: unknown,
			mode: Validate,
		): Promise<readonly [string, readonly ApiIssue[]] | undefined> {
			const all =
				typeof schemas === "function" ? (await schemas()).schemas : schemas;
			const schema = all[operation]?.[side];
			const { issues = [] } =
				(await schema?.["~standard"].validate(value)) ?? {};
			const told = issues.map((issue) => wordsOf(side, issue));
			if (mode === "warn") for (const each of told) warn(operation, each);
			const others = told.length > 1 ? ` (and ${told.length - 1} more)` : "";
			return mode === "throw" && told[0]
				? [told[0] + others, issues]
				: undefined;
		}
		const modeOf = ({ validate = options.validate ?? "off" }: RequestOptions) =>
			validate;
		return {
			async params({ name }, _positional, params = {}, ofCall) {
				const mode = modeOf(ofCall);
				if (mode === "off") return;
				const refused = await check(name, "params", params, mode);
				if (refused) throw new ApiParamsError(name, ...refused);
			},
			async data(exchange, data) {
				const { operation, response } = exchange;
				const mode = modeOf(exchange.options);
				if (mode === "off") return data;
				const see = async (value: unknown) => {
					const refused = await check(operation.name, "response", value, mode);
					if (refused) throw new ApiValidationError(exchange, ...refused);
				};
				if (isStream(data)) checkItems(data, see);
				// A 304 says that what the caller has is still right.
				else if (response?.status !== 304) await see(data);
				return data;
			},
		};
	};
}

/** Logs a complaint about an operation once, unless warnings are not logged. */
function warningsOf(
	{ logger = console, logLevel }: CoreOptions,
	environment: string | undefined,
) {
	const warned = new Set<string>();
	return (operation: string, words: string) => {
		const level = logLevel ?? fromEnvironment(`${environment}_LOG`) ?? "";
		// The same in another item of a list is the same.
		const message = `${operation}: ${words.replace(/\[\d+\]/g, "[]")}`;
		if (
			/^(off|error)$/.test(level) ||
			warned.has(message) ||
			warned.size >= maxWarnings
		)
			return;
		warned.add(message);
		logger.warn(message);
	};
}

/** `response.tunnels[0].name is a number, not a string`. Keys that are data are not shown. */
function wordsOf(side: string, { path = [], message }: ApiIssue): string {
	const steps = path.map((step) =>
		typeof step === "number"
			? `[${step}]`
			: typeof step === "object"
				? ".*"
				: `.${String(step)}`,
	);
	return `${side}${steps.join("")} ${message}`;
}

function isStream(data: unknown): data is AsyncIterable<unknown> {
	return Symbol.asyncIterator in Object(data);
}

/** Has each item of a stream seen before it is given to whoever reads the stream. */
function checkItems(
	stream: AsyncIterable<unknown>,
	see: (item: unknown) => Promise<void>,
): void {
	const begin = stream[Symbol.asyncIterator].bind(stream);
	Object.defineProperty(stream, Symbol.asyncIterator, {
		value() {
			const items = begin();
			return (async function* () {
				for await (const item of { [Symbol.asyncIterator]: () => items }) {
					await see(item);
					yield item;
				}
			})();
		},
	});
}
