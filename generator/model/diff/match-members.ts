import { nameOfShape } from "../name-of-shape.ts";
import { resolve } from "../resolve.ts";
import type { ApiModel, Shape } from "../types.ts";
import { accepts } from "./accepts.ts";

/** A member of a union, and what it is when references are followed. */
interface Member {
	readonly shape: Shape;
	readonly resolved: Shape;
	/** The fields that are one value and no other, `["kind","card"]`, where no other member has the same. */
	readonly tags: readonly string[];
	/** Its fields, or what it is of, in words one level deep. */
	readonly outline: string;
}

/** Which members of two unions belong together. */
export interface MatchedMembers {
	/** Both are there, and what is inside of them is to be compared. */
	readonly pairs: readonly (readonly [Shape, Shape])[];
	/** No member after takes what these took. */
	readonly lost: readonly Shape[];
	/** No member before took what these take. */
	readonly gained: readonly Shape[];
}

/** Finds for each member of a union what became of it; a shape that is no union is one of a single member. */
export function matchMembers(
	models: { readonly before: ApiModel; readonly after: ApiModel },
	before: Shape,
	after: Shape,
): MatchedMembers {
	const [a, b] = [membersOf(before), membersOf(after)];
	const olds = flatten(models.before, a, namesIn(b));
	const news = flatten(models.after, b, namesIn(a));
	const left = { olds: [...olds], news: [...news] };
	const pairs: (readonly [Shape, Shape])[] = [];
	for (const isPair of [sameName, sameTag, sameOutline, sameFields, sameKind])
		for (const old of [...left.olds]) {
			const own = left.news.filter((one) => isPair(old, one));
			const [found] = own;
			if (found === undefined) continue;
			if (isPair === sameKind && !isOnly(old, left.olds, own)) continue;
			pairs.push([old.shape, found.shape]);
			left.olds.splice(left.olds.indexOf(old), 1);
			left.news.splice(left.news.indexOf(found), 1);
		}
	const untaken = (some: readonly Member[], others: readonly Member[]) =>
		some
			.filter(
				({ resolved }) =>
					!others.some((other) => takes(other.resolved, resolved)),
			)
			.map(({ shape }) => shape);
	return {
		pairs,
		lost: untaken(left.olds, news),
		gained: untaken(left.news, olds),
	};
}

function membersOf(shape: Shape): readonly Shape[] {
	return shape.kind === "union" ? shape.members : [shape];
}

function namesIn(members: readonly Shape[]): ReadonlySet<string> {
	return new Set(
		members.flatMap((one) => (one.kind === "reference" ? [one.name] : [])),
	);
}

/** Unions in unions are taken apart, named ones too unless the other side has the same name. */
function flatten(
	model: ApiModel,
	members: readonly Shape[],
	kept: ReadonlySet<string>,
): readonly Member[] {
	const found: Pick<Member, "shape" | "resolved">[] = [];
	const left = members.toReversed();
	const opened = new Set<Shape>();
	for (let shape = left.pop(); shape !== undefined; shape = left.pop()) {
		const resolved = resolve(model, shape);
		const isKept = shape.kind === "reference" && kept.has(shape.name);
		if (resolved.kind !== "union" || isKept) found.push({ shape, resolved });
		else if (!opened.has(resolved)) {
			opened.add(resolved);
			left.push(...resolved.members.toReversed());
		}
	}
	const tags = found.map(({ resolved }) => tagsOf(resolved));
	const counts = new Map<string, number>();
	for (const tag of tags.flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return found.map((member, at) => ({
		...member,
		tags: (tags[at] ?? []).filter((tag) => counts.get(tag) === 1),
		outline: outlineOf(member.resolved),
	}));
}

function sameName(a: Member, b: Member): boolean {
	return (
		a.shape.kind === "reference" &&
		b.shape.kind === "reference" &&
		a.shape.name === b.shape.name
	);
}

function sameTag(a: Member, b: Member): boolean {
	return a.tags.some((tag) => b.tags.includes(tag));
}

function tagsOf(shape: Shape): readonly string[] {
	if (shape.kind !== "object") return [];
	return shape.properties.flatMap(({ name, shape }) =>
		shape.kind === "literal" ? [JSON.stringify([name, shape.value])] : [],
	);
}

function sameOutline(a: Member, b: Member): boolean {
	return a.outline === b.outline && isInside(a.resolved);
}

function outlineOf(shape: Shape): string {
	if (shape.kind !== "object") return nameOfShape(shape);
	const fields = shape.properties.map(({ name, required, shape }) =>
		JSON.stringify([name, required === true, nameOfShape(shape)]),
	);
	return fields.sort().join();
}

function sameFields(a: Member, b: Member): boolean {
	const names = fieldsOf(a);
	return names !== undefined && names === fieldsOf(b);
}

function fieldsOf({ resolved }: Member): string | undefined {
	if (resolved.kind !== "object") return undefined;
	return JSON.stringify(resolved.properties.map(({ name }) => name).sort());
}

function sameKind(a: Member, b: Member): boolean {
	return isInside(a.resolved) || isScalar(a.resolved)
		? a.resolved.kind === b.resolved.kind
		: false;
}

/** Several objects of a kind are not told apart by it. */
function isOnly(
	{ resolved: { kind } }: Member,
	olds: readonly Member[],
	news: readonly Member[],
): boolean {
	const same = olds.filter(({ resolved }) => resolved.kind === kind);
	return same.length === 1 && news.length === 1;
}

/** Has other shapes inside. */
function isInside({ kind }: Shape): boolean {
	return kind === "object" || kind === "array" || kind === "record";
}

/** A kind of which two can differ by more than their kind. */
function isScalar({ kind }: Shape): boolean {
	return kind === "string" || kind === "number";
}

/** Objects of the same kind that belong to nothing on the other side are variants of their own. */
function takes(outer: Shape, inner: Shape): boolean {
	if (outer.kind === "unknown") return true;
	return !isInside(inner) && accepts(outer, inner);
}
