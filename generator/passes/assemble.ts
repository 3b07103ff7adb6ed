import type { Report } from "../diagnostics/reporter.ts";
import type { Definition, TypeLink } from "../model/definition.ts";
import type { SharedEnvelope } from "../model/shared-envelope.ts";
import type { SharedError } from "../model/shared-error.ts";
import type { SharedParameter } from "../model/shared-parameter.ts";
import type { Support } from "../model/support.ts";
import type { TypeMention } from "../model/type-mention.ts";
import {
	type ApiModel,
	MODEL_VERSION,
	type Note,
	type Operation,
	type Origins,
	type Resource,
	type SecurityScheme,
	type Server,
} from "../model/types.ts";
import { compareSpans, type Span } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import { addAskedFields } from "./asked-fields.ts";
import { completeParameters } from "./complete-parameters.ts";
import { completeCutFields } from "./cut-fields.ts";
import { discriminate } from "./discriminate.ts";
import { findEnvelopes } from "./envelope.ts";
import { linkTypes } from "./link-types.ts";
import { completeFromLists } from "./listed-things.ts";
import { openLiteralIds } from "./literal-ids.ts";
import { mergeOperations } from "./merge.ts";
import { nameOperations } from "./name.ts";
import { paginate } from "./paginate.ts";
import { type Placed, placeOperations } from "./place-operations.ts";
import {
	type RenameFault,
	type Renames,
	renameOperations,
	renameShapes,
} from "./rename.ts";
import { completeFields } from "./same-fields.ts";
import { mergeSecurity } from "./security.ts";
import { shareShapes } from "./share.ts";
import { shareEnvelope } from "./share-envelope.ts";
import { errorsOf, shareErrors } from "./share-errors.ts";
import { shareParameters } from "./share-parameters.ts";
import { suggestBodies } from "./suggest-bodies.ts";
import { tellGaps } from "./tell-gaps.ts";
import { openUndescribed } from "./undescribed-types.ts";
import { withWireNames } from "./wire-names.ts";

/** What reading found in all documents. */
export interface Findings {
	readonly documents: readonly string[];
	readonly titles: readonly {
		readonly text: string;
		readonly span: Span;
		readonly description?: string;
		readonly operations: readonly string[];
	}[];
	readonly operations: readonly Operation[];
	readonly envelopes?: readonly SharedEnvelope[];
	readonly errors?: readonly SharedError[];
	readonly notes?: readonly Note[];
	readonly servers: readonly Server[];
	readonly security: readonly SecurityScheme[];
	readonly definitions: readonly Definition[];
	readonly links: readonly TypeLink[];
	readonly mentions?: readonly TypeMention[];
	readonly shared: readonly SharedParameter[];
	readonly supports: readonly Support[];
}

/** What the user says about the API, over what the docs say. */
export interface Wishes {
	readonly title?: string;
	/** The base URL, over those that the docs show. */
	readonly baseURL?: string;
	readonly rename?: Renames;
	/** Words that all other resources hang under, `orgs` of `/orgs/{org}/hives`; they are no part of names. */
	readonly scopes?: readonly string[];
}

/** Makes the model of an API from what its documents say; stops between passes. */
export function* assemble(
	read: Findings,
	wishes: Wishes,
	report: Report,
	tell: (fault: RenameFault) => void,
): Steps<ApiModel> {
	const findings = withOpenedIds(read, report);
	const stated = shareParameters(
		findings.operations,
		findings.shared,
		findings.supports,
	);
	yield;
	const same = mergeOperations(withWireNames(stated), report);
	yield;
	const merged = completeFields(same);
	yield;
	const whole = shareEnvelope(merged, findings.envelopes ?? []);
	yield;
	const failing = shareErrors(findEnvelopes(whole), findings.errors ?? []);
	yield;
	const asked = addAskedFields(failing);
	yield;
	const named = yield* nameOperations(asked, wishes.scopes);
	yield;
	const typed = linkTypes(named, findings, report);
	yield;
	const linked = completeFromLists(typed);
	yield;
	const filled = yield* completeCutFields(linked.operations);
	yield;
	const completed = completeParameters(filled);
	yield;
	const shared = yield* shareShapes(
		completed,
		linked.shapes.map(({ name }) => name),
	);
	yield;
	const { operations: settled, shapes } = renameShapes(
		openUndescribed(
			{
				operations: shared.operations,
				shapes: [...linked.shapes, ...shared.shapes],
			},
			report,
		),
		wishes.rename?.shapes,
		tell,
	);
	yield;
	// Last, so that what an operation is called does not change which shapes are one.
	const notes = notesOf(findings.notes ?? []);
	const told = discriminate({
		operations: suggestBodies(settled, shapes),
		shapes,
	});
	yield;
	const paged = paginate(told.operations, { shapes: told.shapes, ...notes });
	const operations = renameOperations(paged, wishes.rename?.operations, tell);
	yield;
	tellGaps(operations, report);
	yield;
	const placed =
		wishedPlace(wishes, operations) ??
		placeOperations(findings.servers, operations, report);
	return {
		version: MODEL_VERSION,
		title: wishes.title ?? titleOf(findings, operations),
		documents: [...findings.documents].sort(),
		servers: placed.servers,
		security: mergeSecurity(findings.security),
		resources: resourcesOf(operations, findings),
		operations: [...placed.operations].sort(compareOperations),
		...notes,
		...errorsOf(findings.errors ?? [], operations),
		shapes: told.shapes,
	};
}

/** Chapters in the order of the docs. */
function notesOf(notes: readonly Note[]): Pick<ApiModel, "notes"> {
	return notes.length === 0
		? {}
		: {
				notes: [...notes].sort((a, b) =>
					compareSpans(a.origins[0].span, b.origins[0].span),
				),
			};
}

/** With parameters in place of ids that stand in paths; titles follow. */
function withOpenedIds(findings: Findings, report: Report): Findings {
	const { operations, ids } = openLiteralIds(findings.operations, report);
	const titles = findings.titles.map((title) => ({
		...title,
		operations: title.operations.map((id) => ids.get(id) ?? id),
	}));
	return { ...findings, operations, titles };
}

/** By resource, then by place in the docs. */
function compareOperations(a: Operation, b: Operation): number {
	const left = a.resource?.join(".") ?? "";
	const right = b.resource?.join(".") ?? "";
	if (left !== right) return left < right ? -1 : 1;
	return compareSpans(a.origins[0].span, b.origins[0].span);
}

/** The heading over all operations where there is one, else the resource that they hang under. */
function titleOf(
	{ titles }: Findings,
	operations: readonly Operation[],
): string {
	const under = new Map<string, Set<string>>();
	for (const { text, operations: ids } of titles) {
		const known = under.get(text) ?? new Set();
		under.set(text, known);
		for (const id of ids) known.add(id);
	}
	const first = [...titles]
		.sort((a, b) => compareSpans(a.span, b.span))
		// True when every operation stands under a heading of these words, in whichever document.
		.find(({ text }) => operations.every(({ id }) => under.get(text)?.has(id)));
	if (first !== undefined) return first.text;
	const [root] = operations[0]?.resource ?? [];
	const same = operations.every(({ resource }) => resource?.[0] === root);
	return root !== undefined && same ? spaced(root) : "API";
}

function spaced(name: string): string {
	const words = name.replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A base URL that no line of the docs states leads back to the configuration; it is that of every operation. */
function wishedPlace(
	{ baseURL }: Wishes,
	operations: readonly Operation[],
): Placed | undefined {
	if (baseURL === undefined) return undefined;
	const start = { line: 1, column: 1, offset: 0 };
	const span: Span = { file: "docwright.config.ts", start, end: start };
	const origins: Origins = [{ span, basis: "stated" }];
	return {
		servers: [{ url: baseURL.replace(/\/+$/, ""), origins }],
		operations: operations.map(({ servers: _, ...operation }) => operation),
	};
}

function resourcesOf(
	operations: readonly Operation[],
	{ titles }: Findings,
): readonly Resource[] {
	const found = new Map<string, Resource>();
	for (const operation of operations) {
		const path = operation.resource ?? [];
		const origins = operation.nameOrigins ?? operation.origins;
		for (let length = 1; length <= path.length; length++) {
			const own = path.slice(0, length);
			const key = own.join(".");
			if (!found.has(key)) found.set(key, { path: own, origins });
		}
	}
	const byId = new Map<string, Operation[]>();
	for (const operation of operations) {
		const same = byId.get(operation.id) ?? [];
		byId.set(operation.id, [...same, operation]);
	}
	for (const { text, span, description, operations: ids } of titles) {
		const under = ids.flatMap((id) => byId.get(id) ?? []);
		const paths = new Set(under.map(({ resource }) => resource?.join(".")));
		const [key] = paths;
		const resource = key === undefined ? undefined : found.get(key);
		if (paths.size !== 1 || !resource || resource.title) continue;
		const [first, ...others] = resource.origins;
		const origins: Origins = [
			first,
			...others,
			{ span, basis: "stated", of: ["summary"] },
		];
		found.set(resource.path.join("."), {
			...resource,
			title: text,
			...(description !== undefined && { description }),
			origins,
		});
	}
	return [...found.values()].sort((a, b) =>
		a.path.join(".") < b.path.join(".") ? -1 : 1,
	);
}
