import type { Report } from "../diagnostics/reporter.ts";
import type { Definition, TypeLink } from "../model/definition.ts";
import type { SharedEnvelope } from "../model/shared-envelope.ts";
import type { SharedError } from "../model/shared-error.ts";
import type { SharedParameter } from "../model/shared-parameter.ts";
import type { Support } from "../model/support.ts";
import type { TypeMention } from "../model/type-mention.ts";
import type {
	Note,
	Operation,
	SecurityScheme,
	Server,
} from "../model/types.ts";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import type { Ledger } from "./coverage.ts";
import type { Formats } from "./formats.ts";
import type { Meaning } from "./sample-shape.ts";

/** What one document, or a part of it, says; passes make one model of all fragments. */
export interface Fragment {
	readonly titles: readonly Title[];
	readonly operations: readonly Operation[];
	readonly servers: readonly Server[];
	readonly security: readonly SecurityScheme[];
	/** Types that are described by themselves. */
	readonly definitions: readonly Definition[];
	/** What all answers are wrapped in, where one place describes it for all. */
	readonly envelopes: readonly SharedEnvelope[];
	/** Failures that are described once for all operations. */
	readonly errors: readonly SharedError[];
	/** What is said of the API as a whole. */
	readonly notes: readonly Note[];
	/** Where words lead that may name such a type. */
	readonly links: readonly TypeLink[];
	/** Types that sentences of operations name. */
	readonly mentions: readonly TypeMention[];
	/** Parameters that are described once for many operations. */
	readonly shared: readonly SharedParameter[];
	/** What operations say that they support. */
	readonly supports: readonly Support[];
}

/** The title of a page or chapter and the operations that stand under it. */
export interface Title {
	readonly text: string;
	readonly span: Span;
	/** What stands under the heading before the first operation, Markdown kept. */
	readonly description?: string;
	/** Ids of operations. */
	readonly operations: readonly string[];
}

/** What every recogniser is given: the document, where to report, and the books. */
export interface Reader {
	readonly source: Source;
	readonly report: Report;
	readonly ledger: Ledger;
	/** What the document says of the form of values, apart from its operations. */
	readonly formats?: Formats;
	/** True where the document says that what goes into the query may be sent as a form. */
	readonly saysFormBody?: boolean;
	/** The types that headings of the document declare. */
	readonly types?: Pick<ReadonlySet<string>, "has">;
	/** What placeholders mean in the section that is being read. */
	readonly meaning?: Meaning;
}

export const emptyFragment: Fragment = {
	titles: [],
	operations: [],
	servers: [],
	security: [],
	definitions: [],
	envelopes: [],
	errors: [],
	notes: [],
	links: [],
	mentions: [],
	shared: [],
	supports: [],
};

/** All fragments as one, in order. */
export function gather(fragments: readonly Fragment[]): Fragment {
	return {
		titles: fragments.flatMap((one) => one.titles),
		operations: fragments.flatMap((one) => one.operations),
		servers: fragments.flatMap((one) => one.servers),
		security: fragments.flatMap((one) => one.security),
		definitions: fragments.flatMap((one) => one.definitions),
		envelopes: fragments.flatMap((one) => one.envelopes),
		errors: fragments.flatMap((one) => one.errors),
		notes: fragments.flatMap((one) => one.notes),
		mentions: fragments.flatMap((one) => one.mentions),
		links: fragments.flatMap((one) => one.links),
		shared: fragments.flatMap((one) => one.shared),
		supports: fragments.flatMap((one) => one.supports),
	};
}
