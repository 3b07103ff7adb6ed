import { resolveObject } from "../resolve.ts";
import type {
	ApiModel,
	Envelope,
	Operation,
	Response,
	ResponseHeader,
	Shape,
} from "../types.ts";
import { compareDescriptions, textOf } from "./common-facts.ts";
import { type Owner, placesOf, type Report } from "./finding.ts";
import type { OperationComparison } from "./parameters.ts";
import { type Phrase, phrase } from "./phrase.ts";
import type { RuleName } from "./rules.ts";
import type { ShapePair } from "./shape-pair.ts";

type Compare = (pair: ShapePair) => void;

/** Compares what an operation answers, status by status; an only success that has another status is still that success. */
export function compareAnswers(
	comparison: OperationComparison,
	report: Report,
	compare: Compare,
): void {
	const { before, after, owner } = comparison;
	const olds = byStatus(before.responses);
	const news = byStatus(after.responses);
	const [a, b] = [successesOf(before), successesOf(after)];
	const [old, now] = [a[0], b[0]];
	const isMoved =
		a.length === 1 &&
		b.length === 1 &&
		old !== undefined &&
		now !== undefined &&
		old.status !== now.status;
	if (isMoved) {
		olds.delete(old.status);
		news.delete(now.status);
		report(owner, {
			rule: "success-status-changed",
			part: ["the answer"],
			before: phrase`${old.status}`,
			after: phrase`${now.status}`,
			place: placesOf(old.origins, now.origins, "status"),
		});
		compareTwo(old, now, owner, report, compare);
	}
	for (const status of new Set([...olds.keys(), ...news.keys()])) {
		const [old, now] = [olds.get(status), news.get(status)];
		if (old !== undefined && now !== undefined)
			compareTwo(old, now, owner, report, compare);
		else
			report(owner, {
				rule: ruleFor(old, now, a.length),
				part: partOf(status),
				place: placesOf(old?.origins, now?.origins),
			});
	}
	compareEnvelopes(comparison, report, compare);
}

function ruleFor(
	before: Response | undefined,
	after: Response | undefined,
	successes: number,
): RuleName {
	const { status = "" } = after ?? before ?? {};
	if (!isSuccess(status))
		return after === undefined
			? "failure-status-removed"
			: "failure-status-added";
	if (after === undefined) return "success-status-removed";
	return successes === 0 ? "success-stated" : "success-status-added";
}

/** Compares two answers to the same call. */
export function compareTwo(
	before: Response,
	after: Response,
	owner: Owner,
	report: Report,
	compare: Compare,
): void {
	const part = partOf(after.status);
	const origins = { before: before.origins, after: after.origins };
	const place = placesOf(origins.before, origins.after);
	const [a, b] = [before, after].map(({ mediaType }) => mediaType);
	const had = before.shape !== undefined || a !== undefined;
	const has = after.shape !== undefined || b !== undefined;
	if (had !== has)
		report(owner, {
			rule: has ? "response-body-added" : "response-body-removed",
			part,
			place,
		});
	else if (essenceOf(a) !== essenceOf(b))
		report(owner, {
			rule: "response-media-type-changed",
			part,
			...(a !== undefined && { before: phrase`${a}` }),
			...(b !== undefined && { after: phrase`${b}` }),
			place,
		});
	compareDescriptions(before, after, { owner, part }, report);
	if (had && has)
		compare({
			before: before.shape ?? { kind: "unknown" },
			after: after.shape ?? { kind: "unknown" },
			root: part,
			path: [],
			direction: "response",
			origins,
			owner,
		});
	compareHeaders(before, after, owner, report, compare);
}

function compareHeaders(
	before: Response,
	after: Response,
	owner: Owner,
	report: Report,
	compare: Compare,
): void {
	const olds = byName(before.headers);
	const news = byName(after.headers);
	for (const name of new Set([...olds.keys(), ...news.keys()])) {
		const [old, now] = [olds.get(name), news.get(name)];
		const shown = (now ?? old)?.name ?? name;
		const part = phrase`header ${shown} of ${partOf(after.status)}`;
		const place = placesOf(old?.origins, now?.origins);
		const tell = (rule: RuleName) => report(owner, { rule, part, place });
		if (old === undefined) tell("response-header-added");
		else if (now === undefined) tell("response-header-removed");
		else {
			const needs = [old, now].map(({ required }) => required === true);
			if (needs[0] !== needs[1])
				tell(
					needs[1] === true
						? "response-header-required"
						: "response-header-optional",
				);
			compareDescriptions(old, now, { owner, part }, report);
			compare({
				before: old.shape,
				after: now.shape,
				root: part,
				path: [],
				direction: "response",
				origins: { before: old.origins, after: now.origins },
				owner,
			});
		}
	}
}

/** The wrapping itself, and what stands beside the data. */
function compareEnvelopes(
	{ before, after, models, owner }: OperationComparison,
	report: Report,
	compare: Compare,
): void {
	const [a, b] = [before.envelope, after.envelope];
	const names = [a, b].map((one) =>
		textOf(one && [one.data, one.success, one.errors]),
	);
	if (names[0] !== names[1])
		report(owner, {
			rule: "envelope-changed",
			part: ["the data of the answer"],
			...(a !== undefined && { before: phrase`${a.data}` }),
			...(b !== undefined && { after: phrase`${b.data}` }),
			place: placesOf(a?.origins, b?.origins),
		});
	if (a === undefined || b === undefined) return;
	const isSame = a.data === b.data;
	compare({
		// That the data has another name is told, and would be told again as one field less and one more.
		before: isSame ? a.shape : besideData(models.before, a),
		after: isSame ? b.shape : besideData(models.after, b),
		root: ["what the data is wrapped in"],
		path: [],
		direction: "response",
		origins: { before: a.origins, after: b.origins },
		owner,
	});
}

function besideData(model: ApiModel, { shape, data }: Envelope): Shape {
	const object = resolveObject(model, shape);
	if (object === undefined) return shape;
	const properties = object.properties.filter(({ name }) => name !== data);
	return { ...object, properties };
}

function byStatus(responses: readonly Response[]): Map<string, Response> {
	return new Map(responses.map((response) => [response.status, response]));
}

function byName(headers: readonly ResponseHeader[] = []) {
	return new Map(headers.map((one) => [one.name.toLowerCase(), one]));
}

function successesOf({ responses }: Operation): readonly Response[] {
	return responses.filter(({ status }) => isSuccess(status));
}

function isSuccess(status: string): boolean {
	return status.startsWith("2");
}

/** `default` is said as what it stands for. */
function partOf(status: string): Phrase {
	return status === "default"
		? ["any other answer"]
		: phrase`the ${status} answer`;
}

/** The media type without its parameters: a `charset` makes no difference to who reads the body. */
export function essenceOf(mediaType: string | undefined): string | undefined {
	return mediaType?.split(";")[0]?.trim().toLowerCase();
}
