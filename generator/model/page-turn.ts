import { resolve } from "./resolve.ts";
import { answersBytes, answersText } from "./text-answer.ts";
import type {
	ApiModel,
	Operation,
	PageTotal,
	Pagination,
	Response,
	Shape,
} from "./types.ts";

/** How a client walks over the pages of an operation. */
export interface PageTurn {
	/** It counts a parameter up, sends back a mark, or goes to a URL that the page gives. */
	readonly by: "number" | "mark" | "link";
	readonly pagination: Pagination;
	/** The success that is a page. */
	readonly answer: Response;
	/** What the parameter is on the first page, of what is counted. */
	readonly first?: number;
	/** Where a page tells how many there are in all, of what is counted. */
	readonly total?: PageTotal;
	/** The way to the items in the whole body. */
	readonly items: readonly string[];
	/** The steps of that way that lie within the data, and whether what they lead to may be missing. */
	readonly steps: readonly Step[];
	/** Whether the data itself may be missing. */
	readonly optional: boolean;
	readonly item: Shape;
}

interface Step {
	readonly name: string;
	readonly optional: boolean;
}

/** How the pages of an operation are turned; nothing where the docs do not say enough for it. */
export function pageTurnOf(
	model: ApiModel,
	operation: Operation,
): PageTurn | undefined {
	const { pagination, envelope, responses } = operation;
	const by = pagination && waysOf(pagination);
	if (pagination?.items === undefined || by === undefined) return undefined;
	if (answersText(operation) || answersBytes(operation)) return undefined;
	const successes = responses.filter(({ status }) => /^2/.test(status));
	const [answer, ...others] = successes.filter(({ shape }) => shape);
	if (answer?.shape === undefined || others.length > 0) return undefined;
	const { items } = pagination;
	const wrapped = answer.enveloped === true ? envelope?.data : undefined;
	if (wrapped !== undefined && items[0] !== wrapped) return undefined;
	const way = wrapped === undefined ? items : items.slice(1);
	const found = follow(model, answer.shape, way);
	if (found === undefined) return undefined;
	const optional = successes.length > 1 || found.optional;
	const counted = by === "number" ? countOf(pagination) : undefined;
	return { by, pagination, ...counted, answer, items, ...found, optional };
}

function countOf({
	kind,
	total,
	first = kind === "page" ? 1 : 0,
}: Pagination): Pick<PageTurn, "first" | "total"> {
	// Who passes over items does not know how many pages these are.
	const known = kind === "page" || total?.of === "items" ? total : undefined;
	return { first, ...(known !== undefined && { total: known }) };
}

function waysOf(pagination: Pagination): PageTurn["by"] | undefined {
	const { kind, parameter, next } = pagination;
	const link =
		next?.kind === "header" ? /^link$/i.test(next.name) : next?.url === true;
	if (link) return "link";
	if (parameter === undefined || kind === "url") return undefined;
	if (next !== undefined) return "mark";
	return kind === "cursor" ? undefined : "number";
}

/** Goes along properties to a list; nothing where the docs show something else on the way. */
function follow(
	model: ApiModel,
	shape: Shape,
	way: readonly string[],
): Pick<PageTurn, "steps" | "optional" | "item"> | undefined {
	const steps: Step[] = [];
	const root = withoutNull(model, shape);
	let at = root;
	for (const name of way) {
		if (at.shape.kind !== "object") return undefined;
		const property = at.shape.properties.find((one) => one.name === name);
		if (property === undefined) return undefined;
		at = withoutNull(model, property.shape);
		const optional = property.required !== true || at.optional;
		steps.push({ name, optional });
	}
	return at.shape.kind === "array"
		? { steps, optional: root.optional, item: at.shape.items }
		: undefined;
}

function withoutNull(
	model: ApiModel,
	shape: Shape,
): { readonly shape: Shape; readonly optional: boolean } {
	const found = resolve(model, shape);
	if (found.kind !== "union") return { shape: found, optional: false };
	const [only, ...others] = found.members.filter(({ kind }) => kind !== "null");
	return only === undefined || others.length > 0
		? { shape: found, optional: false }
		: { shape: resolve(model, only), optional: true };
}
