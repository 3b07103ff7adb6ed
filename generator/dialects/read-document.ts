import type { Report } from "../diagnostics/reporter.ts";
import { markdownOf } from "../markdown/block.ts";
import {
	type Document,
	everyBlock,
	type Section,
} from "../markdown/sections.ts";
import { countFields } from "../model/count-fields.ts";
import { readContext } from "../reading/context.ts";
import { type DocumentCoverage, openLedger } from "../reading/coverage.ts";
import { declaredDefinitions } from "../reading/declarations/declared-definitions.ts";
import { listsMethods } from "../reading/endpoint-forms.ts";
import {
	looksLikeEndpoint,
	looksLikePath,
	looksLikeRequest,
} from "../reading/endpoint-line.ts";
import { adoptParts } from "../reading/flat-parts.ts";
import { saysFormBody } from "../reading/form-body.ts";
import { formatsIn } from "../reading/formats.ts";
import {
	emptyFragment,
	type Fragment,
	gather,
	type Reader,
} from "../reading/fragment.ts";
import { explainsMethods } from "../reading/methods-chapter.ts";
import { notesIn } from "../reading/notes.ts";
import { isSpecBlock } from "../reading/openapi/spec-block.ts";
import { readSpecContext } from "../reading/openapi/spec-context.ts";
import { partRoleOf, partWords } from "../reading/part-words.ts";
import { sharedEnvelopesIn } from "../reading/shared-envelope.ts";
import { sharedErrorsIn } from "../reading/shared-errors.ts";
import { sharedParameters } from "../reading/shared-parameters.ts";
import { shownSections } from "../reading/shown-sections.ts";
import { shareStacked } from "../reading/stacked-headings.ts";
import { declaredTypeNames } from "../reading/type-headings.ts";
import { explainUnread } from "../reading/unread-reason.ts";
import { lazily } from "../text/once.ts";
import { textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import type { Dialect } from "./dialect.ts";
import { type KnownSections, rememberSections } from "./read-again.ts";

/** What a document says, and what became of each of its blocks; both put together when somebody asks. */
export interface DocumentReading {
	readonly fragment: Fragment;
	readonly coverage: DocumentCoverage;
}

/** True when a dialect finds an endpoint in a document. */
export function statesEndpoint(
	document: Document,
	dialects: readonly Dialect[],
): boolean {
	const states = (section: Section): boolean =>
		dialects.some((one) => one.claims(section, document)) ||
		section.sections.some(states);
	return states(document.root);
}

/**
 * Reads a document: each section by the first dialect that claims it. Of docs that state no endpoint anywhere, the calls
 * that they show are the endpoints.
 */
export function readDocument(
	document: Document,
	given: readonly Dialect[],
	report: Report,
	choice: {
		readonly callsOnly?: boolean;
		readonly known?: KnownSections;
	} = {},
): DocumentReading {
	const { source, root } = document;
	const ledger = openLedger(source);
	const formats = formatsIn(root, source);
	const said = {
		types: declaredTypeNames(root),
		saysFormBody: saysFormBody(source.text),
	};
	const reader: Reader = { source, report, ledger, formats, ...said };
	const { known } = choice;
	const again = known && rememberSections(given, document, { known, ...said });
	const dialects = again?.dialects ?? given;
	explainUnread(root, reader);
	const whole =
		dialects.find((dialect) => dialect.claims(root, document))?.whole !==
		undefined;
	// First, so that what reads the block for its operation has the last word on it.
	const declared = {
		...emptyFragment,
		definitions: whole ? [] : declaredDefinitions(root, reader),
	};
	const top = choice.callsOnly === true ? shownSections(root) : root;
	const read = readSection(top, document, dialects, reader);
	again?.close();
	const fragment = gather([read, readSpecContext(root, reader), declared]);
	const blocks = (): readonly Span[] =>
		!whole
			? [...everyBlock(root)].map(({ span }) => span)
			: source.lines
					.filter(({ text }) => text.trim() !== "")
					.map(({ span }) => span);
	const empty = source.text.trim() === "";
	const span = { ...root.span, end: root.span.start };
	if (empty) report("docs/empty", span, {});
	else if (fragment.operations.length + fragment.definitions.length === 0)
		report("docs/no-endpoints", span, {});
	const withLinks = lazily(() => ({ ...fragment, links: linksOf(document) }));
	const coverage = lazily(() =>
		ledger.close(blocks(), {
			operations: fragment.operations.length,
			fields: countFields(fragment.operations),
		}),
	);
	return {
		get fragment() {
			return withLinks();
		},
		get coverage() {
			return coverage();
		},
	};
}

function linksOf({ source: { file }, links }: Document): Fragment["links"] {
	return links.map(({ text, url }) => ({ file, text, url }));
}

function readSection(
	given: Section,
	document: Document,
	dialects: readonly Dialect[],
	reader: Reader,
	above: readonly string[] = [],
): Fragment {
	const whole = withParts(given, document, dialects);
	const section = { ...whole, sections: shareStacked(whole.sections) };
	const isFormat = reader.formats?.owns(section) === true;
	const dialect = isFormat
		? undefined
		: dialects.find((one) => one.claims(section, document));
	if (dialect?.whole !== undefined) {
		reader.ledger.dialect(dialect.name);
		return dialect.read(section, reader, document);
	}
	if (dialect !== undefined) {
		reader.ledger.dialect(dialect.name);
		const [own, others] = splitOff(section, document, dialects, dialect.apart);
		const read = dialect.read(own, reader, document);
		const inner = others.map((other) =>
			readSection(other, document, dialects, reader),
		);
		const title =
			dialect.apart === true ? titleOf(section, inner, reader) : emptyFragment;
		return gather([title, read, ...inner]);
	}
	tellUnread(section, reader);
	const headings = [...above, section.heading?.text ?? ""];
	const fragments = section.sections.map((inner) =>
		readSection(inner, document, dialects, reader, headings),
	);
	const title = titleOf(section, fragments, reader);
	// What only introduces operations says nothing of the whole API, and the form of one value neither.
	const apart = title.titles.length > 0 || isFormat;
	const notes = apart ? [] : notesIn(section, above, reader);
	const own = {
		...title,
		notes,
		envelopes: sharedEnvelopesIn(section, reader),
		shared: sharedParameters(section, above, reader),
		errors: sharedErrorsIn(section, above, reader),
	};
	const context = readContext(section, above, reader);
	return gather([own, context, ...fragments]);
}

/** A section in which each operation has its parts within it, where its dialect reads parts of the same level. */
function withParts(
	section: Section,
	document: Document,
	dialects: readonly Dialect[],
): Section {
	const describes = (inner: Section): boolean =>
		dialects.find((one) => one.claims(inner, document))?.words !== undefined;
	const words = dialects.find((one) => one.words !== undefined)?.words;
	return words === undefined
		? section
		: { ...section, sections: adoptParts(section.sections, words, describes) };
}

/** A section without those within it that describe other operations, and these. */
function splitOff(
	section: Section,
	document: Document,
	dialects: readonly Dialect[],
	apart: boolean | undefined,
): readonly [Section, readonly Section[]] {
	const describes = (inner: Section): boolean =>
		dialects.some(
			(one) =>
				(one.apart !== true || apart === true) && one.claims(inner, document),
		) || inner.sections.some(describes);
	const others = section.sections.filter(describes);
	const sections = section.sections.filter((inner) => !others.includes(inner));
	return [{ ...section, sections }, others];
}

/** The heading over several operations names what they are about. */
function titleOf(
	{ heading, blocks }: Section,
	fragments: readonly Fragment[],
	{ ledger, source }: Reader,
): Fragment {
	const { operations } = gather(fragments);
	if (heading === undefined || operations.length === 0) return emptyFragment;
	ledger.mark(heading.span, "read", "title");
	for (const { span } of blocks) ledger.mark(span, "prose", "introduction");
	const { text, span } = heading;
	const ids = operations.map(({ id }) => id);
	const description = blocks
		.filter((block) => !isSpecBlock(block))
		.map((block) => markdownOf(source, block.span))
		.join("\n\n");
	const title = {
		text,
		span,
		...(description !== "" && { description }),
		operations: ids,
	};
	return { ...emptyFragment, titles: [title] };
}

/** A section that has the parts of an endpoint, or a line that looks like one, and that no dialect claims. */
function tellUnread(section: Section, { source, report }: Reader): void {
	const { heading, blocks, sections } = section;
	if (explainsMethods(section)) return;
	const line = blocks.find((block) => {
		if (isSpecBlock(block)) return block.spec.kind.startsWith("operation");
		const { node, span } = block;
		if (node.type === "table") return listsMethods(node);
		return node.type === "code"
			? looksLikeRequest(node.value)
			: node.type === "paragraph" && looksLikeEndpoint(textOf(source, span));
	});
	const spoken =
		heading !== undefined &&
		(looksLikeEndpoint(heading.markdown) ||
			(looksLikePath(heading.markdown) && blocks.length + sections.length > 0));
	const parts = sections.some((inner) => {
		const role = inner.heading && partRoleOf(partWords, inner.heading.text);
		return role === "responses" || role === "returns";
	});
	const place = line?.span ?? (spoken || parts ? heading?.span : undefined);
	if (place !== undefined) report("endpoint/unread", place, {});
}
