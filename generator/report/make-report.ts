import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
	type OutlineRow,
	outlineApi,
	outlineOperation,
	outlineShape,
} from "../model/outline.ts";
import { redactModel } from "../model/redact.ts";
import type { ApiModel } from "../model/types.ts";
import type { Reading } from "../pipeline.ts";
import type { SourceText } from "../text/source.ts";
import { openSource } from "../text/source.ts";
import { lastLine, type Span } from "../text/span.ts";
import {
	bases,
	type DocumentSummary,
	type DocumentText,
	type Excerpt,
	type LineKind,
	lineLetters,
	type Place,
	type ReportChanges,
	type ReportDiagnostic,
	type ReportSummary,
	type Row,
	type Subject,
	type UnreadBlock,
} from "./data.ts";
import { type FactLines, lineKinds } from "./line-kinds.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** What a report is made of. */
export interface ReportSource {
	readonly documents: readonly SourceText[];
	readonly reading: Reading;
	/** Those of the reading and of the files. */
	readonly diagnostics: readonly Diagnostic[];
	/** How the client declares operations, by their `id`; missing where the docs are not fit for a client. */
	readonly methods?: ReadonlyMap<string, Method>;
	readonly changes?: ReportChanges;
	/** For a page that a server shows to the very person whose files these are. */
	readonly served?: {
		readonly editor?: string;
		readonly pathOf: (file: string) => string | undefined;
	};
}

/** An operation in the client: `hives.get`, its signature and a call. */
export interface Method {
	readonly name: string;
	readonly signature: string;
	readonly call: string;
}

/** All that the page holds. */
export interface ReportData {
	readonly summary: ReportSummary;
	readonly subjects: readonly Subject[];
	readonly documents: readonly DocumentText[];
}

/** Puts together what the page shows. What looks like a live secret is replaced, in the docs as in the model. */
export function makeReport(source: ReportSource): ReportData {
	const { reading, diagnostics, changes, served } = source;
	const { model } = redactModel(reading.model);
	const documents = source.documents.map(readLines);
	const at = new Map(documents.map(({ file }, index) => [file, index]));
	const placeOf = (span: Span): Place | undefined => {
		const document = at.get(span.file);
		return document === undefined
			? undefined
			: [document, span.start.line, lastLine(span)];
	};
	const subjects = subjectsOf(model, source.methods, placeOf);
	const facts = factsByDocument(subjects, documents.length);
	const unread: UnreadBlock[] = [];
	const texts: DocumentText[] = [];
	const summaries = documents.map(({ file, lines }, index): DocumentSummary => {
		const found = reading.coverage.find((one) => one.file === file);
		const blocks = found?.blocks ?? [];
		const own = facts[index] ?? [];
		const kinds = lineKinds(lines, own, blocks);
		texts.push({
			text: lines.join("\n"),
			kinds: kinds.map((kind) => lineLetters[kind]).join(""),
			blocks: blocks.map(({ span, what }) => [
				span.start.line,
				lastLine(span),
				what,
			]),
		});
		const left = blocks.filter(({ became }) => became === "unread");
		for (const { span, what } of left) {
			const text = lines[span.start.line - 1]?.trim().slice(0, 200) ?? "";
			unread.push({
				place: [index, span.start.line, lastLine(span)],
				what,
				text,
			});
		}
		const said = diagnostics.filter(({ span }) => span.file === file);
		return {
			file,
			dialects: found?.dialects ?? [],
			operations: found?.operations ?? 0,
			...count(
				noFacts,
				own.map(({ basis }) => basis),
			),
			lines: count(noLines, kinds),
			unread: left.length,
			diagnostics: count(
				nothingSaid,
				said.map(({ severity }) => severity),
			),
		};
	});
	return {
		summary: {
			title: model.title,
			operations: model.operations.length,
			documents: summaries,
			diagnostics: diagnostics.map((one) => diagnosticOf(one, placeOf)),
			unread,
			...(served !== undefined && {
				served: {
					...(served.editor !== undefined && { editor: served.editor }),
					paths: documents.map(({ file }) => served.pathOf(file) ?? ""),
				},
			}),
			...(changes !== undefined && { changes: redacted(changes) }),
		},
		subjects,
		documents: texts,
	};
}

const noFacts = { stated: 0, inferred: 0, assumed: 0 };
const noLines: Readonly<Record<LineKind, number>> = {
	stated: 0,
	inferred: 0,
	read: 0,
	prose: 0,
	unread: 0,
	blank: 0,
};
const nothingSaid = { error: 0, warning: 0, info: 0 };

interface Lines {
	readonly file: string;
	readonly lines: readonly string[];
}

function readLines(document: SourceText): Lines {
	const { file, lines } = openSource(document);
	const texts = lines.map(({ text }) => text);
	if (texts.at(-1) === "") texts.pop();
	return { file, lines: withoutSecrets(texts) };
}

/** The lines before and after a change, without what looks like a live secret. */
function redacted(changes: ReportChanges): ReportChanges {
	const side = (name: "before" | "after", excerpt: Excerpt | undefined) =>
		excerpt === undefined
			? {}
			: { [name]: { ...excerpt, lines: withoutSecrets(excerpt.lines) } };
	return {
		...changes,
		changes: changes.changes.map((change) => ({
			...change,
			places: change.places.map(({ before, after }) => ({
				...side("before", before),
				...side("after", after),
			})),
		})),
	};
}

type PlaceOf = (span: Span) => Place | undefined;

function subjectsOf(
	model: ApiModel,
	methods: ReportSource["methods"],
	placeOf: PlaceOf,
): readonly Subject[] {
	const rowsOf = (rows: readonly OutlineRow[]) =>
		rows.map((row) => rowOf(row, placeOf));
	const api = rowsOf(outlineApi(model));
	return [
		...model.operations.map((operation): Subject => {
			const { id, resource = [], name = "", summary, deprecated } = operation;
			const method = methods?.get(id);
			return {
				kind: "operation",
				title: id,
				name: method?.name ?? [...resource, name].join("."),
				...(summary !== undefined && { summary }),
				...(deprecated === true && { deprecated }),
				...(method !== undefined && {
					signature: method.signature,
					call: method.call,
				}),
				rows: rowsOf(outlineOperation(operation)),
			};
		}),
		...model.shapes.map(
			(shape): Subject => ({
				kind: "shape",
				title: shape.name,
				rows: rowsOf(outlineShape(shape)),
			}),
		),
		...(api.length === 0
			? []
			: [{ kind: "api", title: model.title, rows: api } as const]),
	];
}

function rowOf(row: OutlineRow, placeOf: PlaceOf): Row {
	const { depth, label, type, required, notes, text, origins } = row;
	return {
		depth,
		label,
		...(type !== undefined && { type: cut(type) }),
		...(required !== undefined && { required }),
		...(notes !== undefined && { notes: cut(notes) }),
		...(text !== undefined && { text: cut(text) }),
		origins: origins.flatMap(({ span, basis, of }) => {
			const place = placeOf(span);
			if (place === undefined) return [];
			const known = bases.indexOf(basis);
			return [of === undefined ? [...place, known] : [...place, known, of]];
		}),
	};
}

/** The docs themselves are on the page: a row need not repeat them whole. */
function cut(text: string): string {
	const room = 240;
	const letters = text.slice(0, room * 2);
	const start = [...letters].slice(0, room).join("");
	return start.length < text.length ? `${start}…` : text;
}

function factsByDocument(
	subjects: readonly Subject[],
	count: number,
): readonly (readonly FactLines[])[] {
	const facts: FactLines[][] = Array.from({ length: count }, () => []);
	for (const { rows } of subjects)
		for (const { origins } of rows)
			for (const [document, from, to, known] of origins) {
				const basis = bases[known];
				if (basis !== undefined) facts[document]?.push({ from, to, basis });
			}
	return facts;
}

function diagnosticOf(
	{ severity, code, message, help, span, related = [] }: Diagnostic,
	placeOf: PlaceOf,
): ReportDiagnostic {
	const others = related.flatMap(({ message, span }) => {
		const place = placeOf(span);
		return place === undefined ? [] : [{ message, place }];
	});
	return {
		severity,
		code,
		message,
		help,
		place: placeOf(span) ?? [-1, span.start.line, span.end.line],
		column: span.start.column,
		...(others.length > 0 && { related: others }),
	};
}

function count<Name extends string>(
	none: Readonly<Record<Name, number>>,
	names: readonly Name[],
): Readonly<Record<Name, number>> {
	const counts: Record<Name, number> = { ...none };
	for (const name of names) counts[name]++;
	return counts;
}
