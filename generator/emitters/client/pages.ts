import { type Code, code, joinCode } from "../../code/code.ts";
import { stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { type PageTurn, pageTurnOf } from "../../model/page-turn.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";
import { basisOf, paragraph } from "./facts.ts";
import type { OperationPlan } from "./plan.ts";
import type { RuntimeName } from "./runtime.ts";
import type { Scope } from "./types.ts";

/** How an operation is called: alone, or as the first page of a list. */
export interface Calling {
	readonly options: Code;
	readonly returns: Code;
	/** The function that takes what describes it. */
	readonly caller: RuntimeName;
}

/** What the runtime has for the call of an operation; the scope is told that the file uses it. */
export function callingOf(plan: OperationPlan, scope: Scope): Calling {
	const turn = pageTurnOf(scope.plan.model, plan.operation);
	const used = (name: RuntimeName) => {
		scope.uses.add(name);
		return identifier(name);
	};
	if (turn === undefined)
		return {
			options: used("RequestOptions"),
			returns: code`${used("ApiPromise")}<${plan.response}>`,
			caller: "call",
		};
	const item = itemType(turn, plan, scope);
	return {
		options: used("ListOptions"),
		returns: code`${used("PagePromise")}<${plan.response}, ${item}>`,
		caller: "listed",
	};
}

/** How a list goes on, for the runtime: the function that turns its pages, and what that has to know. */
export interface Pages {
	readonly turn: RuntimeName;
	readonly members: Readonly<Record<string, JsonValue | undefined>>;
}

/** Nothing for what is no list. */
export function pagesOf(
	model: ApiModel,
	operation: Operation,
): Pages | undefined {
	const turn = pageTurnOf(model, operation);
	if (turn === undefined) return undefined;
	const { by, steps, pagination, total } = turn;
	const { kind, parameter, next, more, first } = pagination;
	const counted = by === "number";
	return {
		turn: turners[by],
		members: {
			parameter: by === "link" ? undefined : parameter,
			items: steps.map(({ name }) => name),
			next: next?.kind === "property" ? next.path : undefined,
			header: next?.kind === "header" ? next.name : undefined,
			more,
			offset: counted && kind === "offset" ? true : undefined,
			first: counted ? first : undefined,
			total: total?.of === "items" ? total.path : undefined,
			totalPages: total?.of === "pages" ? total.path : undefined,
		},
	};
}

const turners = {
	number: "byNumber",
	mark: "byMark",
	link: "byLink",
} as const;

/** What an editor shows of a list's pages. */
export function pagesText(
	operation: Operation,
	{ plan }: Scope,
): string | undefined {
	const turn = pageTurnOf(plan.model, operation);
	return (
		turn &&
		paragraph(
			"Awaited, it is the first page; `for await` walks over the items of all pages.",
			basisOf(turn.pagination.origins, "how the list goes on"),
		)
	);
}

/** The name of a shape, or the way to it in the type of the response: `NonNullable<HiveListResponse["hives"]>[number]`. */
function itemType(
	{ item, steps, optional }: PageTurn,
	{ response }: OperationPlan,
	{ plan, references }: Scope,
): Code {
	if (item.kind === "reference") {
		const name = plan.shapes.get(item.name);
		if (name === undefined) throw new Error(`No shape: ${item.name}`);
		references.add(item.name);
		return name;
	}
	const list = steps.reduce(
		(type, step) => {
			const member = code`${type}[${stringLiteral(step.name)}]`;
			return step.optional ? code`NonNullable<${member}>` : member;
		},
		optional ? code`NonNullable<${response}>` : response,
	);
	return joinCode([list, code`[number]`], code``);
}
