import type { Table, TableOperation } from "./table.js";

/** The operation that a request is for, and the parameters in its path. */
export interface Route {
	readonly operation: TableOperation;
	readonly params: Readonly<Record<string, string>>;
}

/** Finds the operation that a URL and a method stand for; `undefined` where the docs know none. */
export type FindRoute = (method: string, url: string) => Route | undefined;

/** Reads the paths of all operations, at the first request. Of several that fit, the one with the most text of its own wins. */
export function routing({ operations }: Table, baseURL: string): FindRoute {
	const prefix = prefixOf(baseURL);
	let forms: readonly Form[] | undefined;
	return (method, url) => {
		const { origin, pathname, searchParams } = new URL(url);
		const whole = spelt(origin + pathname);
		forms ??= operations.map(formOf).sort((a, b) => b.weight - a.weight);
		for (const { operation, path, query } of forms) {
			const { server } = operation;
			const base = [prefix, ...(server ? [prefixOf(server)] : [])].find(
				(each) => whole.startsWith(`${each}/`),
			);
			const found =
				base !== undefined &&
				operation.method.toUpperCase() === method.toUpperCase() &&
				query.every(([name, value]) =>
					searchParams.getAll(name).includes(value),
				) &&
				path.exec(whole.slice(base.length));
			if (found) return { operation, params: paramsOf(operation, found) };
		}
		return undefined;
	};
}

/** Origin and path of a base URL, without a slash at the end. */
export function prefixOf(baseURL: string): string {
	const { origin, pathname } = new URL(baseURL);
	return spelt(origin + pathname.replace(/\/+$/, ""));
}

interface Form {
	readonly operation: TableOperation;
	readonly path: RegExp;
	/** What a documented path has behind a question mark. */
	readonly query: readonly (readonly [string, string])[];
	/** Characters that are not a parameter's. */
	readonly weight: number;
}

function formOf(operation: TableOperation): Form {
	let source = "";
	let query = "";
	operation.path.forEach((part, at) => {
		if (at % 2) source += query ? "" : "([^/]+)";
		else {
			const [path = "", ...rest] = query ? ["", part] : part.split("?");
			source += spelt(path).replace(/[^\w/%]/g, "\\$&");
			query += rest.join("?");
		}
	});
	const literals = operation.path.filter((_, at) => at % 2 === 0).join("");
	return {
		operation,
		path: new RegExp(`^${source}$`),
		query: [...new URLSearchParams(query)],
		weight: literals.length,
	};
}

function paramsOf(
	{ path }: TableOperation,
	found: RegExpExecArray,
): Readonly<Record<string, string>> {
	const names = path.filter((_, at) => at % 2 === 1);
	return Object.fromEntries(
		names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? "")]),
	);
}

/** One spelling for each path: what a URL may or may not encode is encoded. */
function spelt(path: string): string {
	return path.replace(/[^\x21-\x7e]|["<>^`{|}\\]/gu, encodeURIComponent);
}
