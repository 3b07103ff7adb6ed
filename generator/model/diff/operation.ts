import { quote } from "../../text/quote.ts";
import { resolveObject } from "../resolve.ts";
import type {
	ApiModel,
	Body,
	Operation,
	Origins,
	Pagination,
	Permissions,
} from "../types.ts";
import { compareAnswers, essenceOf } from "./answers.ts";
import { compareDescriptions, textOf } from "./common-facts.ts";
import { placesOf, type Report, theOperation } from "./finding.ts";
import { compareParameters, type OperationComparison } from "./parameters.ts";
import { listed, type Phrase, phrase } from "./phrase.ts";
import type { RuleName } from "./rules.ts";
import type { ShapePair } from "./shape-pair.ts";

/** Compares an operation with what became of it. */
export function compareOperations(
	comparison: OperationComparison,
	/** The API asks for credentials where an operation says nothing of it. */
	asks: { readonly before: boolean; readonly after: boolean },
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const { before, after, owner, calls } = comparison;
	const part = theOperation;
	const place = placesOf(before.origins, after.origins);
	const tell = (rule: RuleName) => report(owner, { rule, part, place });
	if ((before.deprecated === true) !== (after.deprecated === true))
		tell(
			after.deprecated === true ? "operation-deprecated" : "operation-restored",
		);
	if (
		(calls.before.positional === undefined) !==
		(calls.after.positional === undefined)
	)
		tell("argument-changed");
	compareDescriptions(before, after, { owner, part }, report);
	compareAuthentication(comparison, asks, report);
	comparePermissions(comparison, report);
	compareParameters(comparison, report, compare);
	compareBodies(comparison, report, compare);
	compareAnswers(comparison, report, compare);
	comparePagination(comparison, report);
	compareExamples(comparison, report);
}

function compareAuthentication(
	{ before, after, owner }: OperationComparison,
	asks: { readonly before: boolean; readonly after: boolean },
	report: Report,
): void {
	// Where the docs say nothing, what the API asks for is told of the API.
	const old = before.authentication?.required ?? asks.before;
	const now = after.authentication?.required ?? asks.after;
	const said =
		before.authentication !== undefined || after.authentication !== undefined;
	if (old === now || !said) return;
	report(owner, {
		rule: now ? "authentication-required" : "authentication-lifted",
		part: theOperation,
		place: placesOf(
			before.authentication?.origins ?? before.origins,
			after.authentication?.origins ?? after.origins,
		),
	});
}

function comparePermissions(
	{ before, after, owner }: OperationComparison,
	report: Report,
): void {
	const [a, b] = [before.permissions, after.permissions];
	const [old, now] = [a && namesOf(a), b && namesOf(b)];
	if (textOf(old) === textOf(now)) return;
	report(owner, {
		rule: permissionRule(a, b),
		part: theOperation,
		...(a !== undefined && { before: phrase`${a.need} of ${listed(a.names)}` }),
		...(b !== undefined && { after: phrase`${b.need} of ${listed(b.names)}` }),
		place: placesOf(a?.origins, b?.origins),
	});
}

/** With one name, any of them is all of them. */
function namesOf({ need, names }: Permissions) {
	return [names.length === 1 ? "all" : need, [...names].sort()];
}

function permissionRule(
	before: Permissions | undefined,
	after: Permissions | undefined,
): RuleName {
	if (before === undefined || after === undefined) return "permissions-stated";
	// Whoever was let in before: each choice of names that is enough.
	const choices = (one: Permissions) =>
		one.need === "all" ? [one.names] : one.names.map((name) => [name]);
	const isEnough = (held: readonly string[], one: Permissions) =>
		choices(one).some((names) => names.every((name) => held.includes(name)));
	const all = choices(before).every((held) => isEnough(held, after));
	return all ? "permissions-loosened" : "permissions-tightened";
}

function compareBodies(
	{ before, after, owner, calls, models }: OperationComparison,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const [a, b] = [before.body, after.body];
	const part: Phrase = ["the body"];
	const place = placesOf(a?.origins, b?.origins);
	const tell = (rule: RuleName, values?: { before: Phrase; after: Phrase }) =>
		report(owner, { rule, part, place, ...values });
	if (a === undefined || b === undefined) {
		if (b !== undefined)
			tell(
				isNeeded(b, models.after)
					? "required-body-added"
					: "optional-body-added",
			);
		else if (a !== undefined) tell("body-removed");
		return;
	}
	if ((a.required === true) !== (b.required === true))
		tell(b.required === true ? "body-required" : "body-optional", {
			before: [a.required === true ? "required" : "optional"],
			after: [b.required === true ? "required" : "optional"],
		});
	if (essenceOf(a.mediaType) !== essenceOf(b.mediaType))
		tell("request-media-type-changed", {
			before: phrase`${a.mediaType}`,
			after: phrase`${b.mediaType}`,
		});
	if (calls.before.body !== calls.after.body)
		report(owner, {
			rule: "argument-changed",
			part: theOperation,
			before: [callWords[calls.before.body]],
			after: [callWords[calls.after.body]],
			place,
		});
	compareDescriptions(a, b, { owner, part }, report);
	compare({
		before: a.shape,
		after: b.shape,
		root: part,
		path: [],
		direction: "request",
		origins: { before: a.origins, after: b.origins },
		owner,
	});
}

/** True when a call without anything of the body is none any more. */
function isNeeded(body: Body, model: ApiModel): boolean {
	const fields = resolveObject(model, body.shape)?.properties ?? [];
	return (
		body.suggested !== true &&
		(body.required === true || fields.some(({ required }) => required === true))
	);
}

const callWords = {
	none: "no body",
	fields: "fields of the body beside the parameters",
	whole: "the body under its own name",
} as const;

function comparePagination(
	{ before, after, owner }: OperationComparison,
	report: Report,
): void {
	const [a, b] = [before.pagination, after.pagination];
	if (textOf(factsOf(a)) === textOf(factsOf(b))) return;
	report(owner, {
		rule:
			a === undefined
				? "pagination-added"
				: b === undefined
					? "pagination-removed"
					: "pagination-changed",
		part: ["the list"],
		...(a !== undefined && { before: wordsOf(a) }),
		...(b !== undefined && { after: wordsOf(b) }),
		place: placesOf(a?.origins, b?.origins),
	});
}

function factsOf(pagination: Pagination | undefined) {
	if (pagination === undefined) return undefined;
	const { origins: _, ...facts } = pagination;
	return facts;
}

/** `` by cursor, `after`, items at `data.items` `` */
function wordsOf({ kind, parameter, size, items, next }: Pagination): Phrase {
	const at = next?.kind === "header" ? next.name : next?.path.join(".");
	return [
		...phrase`by ${[kind]}`,
		...(parameter === undefined ? [] : phrase`, ${parameter}`),
		...(size === undefined ? [] : phrase`, size ${size}`),
		...(items === undefined || items.length === 0
			? []
			: phrase`, items at ${items.join(".")}`),
		...(at === undefined ? [] : phrase`, next at ${at}`),
	];
}

function compareExamples(
	{ before, after, owner }: OperationComparison,
	report: Report,
): void {
	const [olds, news] = [examplesOf(before), examplesOf(after)];
	for (const key of new Set([...olds.keys(), ...news.keys()])) {
		const [a, b] = [olds.get(key), news.get(key)];
		const [old, now] = [a?.text, b?.text];
		if (old === now) continue;
		report(owner, {
			rule: "example-changed",
			part: (b ?? a)?.part ?? [],
			...(a !== undefined && { before: phrase`${a.shown}` }),
			...(b !== undefined && { after: phrase`${b.shown}` }),
			place: placesOf(a?.origins, b?.origins),
		});
	}
}

/** The examples of an operation; several of a status are told apart by their order. */
function examplesOf({ examples }: Operation) {
	const found = new Map<
		string,
		{ text: string; shown: string; part: Phrase; origins: Origins }
	>();
	for (const { on, status, value, origins } of examples) {
		const part =
			status === undefined
				? phrase`the example of the ${[on]}`
				: phrase`the example of the ${status} answer`;
		let at = 0;
		while (found.has(`${on} ${status} ${at}`)) at++;
		const text = textOf(value) ?? "";
		found.set(`${on} ${status} ${at}`, {
			text,
			shown: quote(value),
			part,
			origins,
		});
	}
	return found;
}
